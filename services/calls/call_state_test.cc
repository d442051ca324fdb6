#include "services/calls/call_state.h"

#include <gmock/gmock.h>

#include <map>
#include <utility>

#include "services/calls/complete_call.h"
#include "tests/server.h"

namespace redpeak::calls {
namespace {

using testing::At;
using State = v1::Call::State;

constexpr State kStates[] = {v1::Call::DRAFT,   v1::Call::PUBLISHED, v1::Call::OPEN,
                             v1::Call::CLOSED,  v1::Call::IN_REVIEW, v1::Call::DECIDED,
                             v1::Call::ARCHIVED};

v1::Call CallIn(State state) {
  auto call = testing::CompleteCall();
  call.set_name("calls/2022");
  call.set_state(state);
  return call;
}

Caller Officer(const std::string& scope) { return {.grants = {{Role::PROGRAMME_OFFICER, scope}}}; }

Caller WhoMay(Action action) {
  const bool by_service = action == Action::kStartReview || action == Action::kDecide;
  return by_service ? Caller{.service = "review"} : Officer("calls/2022");
}

const Circumstances kFine = {At("2022-02-01T00:00:00Z"), At("2022-05-31T10:00:00Z")};

// Written out once more, by what the proto says, so that a change of the table is a change of two.
const std::map<std::pair<State, Action>, State> kAllowed = {
    {{v1::Call::DRAFT, Action::kUpdate}, v1::Call::DRAFT},
    {{v1::Call::DRAFT, Action::kDelete}, v1::Call::STATE_UNSPECIFIED},
    {{v1::Call::DRAFT, Action::kPublish}, v1::Call::PUBLISHED},
    {{v1::Call::PUBLISHED, Action::kExtend}, v1::Call::PUBLISHED},
    {{v1::Call::OPEN, Action::kExtend}, v1::Call::PUBLISHED},
    {{v1::Call::CLOSED, Action::kExtend}, v1::Call::PUBLISHED},
    {{v1::Call::CLOSED, Action::kStartReview}, v1::Call::IN_REVIEW},
    {{v1::Call::IN_REVIEW, Action::kStartReview}, v1::Call::IN_REVIEW},
    {{v1::Call::IN_REVIEW, Action::kDecide}, v1::Call::DECIDED},
    {{v1::Call::DECIDED, Action::kDecide}, v1::Call::DECIDED},
    {{v1::Call::DECIDED, Action::kArchive}, v1::Call::ARCHIVED},
};

TEST(CallState, EveryActionInEveryState) {
  for (const auto state : kStates) {
    for (const auto action : kActions) {
      SCOPED_TRACE(v1::Call::State_Name(state) + " cannot " + std::string(ActionName(action)));
      const auto next = Next(CallIn(state), action, WhoMay(action), kFine);
      const auto allowed = kAllowed.find({state, action});
      if (allowed != kAllowed.end()) {
        ASSERT_TRUE(next) << next.error().message;
        EXPECT_EQ(*next, allowed->second);
      } else {
        ASSERT_FALSE(next);
        EXPECT_EQ(next.error().reason, "STATE_WRONG");
      }
    }
  }
}

TEST(CallState, NobodyElseMay) {
  for (const auto& transition : Transitions()) {
    const auto call = CallIn(transition.from);
    const bool by_service = transition.who == Actor::kService;
    for (const auto& stranger :
         {Caller{}, Officer("calls/2021"), Caller{.grants = {{Role::ADMINISTRATOR, ""}}},
          by_service ? Officer("") : Caller{.service = "review"}}) {
      const auto next = Next(call, transition.action, stranger, kFine);
      ASSERT_FALSE(next);
      EXPECT_EQ(next.error().reason, "ROLE_MISSING");
    }
  }
}

TEST(CallState, AnExtensionLeadsToALaterTimeThatIsNotPast) {
  const auto call = CallIn(v1::Call::CLOSED);
  const auto closing = At("2022-04-30T18:00:00+08:00");
  const auto extend = [&](Instant now, Instant to) {
    return Next(call, Action::kExtend, Officer(""), {now, to}).has_value();
  };
  const std::chrono::microseconds tick(1);
  EXPECT_FALSE(extend(closing, closing));
  EXPECT_TRUE(extend(closing, closing + tick));
  EXPECT_FALSE(extend(closing + tick, closing + tick));
}

TEST(CallState, OpensAndClosesByTheClock) {
  const auto call = CallIn(v1::Call::PUBLISHED);
  const auto opens = At("2022-03-01T08:00:00+08:00");
  const auto closes = At("2022-04-30T18:00:00+08:00");
  const std::chrono::microseconds tick(1);
  EXPECT_EQ(StateAt(call, opens - tick), v1::Call::PUBLISHED);
  EXPECT_EQ(StateAt(call, opens), v1::Call::OPEN);
  EXPECT_EQ(StateAt(call, closes - tick), v1::Call::OPEN);
  EXPECT_EQ(StateAt(call, closes), v1::Call::CLOSED);
  EXPECT_EQ(StateAt(CallIn(v1::Call::CLOSED), opens), v1::Call::OPEN);
  EXPECT_EQ(StateAt(CallIn(v1::Call::DRAFT), closes), v1::Call::DRAFT);
  EXPECT_EQ(StateAt(CallIn(v1::Call::IN_REVIEW), opens), v1::Call::IN_REVIEW);
}

}  // namespace
}  // namespace redpeak::calls
