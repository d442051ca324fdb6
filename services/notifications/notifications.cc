#include "services/notifications/notifications.h"

namespace redpeak::notifications {

Notifications::Notifications(Pool& pool, Peers& peers, const Clock& clock,
                             NotificationsConfig config)
    : sender_(pool, std::move(config.route)),
      follower_(pool, peers, clock, std::move(config.web_url)),
      sending_(StartLoop(MailBell(), [this](const auto& stop) { return sender_.SendSome(stop); })),
      following_(StartLoop(quiet_, [this](const auto&) { return follower_.FollowSome(); })) {}

Notifications::~Notifications() { Stop(); }

void Notifications::Stop() {
  sending_.request_stop();
  following_.request_stop();
  if (following_.joinable()) following_.join();
  if (sending_.joinable()) sending_.join();
}

}  // namespace redpeak::notifications
