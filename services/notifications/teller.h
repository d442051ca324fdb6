#pragma once

#include <functional>
#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/ids.h"
#include "services/base/peers.h"
#include "services/notifications/news.h"

namespace redpeak::notifications {

// Puts news into people's inboxes and queues the mail that goes with them.
class Teller {
 public:
  // `web_url` is what links begin with.
  Teller(Pool& pool, Peers& peers, const Clock& clock, IdSource& ids, std::string web_url)
      : pool_(pool), peers_(peers), clock_(clock), ids_(ids), web_url_(std::move(web_url)) {}

  // All in one transaction with `first`, or nothing where that says no.
  Result<void> Tell(const std::vector<News>& news, const std::function<bool(Tx&)>& first);

 private:
  Pool& pool_;
  Peers& peers_;
  const Clock& clock_;
  IdSource& ids_;
  const std::string web_url_;
};

}  // namespace redpeak::notifications
