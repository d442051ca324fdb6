// A review from its beginning to the comments that applicants read.
#include "services/review/review_service.h"

#include "tests/review_fixture.h"

namespace redpeak::review {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReviewService : public ReviewFixture {};

TEST_F(ReviewService, FromStartToComments) {
  const auto submissions = world_.InReview(call_);
  v1::GetProgressRequest ask;
  ask.set_call(call_);
  auto progress = Must(world_.auditor(), &Stub::GetProgress, ask);
  EXPECT_EQ(progress.submissions(), 6);
  EXPECT_EQ(progress.wanted(), 18);
  EXPECT_EQ(progress.assigned(), 18);
  EXPECT_EQ(progress.submissions_short(), 0);
  // The first two are equal, the others fall off.
  const int points[] = {90, 90, 80, 70, 60, 50};
  for (size_t i = 0; i < submissions.size(); ++i) {
    for (const auto& review : ReviewsOf(submissions[i])) {
      EXPECT_EQ(Finish(review, points[i]).total(), points[i]);
    }
  }
  v1::CloseReviewRequest close;
  close.set_call(call_);
  progress = Must(world_.officer(), &Stub::CloseReview, close);
  EXPECT_TRUE(progress.closed());
  EXPECT_EQ(progress.submissions_complete(), 6);

  v1::ListRankingRequest rank;
  rank.set_call(call_);
  const auto ranking = Must(world_.approver(), &Stub::ListRanking, rank);
  EXPECT_TRUE(ranking.closed());
  std::vector<int> ranks;
  for (const auto& ranked : ranking.submissions()) ranks.push_back(ranked.rank());
  EXPECT_THAT(ranks, ElementsAre(1, 1, 3, 4, 5, 6));
  EXPECT_TRUE(ranking.submissions(0).tied());
  EXPECT_EQ(ranking.submissions(2).mean(), 80);
  EXPECT_EQ(ranking.submissions(2).spread(), 0);
  EXPECT_NE(ranking.submissions(0).leader_name(), "");

  submissions::v1::GetSubmissionRequest get;
  get.set_name(submissions[2]);
  const auto scored = world_.Must<submissions::v1::SubmissionsService>(
      world_.officer(), &submissions::v1::SubmissionsService::Stub::GetSubmission, get);
  EXPECT_EQ(scored.state(), submissions::v1::Submission::REVIEWED);
  EXPECT_EQ(scored.score(), 80);
}

TEST_F(ReviewService, StartingAgainTakesInWhatIsNew) {
  const auto submissions = world_.InReview(call_);
  const auto progress = Must(world_.officer(), &Stub::StartReview, StartOf(call_));
  EXPECT_EQ(progress.submissions(), 6);
  EXPECT_EQ(progress.assigned(), 18);
}

TEST_F(ReviewService, PlansWithoutWritingAndAssignsThePlan) {
  const auto submissions = world_.InReview(call_);
  v1::PlanAssignmentRequest request;
  request.set_call(call_);
  request.set_reviews_each(5);
  const auto plan = Must(world_.officer(), &Stub::PlanAssignment, request);
  EXPECT_TRUE(plan.feasible());
  EXPECT_EQ(plan.pairs_count(), 12);
  EXPECT_THAT(Reviews({}), ::testing::SizeIs(18));
  auto assign = AssignOf(call_, 5);
  assign.set_request_id("6f0d2b9c-74a4-4a86-9a1e-0a3a4b5c6d7e");
  const auto done = Must(world_.officer(), &Stub::AssignReviews, assign);
  EXPECT_EQ(done.SerializeAsString(), plan.SerializeAsString());
  EXPECT_THAT(Reviews({}), ::testing::SizeIs(30));
  const auto again = Must(world_.officer(), &Stub::AssignReviews, assign);
  EXPECT_EQ(again.SerializeAsString(), done.SerializeAsString()) << "the first answer";
  EXPECT_THAT(Reviews({}), ::testing::SizeIs(30));
}

TEST_F(ReviewService, NamesTheSubmissionsThatLackExperts) {
  const auto submissions = world_.InReview(call_);
  v1::PlanAssignmentRequest request;
  request.set_call(call_);
  request.set_reviews_each(9);
  const auto plan = Must(world_.officer(), &Stub::PlanAssignment, request);
  EXPECT_FALSE(plan.feasible());
  EXPECT_EQ(plan.lacking_size(), 6);
  const auto refused =
      server_.Ask<Service>(world_.officer(), &Stub::AssignReviews, AssignOf(call_, 9));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "EXPERTS_LACKING");
  EXPECT_EQ(refused.error().metadata.at(submissions[0]), "1");
  EXPECT_EQ(refused.error().metadata.at("lacking"), "6");
}

TEST_F(ReviewService, ADeclinedReviewGoesToSomebodyElse) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  Must(TokenOf(review), &Stub::DeclineReview,
       Of<v1::DeclineReviewRequest>(review.name(), "本周出差"));
  const auto plan = Must(world_.officer(), &Stub::AssignReviews, AssignOf(call_));
  ASSERT_EQ(plan.pairs_size(), 1);
  EXPECT_EQ(plan.pairs(0).submission(), submissions[0]);
  EXPECT_NE(plan.pairs(0).expert(), review.expert());
}

