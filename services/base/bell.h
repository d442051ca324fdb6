#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>

namespace redpeak {

// Wakes threads that wait for work.
class Bell {
 public:
  void Ring();
  // How often it has rung. Ask before looking for work, so that no ring after that is missed.
  uint64_t rings();
  // Returns once it has rung more often than `seen`, after `longest`, or when asked to stop.
  void Wait(const std::stop_token& stop, uint64_t seen, std::chrono::milliseconds longest);

 private:
  std::mutex mutex_;
  std::condition_variable_any rung_;
  uint64_t rings_ = 0;
};

// Rings when this process has put mail into the outbox.
Bell& MailBell();

}  // namespace redpeak
