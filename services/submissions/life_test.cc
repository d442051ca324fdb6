#include "services/submissions/life.h"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <tuple>

namespace redpeak::submissions {
namespace {

using enum Action;
using enum Who;
using S = v1::Submission;

constexpr auto kWhos = {kLeader, kUnitOfficer, kEndorser, kProgrammeOfficer, kService};

// What each may do, told once more in another way: by action, from which states to which.
struct Told {
  std::set<State> from;
  State to;  // STATE_UNSPECIFIED here: where it was
};
const std::map<std::pair<Action, Who>, Told> kTold = {
    {{kEdit, kLeader}, {{S::DRAFT, S::RETURNED}, S::STATE_UNSPECIFIED}},
    {{kSubmit, kLeader}, {{S::DRAFT, S::RETURNED}, S::SUBMITTED}},
    {{kWithdraw, kLeader},
     {{S::DRAFT, S::SUBMITTED, S::ENDORSED, S::RETURNED, S::ACCEPTED, S::IN_REVIEW, S::REVIEWED},
      S::WITHDRAWN}},
    {{kReturn, kUnitOfficer}, {{S::SUBMITTED}, S::RETURNED}},
    {{kReturn, kProgrammeOfficer}, {{S::SUBMITTED, S::ENDORSED}, S::RETURNED}},
    {{kEndorse, kEndorser}, {{S::SUBMITTED}, S::ENDORSED}},
    {{kCheck, kProgrammeOfficer}, {{S::SUBMITTED, S::ENDORSED, S::RETURNED}, S::STATE_UNSPECIFIED}},
    {{kAccept, kProgrammeOfficer}, {{S::SUBMITTED, S::ENDORSED}, S::ACCEPTED}},
    {{kRefuse, kProgrammeOfficer}, {{S::SUBMITTED, S::ENDORSED, S::RETURNED}, S::REFUSED}},
    {{kStartReview, kService}, {{S::ACCEPTED}, S::IN_REVIEW}},
    {{kRecordScore, kService}, {{S::IN_REVIEW, S::REVIEWED}, S::REVIEWED}},
    {{kPropose, kService}, {{S::REVIEWED}, S::PROPOSED}},
    {{kDoNotPropose, kService}, {{S::REVIEWED}, S::NOT_PROPOSED}},
    {{kUnpropose, kService}, {{S::PROPOSED, S::NOT_PROPOSED}, S::REVIEWED}},
    {{kPutOnNotice, kService}, {{S::PROPOSED}, S::PROPOSED}},
    {{kApprove, kService}, {{S::PROPOSED}, S::APPROVED}},
    {{kDoNotApprove, kService}, {{S::PROPOSED, S::NOT_PROPOSED}, S::NOT_APPROVED}},
};

void ExpectAsTold(State state, Action action, Who who) {
  SCOPED_TRACE(S::State_Name(state) + " " + std::string(NameOf(action)));
  const auto* step = FindStep(state, action, who);
  if (action == kDelete) {  // the only step that ends in nothing
    EXPECT_EQ(step != nullptr, state == S::DRAFT && who == kLeader);
    return;
  }
  const auto told = kTold.find({action, who});
  const bool may = told != kTold.end() && told->second.from.contains(state);
  ASSERT_EQ(step != nullptr, may);
  if (!may) return;
  EXPECT_EQ(step->to, told->second.to == S::STATE_UNSPECIFIED ? state : told->second.to);
}

TEST(Life, KnowsEachStateAndAction) {
  for (int state = S::State_MIN; state <= S::State_MAX; ++state) {
    for (int action = 0; action < kActions; ++action) {
      for (const auto who : kWhos) {
        ExpectAsTold(static_cast<State>(state), static_cast<Action>(action), who);
      }
    }
  }
}

TEST(Life, HasNoStepTwice) {
  std::set<std::tuple<State, Action, Who>> seen;
  for (const auto& step : Steps()) {
    EXPECT_TRUE(seen.insert({step.from, step.action, step.who}).second);
  }
}

TEST(Life, EndsInFourStates) {
  std::set<State> ends;
  for (int state = S::DRAFT; state <= S::State_MAX; ++state) ends.insert(static_cast<State>(state));
  for (const auto& step : Steps()) ends.erase(step.from);
  EXPECT_THAT(
      ends, testing::UnorderedElementsAre(S::REFUSED, S::APPROVED, S::NOT_APPROVED, S::WITHDRAWN));
}

calls::v1::Call CallUntil(Instant closes) {
  calls::v1::Call call;
  call.set_name("calls/2022");
  *call.mutable_opens_at() = ToProto(FromMicros(0));
  *call.mutable_closes_at() = ToProto(closes);
  return call;
}

std::string ReasonOf(Guard guard, const S& submission, const calls::v1::Call& call, Instant now) {
  const auto checked = CheckGuard(guard, submission, call, now);
  return checked ? "" : checked.error().reason;
}

constexpr std::chrono::milliseconds kMillisecond{1};
const auto kCloses = FromMicros(1'000'000'000);

TEST(Life, AnInstantBeforeClosingIsInTimeAndClosingIsNot) {
  const auto call = CallUntil(kCloses);
  EXPECT_EQ(ReasonOf(Guard::kInTime, {}, call, kCloses - kMillisecond), "");
  EXPECT_EQ(ReasonOf(Guard::kInTime, {}, call, kCloses), "SUBMISSION_LATE");
  EXPECT_EQ(ReasonOf(Guard::kInTime, {}, call, kCloses + kMillisecond), "SUBMISSION_LATE");
  EXPECT_EQ(ReasonOf(Guard::kInTime, {}, call, FromMicros(-1)), "CALL_NOT_OPEN");
}

TEST(Life, WhatAnOfficerReturnedMayBeSentUntilTheTimeThatTheyGave) {
  const auto call = CallUntil(kCloses);
  S returned;
  returned.set_state(S::RETURNED);
  const auto until = kCloses + std::chrono::hours(1);
  *returned.mutable_correct_by() = ToProto(until);
  EXPECT_EQ(ReasonOf(Guard::kInTime, returned, call, until - kMillisecond), "");
  EXPECT_EQ(ReasonOf(Guard::kInTime, returned, call, until), "SUBMISSION_LATE");
  EXPECT_EQ(ReasonOf(Guard::kOnceTimeIsUp, returned, call, until - kMillisecond),
            "CALL_NOT_CLOSED");
  EXPECT_EQ(ReasonOf(Guard::kOnceTimeIsUp, returned, call, until), "");
}

TEST(Life, ATimeToCorrectNeverShortensTheCall) {
  S returned;
  *returned.mutable_correct_by() = ToProto(kCloses - std::chrono::hours(1));
  EXPECT_EQ(DeadlineOf(returned, CallUntil(kCloses)), kCloses);
}

TEST(Life, FormalitiesAreCheckedOnceTheCallIsClosed) {
  const auto call = CallUntil(kCloses);
  EXPECT_EQ(ReasonOf(Guard::kOnceClosed, {}, call, kCloses - kMillisecond), "CALL_NOT_CLOSED");
  EXPECT_EQ(ReasonOf(Guard::kOnceClosed, {}, call, kCloses), "");
  EXPECT_EQ(ReasonOf(Guard::kWhileCallOpen, {}, call, kCloses - kMillisecond), "");
  EXPECT_EQ(ReasonOf(Guard::kWhileCallOpen, {}, call, kCloses), "CALL_NOT_OPEN");
}

TEST(Life, EndorsementIsGivenOnlyWhereItIsRequired) {
  auto call = CallUntil(kCloses);
  EXPECT_EQ(ReasonOf(Guard::kEndorsementRequired, {}, call, {}), "STATE_WRONG");
  call.set_endorsement_required(true);
  EXPECT_EQ(ReasonOf(Guard::kEndorsementRequired, {}, call, {}), "");
}

TEST(Life, NoStatusBetraysAScoreOrAProposal) {
  for (const auto state : {S::ACCEPTED, S::IN_REVIEW, S::REVIEWED, S::PROPOSED, S::NOT_PROPOSED}) {
    EXPECT_EQ(StatusOf(state, true, false), S::UNDER_REVIEW) << S::State_Name(state);
  }
  EXPECT_EQ(StatusOf(S::PROPOSED, true, true), S::ON_NOTICE);
  EXPECT_EQ(StatusOf(S::NOT_PROPOSED, true, true), S::UNDER_REVIEW);
}

TEST(Life, EveryStateHasAStatus) {
  for (int state = S::DRAFT; state <= S::State_MAX; ++state) {
    EXPECT_NE(StatusOf(static_cast<State>(state), true, false), S::STATUS_UNSPECIFIED);
  }
  EXPECT_EQ(StatusOf(S::SUBMITTED, true, false), S::AWAITING_ENDORSEMENT);
  EXPECT_EQ(StatusOf(S::SUBMITTED, false, false), S::AWAITING_CHECK);
}

}  // namespace
}  // namespace redpeak::submissions
