// What each RPC of a review refuses, and why.
#include "tests/review_fixture.h"

namespace redpeak::review {
namespace {

class Refusals : public ReviewFixture {
 protected:
  const std::string nothing_ = "submissions/none/reviews/none";
};

TEST_F(Refusals, BeforeTheCallIsClosedNothingBegins) {
  EXPECT_EQ(Refusal(world_.officer(), &Stub::StartReview, StartOf(call_)), "CALL_NOT_CLOSED");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::StartReview, StartOf("calls/none")), "NOT_FOUND");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::StartReview, StartOf("2022")),
            "FIELD_INVALID call MALFORMED");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReviews, AssignOf(call_)), "STATE_WRONG");
  v1::GetProgressRequest progress;
  progress.set_call(call_);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::GetProgress, progress), "STATE_WRONG");
}

TEST_F(Refusals, AnOpenFormalityCheckHoldsTheReviewBack) {
  world_.Endorsed(call_, 0);
  server_.MoveTo("2022-05-01T08:00:00+08:00");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::StartReview, StartOf(call_)), "FORMALITY_OPEN");
}

TEST_F(Refusals, ACallWithoutSubmissionsCanBeReviewed) {
  server_.MoveTo("2022-05-01T08:00:00+08:00");
  EXPECT_EQ(Must(world_.officer(), &Stub::StartReview, StartOf(call_)).submissions(), 0);
  const auto plan = Must(world_.officer(), &Stub::AssignReviews, AssignOf(call_));
  EXPECT_TRUE(plan.feasible());
  v1::CloseReviewRequest close;
  close.set_call(call_);
  EXPECT_TRUE(Must(world_.officer(), &Stub::CloseReview, close).closed());
}

TEST_F(Refusals, OthersCallsAreNotFound) {
  const auto other = server_.SignInAs("other", Role::PROGRAMME_OFFICER, "calls/2021");
  EXPECT_EQ(Refusal(other, &Stub::StartReview, StartOf(call_)), "NOT_FOUND");
  EXPECT_EQ(Refusal(other, &Stub::AssignReviews, AssignOf(call_)), "NOT_FOUND");
  v1::CloseReviewRequest close;
  close.set_call(call_);
  EXPECT_EQ(Refusal(other, &Stub::CloseReview, close), "NOT_FOUND");
  v1::ListRankingRequest rank;
  rank.set_call(call_);
  EXPECT_EQ(Refusal(other, &Stub::ListRanking, rank), "NOT_FOUND");
  v1::ListConflictsRequest conflicts;
  conflicts.set_call(call_);
  EXPECT_EQ(Refusal(other, &Stub::ListConflicts, conflicts), "NOT_FOUND");
  EXPECT_EQ(Must(other, &Stub::ListReviews, {}).reviews_size(), 0);
}

TEST_F(Refusals, WhatIsNotThereIsNotFound) {
  const auto expert = world_.expert(0);
  EXPECT_EQ(Refusal(expert, &Stub::GetReview, Of<v1::GetReviewRequest>(nothing_)), "NOT_FOUND");
  EXPECT_EQ(Refusal(expert, &Stub::AcceptReview, Of<v1::AcceptReviewRequest>(nothing_)),
            "NOT_FOUND");
  EXPECT_EQ(Refusal(expert, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(nothing_)),
            "NOT_FOUND");
  EXPECT_EQ(Refusal(expert, &Stub::UpdateReview, DraftOf(nothing_, 1)), "NOT_FOUND");
  EXPECT_EQ(Refusal(expert, &Stub::GetReview, Of<v1::GetReviewRequest>("reviews/1")),
            "FIELD_INVALID name MALFORMED");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::SetConflict, ConflictOf("submissions/none", 0)),
            "NOT_FOUND");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview, PairOf("submissions/none", 0)),
            "NOT_FOUND");
  v1::ListCommentsRequest comments;
  comments.set_submission("submissions/none");
  EXPECT_EQ(Refusal(world_.researcher(0), &Stub::ListComments, comments), "NOT_FOUND");
}

