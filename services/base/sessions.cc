#include "services/base/sessions.h"

#include "services/base/crypto.h"
#include "services/base/errors.h"

namespace redpeak {

std::shared_ptr<const SessionCaller> Sessions::Remembered(const std::string& hash,
                                                          uint64_t* generation) {
  std::lock_guard lock(mutex_);
  *generation = generation_;
  const auto it = entries_.find(hash);
  if (it == entries_.end()) return nullptr;
  if (it->second.until > std::chrono::steady_clock::now()) return it->second.found;
  entries_.erase(it);
  return nullptr;
}

Result<std::shared_ptr<const SessionCaller>> Sessions::Find(const std::string& token, Instant now) {
  if (!resolver_) return SignInRequired();
  const auto hash = Sha256(token);
  uint64_t generation = 0;
  auto found = Remembered(hash, &generation);
  if (!found) {
    REDPEAK_ASSIGN_OR_RETURN(auto caller, resolver_(hash));
    found = std::make_shared<const SessionCaller>(std::move(caller));
    std::lock_guard lock(mutex_);
    if (generation == generation_) {
      if (entries_.size() >= kRememberedMax) entries_.clear();
      entries_[hash] = {found, std::chrono::steady_clock::now() + kRemembered};
    }
  }
  if (found->expire_time <= now) return SignInRequired();
  return found;
}

void Sessions::Forget() {
  std::lock_guard lock(mutex_);
  ++generation_;
  entries_.clear();
}

}  // namespace redpeak
