#pragma once

#include "services/base/db.h"
#include "services/notifications/loop.h"
#include "services/notifications/teller.h"

namespace redpeak::notifications {

// Reads the events and tells those whom they concern.
class Follower {
 public:
  Follower(Pool& pool, Teller& teller) : pool_(pool), teller_(teller) {}

  // Takes in the next events. Their messages and mail and the cursor's move are one transaction.
  Turn FollowSome();

 private:
  Result<bool> Follow();

  Pool& pool_;
  Teller& teller_;
};

}  // namespace redpeak::notifications
