import { useQuery } from "@connectrpc/connect-query";
import { NotificationsService } from "@/gen/redpeak/notifications/v1/notifications_service_pb";

const everyMs = 60_000;

/** How many messages wait to be read; undefined while that is not known. */
export function useUnreadCount(): number | undefined {
  const request = { pageSize: 1, unreadOnly: true };
  const { data } = useQuery(NotificationsService.method.listMessages, request, { refetchInterval: everyMs });
  return data?.unreadCount;
}