TEST_F(Refusals, OfAssigningByHand) {
  const auto submissions = world_.InReview(call_);
  const auto live = ReviewsOf(submissions[0]).front();
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview,
                    PairOf(submissions[0], NumberOf(live.expert()))),
            "ALREADY_EXISTS");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview, PairOf(submissions[0], 77)),
            "NOT_FOUND");
  // Somebody who does not review submission 0 yet.
  std::vector<int> free = {0, 1, 2, 3, 4, 5, 6, 7};
  for (const auto& review : ReviewsOf(submissions[0])) std::erase(free, NumberOf(review.expert()));
  const auto name = ExpertName(free.front());
  v1::UpdateExpertRequest change;
  change.mutable_expert()->set_name(name);
  change.mutable_expert()->set_reviews_max(1);
  change.mutable_update_mask()->add_paths("available");
  Must(world_.officer(), &Stub::UpdateExpert, change);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview, PairOf(submissions[0], free.front())),
            "EXPERT_UNAVAILABLE");
  change.mutable_expert()->set_available(true);
  change.mutable_update_mask()->add_paths("reviews_max");
  Must(world_.officer(), &Stub::UpdateExpert, change);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReview, PairOf(submissions[0], free.front())),
            "EXPERT_FULL");
  auto wish = AssignOf(call_, 16);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReviews, wish),
            "FIELD_INVALID reviews_each OUT_OF_RANGE");
  wish = AssignOf(call_);
  wish.set_load_max(-1);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReviews, wish),
            "FIELD_INVALID load_max OUT_OF_RANGE");
}

TEST_F(Refusals, OfWritingAReview) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  const auto token = TokenOf(review);
  const auto& name = review.name();
  EXPECT_EQ(Refusal(token, &Stub::UpdateReview, DraftOf(name, 5)), "STATE_WRONG") << "not accepted";
  EXPECT_EQ(Refusal(token, &Stub::DeclineReview, Of<v1::DeclineReviewRequest>(name)),
            "FIELD_INVALID reason REQUIRED");
  Accept(review);
  EXPECT_EQ(Refusal(token, &Stub::AcceptReview, Of<v1::AcceptReviewRequest>(name)), "STATE_WRONG");
  EXPECT_EQ(Refusal(token, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(name)),
            "FIELD_INVALID scores[innovation].points REQUIRED");
  EXPECT_EQ(Refusal(token, &Stub::UpdateReview, DraftOf(name, 101)),
            "FIELD_INVALID review.scores[0].points OUT_OF_RANGE");
  auto draft = DraftOf(name, 50);
  draft.mutable_update_mask()->add_paths("total");
  EXPECT_EQ(Refusal(token, &Stub::UpdateReview, draft), "FIELD_INVALID update_mask UNKNOWN");
  draft.mutable_update_mask()->set_paths(0, "scores");
  Must(token, &Stub::UpdateReview, draft);
  EXPECT_EQ(Refusal(token, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(name)),
            "FIELD_INVALID recommendation REQUIRED");
}

TEST_F(Refusals, OfCancelling) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  const auto& name = review.name();
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CancelReview, Of<v1::CancelReviewRequest>(name)),
            "FIELD_INVALID reason REQUIRED");
  const auto cancel = Of<v1::CancelReviewRequest>(name, "专家联系不上");
  const auto cancelled = Must(world_.officer(), &Stub::CancelReview, cancel);
  EXPECT_EQ(cancelled.decline_reason(), "专家联系不上");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CancelReview, cancel), "STATE_WRONG");
  EXPECT_EQ(Refusal(TokenOf(review), &Stub::AcceptReview, Of<v1::AcceptReviewRequest>(name)),
            "STATE_WRONG");
}

TEST_F(Refusals, OfLists) {
  v1::ListReviewsRequest reviews;
  reviews.set_state(static_cast<v1::Review::State>(99));
  EXPECT_EQ(Refusal(world_.officer(), &Stub::ListReviews, reviews), "FIELD_INVALID state UNKNOWN");
  reviews.clear_state();
  reviews.set_page_size(1001);
  EXPECT_EQ(Refusal(world_.officer(), &Stub::ListReviews, reviews),
            "FIELD_INVALID page_size OUT_OF_RANGE");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::ListConflicts, {}), "FIELD_INVALID call REQUIRED");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::ListRanking, {}), "FIELD_INVALID call REQUIRED");
  v1::FindPersonConflictsRequest find;
  EXPECT_EQ(Refusal(world_.officer(), &Stub::FindPersonConflicts, find), "ROLE_MISSING");
}

}  // namespace
}  // namespace redpeak::review
