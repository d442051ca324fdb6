#include "services/base/rate_limiter.h"

#include <algorithm>

namespace redpeak {

bool RateLimiter::Admit(const std::string& key, std::chrono::steady_clock::time_point now) {
  if (per_second_ <= 0) return true;
  std::lock_guard lock(mutex_);
  // Full buckets are as good as none, so memory is bounded by dropping them all now and then.
  if (buckets_.size() >= kKeysMax) buckets_.clear();
  auto& bucket = buckets_.try_emplace(key, Bucket{burst_, now}).first->second;
  const std::chrono::duration<double> passed = now - bucket.at;
  bucket.tokens = std::min(burst_, bucket.tokens + passed.count() * per_second_);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

}  // namespace redpeak
