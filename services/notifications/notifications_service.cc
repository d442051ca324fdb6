#include "services/notifications/notifications_service.h"

#include "redpeak/notifications/v1/notifications_service.pb.h"
#include "services/notifications/message_handlers.h"

namespace redpeak::notifications {

std::unique_ptr<RpcService> NewNotificationsService(RpcEnv env) {
  auto service = std::make_unique<ServiceOf<NotificationsDeps>>(
      "redpeak.notifications.v1.NotificationsService", std::move(env), NotificationsDeps());
  service->Add("ListMessages", &ListMessages).Add("MarkMessagesRead", &MarkMessagesRead);
  return service;
}

}  // namespace redpeak::notifications
