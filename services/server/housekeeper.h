#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak::server {

// How long an answer is kept for a repetition of its request_id.
inline constexpr std::chrono::hours kAnswersKept{24 * 7};

// Deletes answers that are older than kAnswersKept from the requests of one service.
void DeleteOldAnswers(Tx& tx, Instant now);

// Does so for each service, when it starts and then every hour.
class Housekeeper {
 public:
  Housekeeper(std::vector<Pool*> pools, const Clock& clock);
  ~Housekeeper();

 private:
  void Keep();

  const std::vector<Pool*> pools_;
  const Clock& clock_;
  std::mutex mutex_;
  std::condition_variable stop_condition_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace redpeak::server
