#pragma once

#include <span>
#include <string_view>

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/caller.h"
#include "services/base/clock.h"
#include "services/base/status.h"

// The life of a call.
namespace redpeak::calls {

enum class Action { kUpdate, kDelete, kPublish, kExtend, kStartReview, kDecide, kArchive };

inline constexpr Action kActions[] = {Action::kUpdate, Action::kDelete,      Action::kPublish,
                                      Action::kExtend, Action::kStartReview, Action::kDecide,
                                      Action::kArchive};

// In words that follow "cannot", e.g. "publish".
std::string_view ActionName(Action action);

enum class Actor {
  kOfficer,  // a programme officer of this call or everywhere
  kService,  // another service of this system
};

// What a guard judges an action by, beside the call itself.
struct Circumstances {
  Instant now;
  Instant new_closing{};  // of kExtend
};

// OK, or why the action may not be done to this call.
using Guard = Result<void> (*)(const v1::Call& call, const Circumstances& circumstances);

struct Transition {
  v1::Call::State from;
  Action action;
  v1::Call::State next;  // STATE_UNSPECIFIED: the call is no more. PUBLISHED: StateAt says the rest
  Actor who;
  Guard guard;  // may be null
};

// All that can happen to a call.
std::span<const Transition> Transitions();

// The state of a call at an instant: a published one opens and closes by the clock. It is open from
// opens_at, and no longer at closes_at.
v1::Call::State StateAt(const v1::Call& call, Instant now);

// The state that `action` leads to from `call.state()`, which is as StateAt gave it.
// PERMISSION_DENIED ROLE_MISSING, FAILED_PRECONDITION STATE_WRONG, or what the guard says.
Result<v1::Call::State> Next(const v1::Call& call, Action action, const Caller& caller,
                             const Circumstances& circumstances);

}  // namespace redpeak::calls
