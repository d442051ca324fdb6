#include "services/notifications/retry.h"

#include <algorithm>

namespace redpeak::notifications {
namespace {

constexpr std::chrono::seconds kFirst{30};
constexpr std::chrono::seconds kLongest{6 * 3600};
// Ten pauses that double make 8.5 hours; ten of the longest, 60 more.
constexpr int kAttemptsMax = 21;

}  // namespace

std::optional<std::chrono::seconds> RetryAfter(int attempts, const Error& error) {
  if (error.code != Code::kUnavailable || attempts >= kAttemptsMax) return std::nullopt;
  const int doublings = std::clamp(attempts - 1, 0, 10);
  return std::min(kFirst * (1 << doublings), kLongest);
}

}  // namespace redpeak::notifications
