#include "services/submissions/relation.h"

#include <gmock/gmock.h>

namespace redpeak::submissions {
namespace {

using S = v1::Submission;

Caller Person(const std::string& id, std::vector<Grant> grants) {
  Caller caller;
  caller.account = "accounts/" + id;
  caller.person = "people/" + id;
  caller.grants = std::move(grants);
  return caller;
}

Caller ServiceCaller() {
  Caller caller;
  caller.service = "review";
  return caller;
}

S Sent(State state = S::SUBMITTED) {
  S submission;
  submission.set_name("submissions/s1");
  submission.set_call("calls/2022");
  submission.set_leader("people/leader");
  submission.set_unit("organisations/host");
  submission.set_recommender("organisations/rec");
  submission.mutable_receipt()->set_number("CF2022-000001");
  submission.set_state(state);
  submission.set_status(StatusOf(state, true, false));
  submission.set_etag("7");
  return submission;
}

S Draft() {
  auto draft = Sent(S::DRAFT);
  draft.clear_receipt();
  return draft;
}

const auto kLeader = Person("leader", {{Role::RESEARCHER, ""}});
const auto kStranger = Person("stranger", {{Role::RESEARCHER, ""}});
const auto kHostOfficer = Person("host", {{Role::UNIT_OFFICER, "organisations/host"}});
const auto kEndorser = Person("rec", {{Role::UNIT_OFFICER, "organisations/rec"}});
const auto kOtherOfficer = Person("other", {{Role::UNIT_OFFICER, "organisations/other"}});
const auto kOfficer = Person("officer", {{Role::PROGRAMME_OFFICER, "calls/2022"}});
const auto kElsewhere = Person("elsewhere", {{Role::PROGRAMME_OFFICER, "calls/2021"}});
const auto kAuditor = Person("auditor", {{Role::AUDITOR, ""}});
const auto kExpert = Person("expert", {{Role::EXPERT, ""}});

TEST(Relation, IsWhatTheSubmissionTellsOfTheCaller) {
  EXPECT_TRUE(AudiencesOf(kLeader, Sent()).Contains(Audience::SELF));
  EXPECT_TRUE(AudiencesOf(kHostOfficer, Sent()).Contains(Audience::UNIT));
  EXPECT_TRUE(AudiencesOf(kEndorser, Sent()).Contains(Audience::UNIT));
  EXPECT_TRUE(AudiencesOf(kOfficer, Sent()).Contains(Audience::STAFF));
  EXPECT_TRUE(AudiencesOf(kAuditor, Sent()).Contains(Audience::STAFF));
  EXPECT_TRUE(AudiencesOf(ServiceCaller(), Sent()).Contains(Audience::PEER));
  for (const auto& nobody : {kStranger, kOtherOfficer, kElsewhere, kExpert}) {
    EXPECT_FALSE(MaySee(nobody, Sent())) << nobody.account;
  }
}

TEST(Relation, DraftsAreTheirLeadersAlone) {
  EXPECT_TRUE(MaySee(kLeader, Draft()));
  EXPECT_TRUE(MaySee(ServiceCaller(), Draft()));
  for (const auto& other : {kHostOfficer, kEndorser, kOfficer, kAuditor}) {
    EXPECT_FALSE(MaySee(other, Draft())) << other.account;
  }
}

TEST(Relation, WhoLeadsItIsNotStaffToIt) {
  const auto both = Person("leader", {{Role::RESEARCHER, ""}, {Role::PROGRAMME_OFFICER, ""}});
  EXPECT_FALSE(AudiencesOf(both, Sent()).Contains(Audience::STAFF));
  EXPECT_EQ(ShownState(both, Sent(S::PROPOSED)), "UNDER_REVIEW");
  EXPECT_EQ(ShownState(kOfficer, Sent(S::PROPOSED)), "PROPOSED");
}

TEST(Relation, NobodyWithoutAPersonLeadsAnything) {
  auto nameless = Draft();
  nameless.clear_leader();
  EXPECT_FALSE(MaySee(Person("", {}), nameless));
  Caller empty;
  EXPECT_FALSE(MaySee(empty, nameless));
}

std::string ReasonOf(const Caller& caller, const S& submission, Action action,
                     const std::string& etag = "") {
  const auto step = FindStepFor(caller, submission, action, etag);
  return step ? "" : step.error().reason;
}

TEST(Relation, FindsTheStepOrSaysWhyNot) {
  EXPECT_EQ(ReasonOf(kLeader, Draft(), Action::kSubmit), "");
  EXPECT_EQ(ReasonOf(kLeader, Draft(), Action::kSubmit, "7"), "");
  EXPECT_EQ(ReasonOf(kLeader, Draft(), Action::kSubmit, "6"), "ETAG_MISMATCH");
  EXPECT_EQ(ReasonOf(kLeader, Sent(), Action::kSubmit), "STATE_WRONG");
  EXPECT_EQ(ReasonOf(kStranger, Sent(), Action::kEdit), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(kOfficer, Draft(), Action::kAccept), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(kOfficer, Sent(), Action::kEdit), "ROLE_MISSING");
  EXPECT_EQ(ReasonOf(kAuditor, Sent(), Action::kAccept), "ROLE_MISSING");
  EXPECT_EQ(ReasonOf(kLeader, Sent(), Action::kEndorse), "ROLE_MISSING");
}

TEST(Relation, TheRecommenderEndorsesAndTheHostWhereThereIsNone) {
  auto submission = Sent();
  EXPECT_EQ(ReasonOf(kEndorser, submission, Action::kEndorse), "");
  EXPECT_EQ(ReasonOf(kHostOfficer, submission, Action::kEndorse), "ROLE_MISSING");
  submission.clear_recommender();
  EXPECT_EQ(ReasonOf(kHostOfficer, submission, Action::kEndorse), "");
}

TEST(Relation, NobodyJudgesTheirOwn) {
  const auto everything =
      Person("leader", {{Role::UNIT_OFFICER, "organisations/rec"}, {Role::PROGRAMME_OFFICER, ""}});
  for (const auto action :
       {Action::kEndorse, Action::kReturn, Action::kCheck, Action::kAccept, Action::kRefuse}) {
    EXPECT_EQ(ReasonOf(everything, Sent(), action), "OWN_SUBMISSION") << NameOf(action);
  }
}

TEST(Relation, AWithdrawalRefusedDoesNotTellThatItIsProposed) {
  const auto proposed = FindStepFor(kLeader, Sent(S::PROPOSED), Action::kWithdraw, "");
  const auto passed_over = FindStepFor(kLeader, Sent(S::NOT_PROPOSED), Action::kWithdraw, "");
  ASSERT_FALSE(proposed);
  ASSERT_FALSE(passed_over);
  EXPECT_EQ(proposed.error().message, passed_over.error().message);
  EXPECT_EQ(proposed.error().metadata, passed_over.error().metadata);
}

TEST(Relation, OnlyServicesMoveItThroughReview) {
  EXPECT_EQ(ReasonOf(ServiceCaller(), Sent(S::ACCEPTED), Action::kStartReview), "");
  EXPECT_EQ(ReasonOf(kOfficer, Sent(S::ACCEPTED), Action::kStartReview), "ROLE_MISSING");
}

}  // namespace
}  // namespace redpeak::submissions
