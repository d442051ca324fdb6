#pragma once

#include <memory>

#include "services/base/rpc.h"

namespace redpeak::notifications {

// The inbox stands on nothing but its own table.
struct NotificationsDeps {};

// Serves redpeak.notifications.v1.NotificationsService.
std::unique_ptr<RpcService> NewNotificationsService(RpcEnv env);

}  // namespace redpeak::notifications
