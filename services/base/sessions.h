#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "services/base/caller.h"
#include "services/base/clock.h"
#include "services/base/status.h"

namespace redpeak {

// A caller as a session names it.
struct SessionCaller {
  Caller caller;
  Instant expire_time;
};

// Finds who has a session, and remembers it for a moment, so that not every RPC asks identity.
// Where identity runs in the same process, Forget makes a revoked session end at once; elsewhere it
// lives on for at most kRemembered.
class Sessions {
 public:
  // Asks identity for the caller of a token's SHA-256.
  using Resolver = std::function<Result<SessionCaller>(const std::string& token_sha256)>;
  static constexpr std::chrono::seconds kRemembered{2};
  static constexpr size_t kRememberedMax = 20'000;

  // Before this, nobody can be signed in.
  void SetResolver(Resolver resolver) { resolver_ = std::move(resolver); }
  const Resolver& resolver() const { return resolver_; }

  // UNAUTHENTICATED SIGN_IN_REQUIRED, or what the resolver failed with.
  Result<std::shared_ptr<const SessionCaller>> Find(const std::string& token, Instant now);

  // Forgets all: roles, accounts or sessions have changed.
  void Forget();

 private:
  struct Entry {
    std::shared_ptr<const SessionCaller> found;
    std::chrono::steady_clock::time_point until;
  };
  std::shared_ptr<const SessionCaller> Remembered(const std::string& hash, uint64_t* generation);

  Resolver resolver_;
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
  uint64_t generation_ = 0;  // counts Forget, so that an answer older than it is not kept
};

}  // namespace redpeak
