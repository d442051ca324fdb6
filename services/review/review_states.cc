#include "services/review/review_states.h"

#include <array>

namespace redpeak::review {
namespace {

using State = v1::Review;

struct Step {
  v1::Review::State from;
  Action action;
  v1::Review::State to;
};

// The whole life of a review. An expert may still decline after having read the submission; a
// conflict of interest cancels. What is submitted is sealed, what was declined or cancelled stays
// so.
constexpr std::array kSteps = {
    Step{State::ASSIGNED, Action::kAccept, State::ACCEPTED},
    Step{State::ASSIGNED, Action::kDecline, State::DECLINED},
    Step{State::ASSIGNED, Action::kCancel, State::CANCELLED},
    Step{State::ACCEPTED, Action::kRead, State::ACCEPTED},
    Step{State::ACCEPTED, Action::kSave, State::ACCEPTED},
    Step{State::ACCEPTED, Action::kSubmit, State::SUBMITTED},
    Step{State::ACCEPTED, Action::kDecline, State::DECLINED},
    Step{State::ACCEPTED, Action::kCancel, State::CANCELLED},
    Step{State::SUBMITTED, Action::kRead, State::SUBMITTED},
};

}  // namespace

std::optional<v1::Review::State> NextState(v1::Review::State state, Action action) {
  for (const auto& step : kSteps) {
    if (step.from == state && step.action == action) return step.to;
  }
  return std::nullopt;
}

bool IsLive(v1::Review::State state) {
  return state == State::ASSIGNED || state == State::ACCEPTED || state == State::SUBMITTED;
}

const char* NameOf(Action action) {
  switch (action) {
    case Action::kAccept:
      return "accept";
    case Action::kDecline:
      return "decline";
    case Action::kSave:
      return "save";
    case Action::kSubmit:
      return "submit";
    case Action::kRead:
      return "read";
    case Action::kCancel:
      return "cancel";
  }
  return "";
}

}  // namespace redpeak::review
