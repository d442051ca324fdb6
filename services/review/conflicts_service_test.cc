// A conflict of interest blocks assigning, listing, reading and scoring, whenever it comes.
#include "tests/review_fixture.h"

namespace redpeak::review {
namespace {

using Kind = v1::Conflict;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::Not;

class ConflictsService : public ReviewFixture {
 protected:
  std::vector<std::string> Listed(const std::string& token) {
    const auto list = Must(token, &Stub::ListReviews, {});
    std::vector<std::string> names;
    for (const auto& review : list.reviews()) names.push_back(review.name());
    return names;
  }
  std::vector<v1::Conflict> Conflicts(const std::string& submission) {
    v1::ListConflictsRequest request;
    request.set_submission(submission);
    const auto list = Must(world_.officer(), &Stub::ListConflicts, request);
    return {list.conflicts().begin(), list.conflicts().end()};
  }
  // Makes an expert of a researcher, whose unit is that of the submission.
  void TakeIntoPool(const std::string& person) {
    v1::CreateExpertRequest request;
    request.mutable_expert()->set_person("people/" + person);
    request.mutable_expert()->add_disciplines("210");
    request.mutable_expert()->set_reviews_max(5);
    request.mutable_expert()->set_available(true);
    Must(world_.officer(), &Stub::CreateExpert, request);
  }
};

TEST_F(ConflictsService, AnOfficersConflictEndsAReviewAndEverythingWithIt) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  const int expert = NumberOf(review.expert());
  const auto token = TokenOf(review);
  Accept(review);
  Must(token, &Stub::UpdateReview, DraftOf(review.name(), 80));
  Must(world_.officer(), &Stub::SetConflict, ConflictOf(submissions[0], expert));
  EXPECT_THAT(Listed(token), Each(Not(review.name())));
  EXPECT_EQ(Refusal(token, &Stub::GetReview, Of<v1::GetReviewRequest>(review.name())), "NOT_FOUND");
  EXPECT_EQ(Refusal(token, &Stub::ReadSubmission, Of<v1::ReadSubmissionRequest>(review.name())),
            "CONFLICT_OF_INTEREST");
  EXPECT_EQ(Refusal(token, &Stub::UpdateReview, DraftOf(review.name(), 1)), "CONFLICT_OF_INTEREST");
  EXPECT_EQ(Refusal(token, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(review.name())),
            "CONFLICT_OF_INTEREST");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview, PairOf(submissions[0], expert)),
            "CONFLICT_OF_INTEREST");
  const auto plan = Must(world_.officer(), &Stub::AssignReviews, AssignOf(call_));
  ASSERT_EQ(plan.pairs_size(), 1);
  EXPECT_NE(plan.pairs(0).expert(), review.expert());
  EXPECT_EQ(ReviewsOf(submissions[0]).front().decline_reason(), "CONFLICT_OF_INTEREST");
}

TEST_F(ConflictsService, OnlyAnOfficersConflictIsTakenBack) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  const int expert = NumberOf(review.expert());
  v1::RemoveConflictRequest remove;
  remove.set_submission(submissions[0]);
  remove.set_expert(review.expert());
  EXPECT_EQ(Refusal(world_.officer(), &Stub::RemoveConflict, remove), "NOT_FOUND");
  Must(world_.officer(), &Stub::SetConflict, ConflictOf(submissions[0], expert));
  Must(world_.officer(), &Stub::RemoveConflict, remove);
  EXPECT_THAT(Conflicts(submissions[0]), IsEmpty());
  const auto again = Must(world_.officer(), &Stub::AssignReview, PairOf(submissions[0], expert));
  EXPECT_NE(again.name(), review.name());
  EXPECT_EQ(again.state(), v1::Review::ASSIGNED);
}

TEST_F(ConflictsService, ASubmittedReviewStays) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  Finish(review, 80);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::SetConflict,
                    ConflictOf(submissions[0], NumberOf(review.expert()))),
            "STATE_WRONG");
}

