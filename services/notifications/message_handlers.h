#pragma once

#include "redpeak/notifications/v1/notifications_service.pb.h"
#include "services/base/call.h"
#include "services/notifications/notifications_service.h"

namespace redpeak::notifications {

Result<v1::ListMessagesResponse> ListMessages(NotificationsDeps& deps, Call& call,
                                              const v1::ListMessagesRequest& request);
Result<v1::MarkMessagesReadResponse> MarkMessagesRead(NotificationsDeps& deps, Call& call,
                                                      const v1::MarkMessagesReadRequest& request);

}  // namespace redpeak::notifications
