import { timestampDate } from "@bufbuild/protobuf/wkt";
import { useQuery } from "@connectrpc/connect-query";
import { useParam } from "@/app/address";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { SystemService } from "@/gen/redpeak/system/v1/system_service_pb";
import { useNow } from "@/ui/Instant";

/** The call that the address names at $call. */
export function useCallOfPage() {
  const name = `calls/${useParam("call")}`;
  return useQuery(CallsService.method.getCall, { name });
}

const offsetFreshMs = 5 * 60_000;

/** The present by the server's clock, which decides what is late. */
export function useServerNow(): Date {
  const now = useNow();
  const { data, dataUpdatedAt } = useQuery(SystemService.method.getServerInfo, {}, { staleTime: offsetFreshMs });
  const offset = data?.time ? timestampDate(data.time).getTime() - dataUpdatedAt : 0;
  return new Date(now.getTime() + offset);
}

/** Addresses of a call's pages. */
export const desk = {
  call: (call: string) => `/desk/${call}`,
  of: (call: string, page: string) => `/desk/${call}/${page}`,
  step: (call: string, step: string) => `/desk/${call}/edit?step=${step}`,
  submission: (submission: string) => `/desk/${submission}`,
  notice: (notice: string) => `/desk/${notice}`,
};
