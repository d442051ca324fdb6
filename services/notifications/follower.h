#pragma once

#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/peers.h"
#include "services/notifications/loop.h"
#include "services/notifications/mail_store.h"
#include "services/notifications/news.h"

namespace redpeak::notifications {

// Reads the events and queues mail to those whom they concern.
class Follower {
 public:
  // `web_url` is what links begin with.
  Follower(Pool& pool, Peers& peers, const Clock& clock, std::string web_url)
      : pool_(pool), peers_(peers), clock_(clock), web_url_(std::move(web_url)) {}

  // Takes in the next events. Their mail and the cursor's move are one transaction.
  Turn FollowSome();

 private:
  Result<bool> Follow();
  Result<std::vector<QueuedMail>> Compose(const std::vector<News>& news) const;

  Pool& pool_;
  Peers& peers_;
  const Clock& clock_;
  const std::string web_url_;
};

}  // namespace redpeak::notifications