TEST_F(ConflictsService, AnExpertDeclaresOne) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  const auto token = TokenOf(review);
  EXPECT_EQ(Refusal(token, &Stub::DeclareConflict, Of<v1::DeclareConflictRequest>(review.name())),
            "FIELD_INVALID reason REQUIRED");
  const auto declare = Of<v1::DeclareConflictRequest>(review.name(), "曾合作发表论文");
  const auto cancelled = Must(token, &Stub::DeclareConflict, declare);
  EXPECT_EQ(cancelled.state(), v1::Review::CANCELLED);
  EXPECT_THAT(Listed(token), Each(Not(review.name())));
  const auto conflicts = Conflicts(submissions[0]);
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(conflicts[0].kind(), Kind::DECLARED);
  EXPECT_EQ(conflicts[0].reason(), "曾合作发表论文");
  EXPECT_EQ(Refusal(token, &Stub::DeclareConflict, declare), "CONFLICT_OF_INTEREST");
}

TEST_F(ConflictsService, ANewExpertsConflictsAreFoundAtOnce) {
  const auto submissions = world_.InReview(call_);
  TakeIntoPool("r0");
  std::vector<Kind::Kind> kinds;
  for (const auto& conflict : Conflicts(submissions[0])) {
    EXPECT_EQ(conflict.expert(), "experts/r0");
    kinds.push_back(conflict.kind());
  }
  EXPECT_THAT(kinds,
              ::testing::UnorderedElementsAre(Kind::APPLICANT, Kind::SAME_UNIT, Kind::TEAM_UNIT));
  v1::AssignReviewRequest pair;
  pair.set_submission(submissions[0]);
  pair.set_expert("experts/r0");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview, pair), "CONFLICT_OF_INTEREST");
  pair.set_submission(submissions[1]);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview, pair), "");
}

// Who moves to the applicant's unit after having been assigned is found out when more is assigned.
TEST_F(ConflictsService, AMoveToTheApplicantsUnitEndsAReview) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  identity::v1::UpdatePersonRequest move;
  move.mutable_person()->set_name("people/" + LastId(review.expert()));
  move.mutable_person()->set_organisation("organisations/ur0");
  move.mutable_update_mask()->add_paths("organisation");
  world_.Must<identity::v1::IdentityService>(
      world_.administrator(), &identity::v1::IdentityService::Stub::UpdatePerson, move);
  v1::PlanAssignmentRequest ask;
  ask.set_call(call_);
  const auto plan = Must(world_.officer(), &Stub::PlanAssignment, ask);
  ASSERT_EQ(plan.pairs_size(), 1);
  EXPECT_EQ(Must(world_.officer(), &Stub::AssignReviews, AssignOf(call_)).SerializeAsString(),
            plan.SerializeAsString());
  EXPECT_EQ(ReviewsOf(submissions[0]).front().state(), v1::Review::CANCELLED);
  EXPECT_THAT(Listed(TokenOf(review)), Each(Not(review.name())));
}

TEST_F(ConflictsService, StaffDoNotLearnWhoReviewsTheirOwnWork) {
  const auto submissions = world_.InReview(call_);
  const auto own = server_.SignInAs("r0", Role::PROGRAMME_OFFICER, call_, "organisations/ur0");
  const auto review = ReviewsOf(submissions[0]).front();
  EXPECT_EQ(Refusal(own, &Stub::GetReview, Of<v1::GetReviewRequest>(review.name())), "NOT_FOUND");
  EXPECT_EQ(Refusal(own, &Stub::CancelReview, Of<v1::CancelReviewRequest>(review.name(), "x")),
            "NOT_FOUND");
  EXPECT_EQ(Refusal(own, &Stub::SetConflict, ConflictOf(submissions[0], 0)), "NOT_FOUND");
  EXPECT_EQ(Refusal(own, &Stub::AssignReview, PairOf(submissions[0], 0)), "NOT_FOUND");
  v1::ListConflictsRequest conflicts;
  conflicts.set_submission(submissions[0]);
  EXPECT_EQ(Refusal(own, &Stub::ListConflicts, conflicts), "NOT_FOUND");
  EXPECT_EQ(Listed(own).size(), 15U);
  v1::PlanAssignmentRequest ask;
  ask.set_call(call_);
  ask.set_reviews_each(4);
  EXPECT_EQ(Must(own, &Stub::PlanAssignment, ask).pairs_size(), 5);
  Finish(review, 80);
  v1::ListRankingRequest rank;
  rank.set_call(call_);
  EXPECT_EQ(Must(own, &Stub::ListRanking, rank).submissions_size(), 0);
}

}  // namespace
}  // namespace redpeak::review
