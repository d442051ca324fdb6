#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/status.h"

namespace redpeak::server {

// A simulated clock that follows its row in the database, so that all processes tell the same time,
// a moment after one has moved it.
class ClockKeeper {
 public:
  // `start` (RFC 3339, or empty for the present) is where it begins if it never stood anywhere.
  static Result<std::unique_ptr<ClockKeeper>> Start(const std::string& dsn,
                                                    const std::string& start);
  ~ClockKeeper();

  SimulatedClock& clock() { return clock_; }

 private:
  ClockKeeper(const std::string& dsn, Instant now);
  void Follow();

  Pool pool_;
  SimulatedClock clock_;
  std::mutex mutex_;
  std::condition_variable stop_condition_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace redpeak::server
