#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace redpeak {

// A token bucket a key: an account, or an address for callers without one.
class RateLimiter {
 public:
  // `per_second` 0 or less: no limit. A key may save up `burst` calls.
  RateLimiter(double per_second, double burst) : per_second_(per_second), burst_(burst) {}

  // Takes a token. False: there is none; the caller must wait.
  bool Admit(const std::string& key, std::chrono::steady_clock::time_point now);

 private:
  struct Bucket {
    double tokens;
    std::chrono::steady_clock::time_point at;
  };
  static constexpr size_t kKeysMax = 100'000;

  const double per_second_;
  const double burst_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace redpeak
