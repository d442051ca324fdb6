#include "services/notifications/notifications.h"

namespace redpeak::notifications {

Notifications::Notifications(Pool& pool, Peers& peers, const Clock& clock, IdSource& ids,
                             NotificationsConfig config)
    : sender_(pool, std::move(config.route)),
      teller_(pool, peers, clock, ids, std::move(config.web_url)),
      follower_(pool, teller_),
      reminder_(peers, clock, teller_),
      sending_(StartLoop(MailBell(), [this](const auto& stop) { return sender_.SendSome(stop); })),
      following_(StartLoop(quiet_, [this](const auto&) { return follower_.FollowSome(); })),
      reminding_(StartLoop(quiet_, [this](const auto&) { return reminder_.RemindIfTime(); })) {}

Notifications::~Notifications() { Stop(); }

void Notifications::Stop() {
  sending_.request_stop();
  following_.request_stop();
  reminding_.request_stop();
  if (reminding_.joinable()) reminding_.join();
  if (following_.joinable()) following_.join();
  if (sending_.joinable()) sending_.join();
}

}  // namespace redpeak::notifications
