#include "services/base/bell.h"

namespace redpeak {

void Bell::Ring() {
  {
    const std::lock_guard lock(mutex_);
    ++rings_;
  }
  rung_.notify_all();
}

uint64_t Bell::rings() {
  const std::lock_guard lock(mutex_);
  return rings_;
}

void Bell::Wait(const std::stop_token& stop, uint64_t seen, std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  rung_.wait_for(lock, stop, longest, [&] { return rings_ > seen; });
}

Bell& MailBell() {
  static Bell bell;
  return bell;
}

}  // namespace redpeak
