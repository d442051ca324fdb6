#pragma once

#include <optional>

#include "redpeak/review/v1/review.pb.h"

namespace redpeak::review {

// What can be done with a review.
enum class Action { kAccept, kDecline, kSave, kSubmit, kRead, kCancel };

// The state that an action leads to; none where it cannot be done.
std::optional<v1::Review::State> NextState(v1::Review::State state, Action action);

// Assigned, accepted or submitted: it counts towards what its submission and its expert have.
bool IsLive(v1::Review::State state);

// As it ends the sentence "it cannot …".
const char* NameOf(Action action);

}  // namespace redpeak::review
