#pragma once

#include "services/base/clock.h"
#include "services/base/peers.h"
#include "services/notifications/loop.h"
#include "services/notifications/teller.h"

namespace redpeak::notifications {

// Looks every ten minutes, by the server's clock, for what is to be told because of the time.
class Reminder {
 public:
  Reminder(Peers& peers, const Clock& clock, Teller& teller)
      : peers_(peers), clock_(clock), teller_(teller) {}

  Turn RemindIfTime();

 private:
  Result<std::vector<News>> Find(Instant now);
  Result<void> FindOfOpenCalls(Instant now, std::vector<News>& news);
  Result<void> FindOfClosedCalls(Instant now, std::vector<News>& news);
  Result<void> FindOfReviews(Instant now, std::vector<News>& news);

  Peers& peers_;
  const Clock& clock_;
  Teller& teller_;
  Instant next_ = Instant::min();
};

}  // namespace redpeak::notifications
