#include "services/review/review_states.h"

#include <gmock/gmock.h>

#include <map>

namespace redpeak::review {
namespace {

using State = v1::Review;
using Pair = std::pair<v1::Review::State, Action>;

constexpr Action kActions[] = {Action::kAccept, Action::kDecline, Action::kSave,
                               Action::kSubmit, Action::kRead,    Action::kCancel};

// Written out again, so that a change of the table is a change of two places on purpose.
const std::map<Pair, v1::Review::State> kAllowed = {
    {{State::ASSIGNED, Action::kAccept}, State::ACCEPTED},
    {{State::ASSIGNED, Action::kDecline}, State::DECLINED},
    {{State::ASSIGNED, Action::kCancel}, State::CANCELLED},
    {{State::ACCEPTED, Action::kRead}, State::ACCEPTED},
    {{State::ACCEPTED, Action::kSave}, State::ACCEPTED},
    {{State::ACCEPTED, Action::kSubmit}, State::SUBMITTED},
    {{State::ACCEPTED, Action::kDecline}, State::DECLINED},
    {{State::ACCEPTED, Action::kCancel}, State::CANCELLED},
    {{State::SUBMITTED, Action::kRead}, State::SUBMITTED},
};

TEST(ReviewStates, EveryStateByEveryAction) {
  for (int number = 0; number < v1::Review::State_ARRAYSIZE; ++number) {
    const auto state = static_cast<v1::Review::State>(number);
    for (const auto action : kActions) {
      const auto it = kAllowed.find({state, action});
      const auto expected = it == kAllowed.end() ? std::nullopt : std::optional(it->second);
      EXPECT_EQ(NextState(state, action), expected)
          << v1::Review::State_Name(state) << " " << NameOf(action);
    }
  }
}

TEST(ReviewStates, NothingLeavesAnEnd) {
  for (const auto action : kActions) {
    EXPECT_FALSE(NextState(State::DECLINED, action));
    EXPECT_FALSE(NextState(State::CANCELLED, action));
  }
}

TEST(ReviewStates, LiveOnesCount) {
  EXPECT_TRUE(IsLive(State::ASSIGNED));
  EXPECT_TRUE(IsLive(State::ACCEPTED));
  EXPECT_TRUE(IsLive(State::SUBMITTED));
  EXPECT_FALSE(IsLive(State::DECLINED));
  EXPECT_FALSE(IsLive(State::CANCELLED));
}

TEST(ReviewStates, EveryActionHasAName) {
  for (const auto action : kActions) EXPECT_STRNE(NameOf(action), "");
}

}  // namespace
}  // namespace redpeak::review