TEST_F(ReviewService, WithdrawnSubmissionsLeaveTheReview) {
  const auto submissions = world_.InReview(call_);
  submissions::v1::WithdrawSubmissionRequest withdraw;
  withdraw.set_name(submissions[0]);
  withdraw.set_reason("另有安排");
  world_.Must<submissions::v1::SubmissionsService>(
      world_.researcher(0), &submissions::v1::SubmissionsService::Stub::WithdrawSubmission,
      withdraw);
  const auto progress = Must(world_.officer(), &Stub::StartReview, StartOf(call_));
  EXPECT_EQ(progress.submissions(), 5);
  for (const auto& review : ReviewsOf(submissions[0])) {
    EXPECT_EQ(review.state(), v1::Review::CANCELLED);
    EXPECT_EQ(review.decline_reason(), "SUBMISSION_WITHDRAWN");
  }
}

TEST_F(ReviewService, ClosingEarlyTakesAReasonAndOneReviewOfEach) {
  const auto submissions = world_.InReview(call_);
  v1::CloseReviewRequest close;
  close.set_call(call_);
  close.set_reason("专家不足");
  const auto refused = server_.Ask<Service>(world_.officer(), &Stub::CloseReview, close);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "REVIEWS_MISSING");
  EXPECT_EQ(refused.error().metadata.at(submissions[0]), "1");
  for (const auto& name : submissions) Finish(ReviewsOf(name).front(), 70);
  close.clear_reason();
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CloseReview, close), "REVIEWS_MISSING");
  EXPECT_EQ(ReviewsOf(submissions[0]).back().state(), v1::Review::ASSIGNED) << "nothing was done";
  close.set_reason("专家不足");
  const auto progress = Must(world_.officer(), &Stub::CloseReview, close);
  EXPECT_TRUE(progress.closed());
  const auto last = ReviewsOf(submissions[0]).back();
  EXPECT_EQ(last.state(), v1::Review::CANCELLED);
  EXPECT_EQ(last.decline_reason(), "REVIEW_CLOSED");
  EXPECT_EQ(Refusal(TokenOf(last), &Stub::AcceptReview, Of<v1::AcceptReviewRequest>(last.name())),
            "REVIEW_CLOSED");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::CloseReview, close), "REVIEW_CLOSED");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::StartReview, StartOf(call_)), "REVIEW_CLOSED");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::AssignReviews, AssignOf(call_)), "REVIEW_CLOSED");
}

TEST_F(ReviewService, ASubmittedReviewIsSealedAndItsRepetitionTheSame) {
  const auto submissions = world_.InReview(call_);
  const auto review = ReviewsOf(submissions[0]).front();
  const auto token = TokenOf(review);
  const auto accepted = Accept(review);
  auto draft = DraftOf(review.name(), 88);
  draft.mutable_review()->set_etag(accepted.etag());
  const auto saved = Must(token, &Stub::UpdateReview, draft);
  EXPECT_EQ(Refusal(token, &Stub::UpdateReview, draft), "ETAG_MISMATCH");
  auto submit = Of<v1::SubmitReviewRequest>(review.name());
  submit.set_etag(accepted.etag());
  EXPECT_EQ(Refusal(token, &Stub::SubmitReview, submit), "ETAG_MISMATCH");
  submit.set_etag(saved.etag());
  submit.set_request_id("0f7a0c86-95a5-4a0e-8f5b-4a1f5f9c1e11");
  const auto first = Must(token, &Stub::SubmitReview, submit);
  EXPECT_EQ(first.state(), v1::Review::SUBMITTED);
  EXPECT_DOUBLE_EQ(first.total(), 88);
  EXPECT_EQ(first.affinity(), 0) << "for staff only";
  const auto second = Must(token, &Stub::SubmitReview, submit);
  EXPECT_EQ(second.SerializeAsString(), first.SerializeAsString());
  submit.set_etag("");
  EXPECT_EQ(Refusal(token, &Stub::SubmitReview, submit), "REQUEST_ID_REUSED");
  submit.clear_request_id();
  EXPECT_EQ(Refusal(token, &Stub::SubmitReview, submit), "STATE_WRONG");
  draft.mutable_review()->clear_etag();
  EXPECT_EQ(Refusal(token, &Stub::UpdateReview, draft), "STATE_WRONG");
  const auto read = Must(token, &Stub::GetReview, Of<v1::GetReviewRequest>(review.name()));
  EXPECT_EQ(read.SerializeAsString(), first.SerializeAsString());
}

TEST_F(ReviewService, ApplicantsReadCommentsOnceTheCallIsDecided) {
  const auto submissions = world_.InReview(call_);
  world_.Reviewed(call_);
  v1::ListCommentsRequest request;
  request.set_submission(submissions[0]);
  EXPECT_EQ(Refusal(world_.researcher(0), &Stub::ListComments, request), "CALL_NOT_DECIDED");
  EXPECT_EQ(Refusal(world_.researcher(1), &Stub::ListComments, request), "NOT_FOUND");
}

TEST_F(ReviewService, PagesOfTheRankingFollowOnEachOther) {
  world_.InReview(call_);
  world_.Reviewed(call_);
  v1::ListRankingRequest request;
  request.set_call(call_);
  const auto whole = Must(world_.officer(), &Stub::ListRanking, request);
  request.set_page_size(4);
  const auto first = Must(world_.officer(), &Stub::ListRanking, request);
  request.set_page_token(first.next_page_token());
  const auto second = Must(world_.officer(), &Stub::ListRanking, request);
  EXPECT_EQ(second.next_page_token(), "");
  ASSERT_EQ(first.submissions_size() + second.submissions_size(), whole.submissions_size());
  EXPECT_EQ(second.submissions(0).submission(), whole.submissions(4).submission());
  request.set_category("key");
  EXPECT_EQ(Refusal(world_.officer(), &Stub::ListRanking, request), "PAGE_TOKEN_INVALID");
  request.clear_page_token();
  EXPECT_THAT(Must(world_.officer(), &Stub::ListRanking, request).submissions(), IsEmpty());
}

}  // namespace
}  // namespace redpeak::review
