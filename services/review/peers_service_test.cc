// What the review does with and for the other services, and with several callers at once.
#include <future>

#include "tests/review_fixture.h"

namespace redpeak::review {
namespace {

using submissions::v1::SubmissionsService;
using ::testing::UnorderedElementsAre;

class ReviewPeers : public ReviewFixture {
 protected:
  template <typename Request, typename Response>
  Response MustAs(const std::string& service,
                  grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                  const Request& request) {
    auto answer = server_.AskAs<Service>(service, method, request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Response();
  }
  void Advance(const std::string& submission,
               submissions::v1::AdvanceSubmissionsRequest::Action action, double score) {
    submissions::v1::AdvanceSubmissionsRequest request;
    request.set_action(action);
    auto& item = *request.add_items();
    item.set_name(submission);
    item.set_score(score);
    const auto answer = server_.AskAs<SubmissionsService>(
        "review", &SubmissionsService::Stub::AdvanceSubmissions, request);
    ASSERT_TRUE(answer) << answer.error().message;
  }
  submissions::v1::Submission Read(const std::string& submission) {
    submissions::v1::GetSubmissionRequest request;
    request.set_name(submission);
    return world_.Must<SubmissionsService>(world_.officer(),
                                           &SubmissionsService::Stub::GetSubmission, request);
  }
};

TEST_F(ReviewPeers, CommentsAreToldOnceTheCallIsDecided) {
  const auto submissions = world_.InReview(call_);
  world_.Reviewed(call_);
  calls::v1::AdvanceCallRequest decide;
  decide.set_name(call_);
  decide.set_state(calls::v1::Call::DECIDED);
  ASSERT_TRUE(server_.AskAs<calls::v1::CallsService>(
      "approval", &calls::v1::CallsService::Stub::AdvanceCall, decide));
  v1::ListCommentsRequest request;
  request.set_submission(submissions[0]);
  const auto told = Must(world_.researcher(0), &Stub::ListComments, request);
  ASSERT_EQ(told.comments_size(), 3);
  EXPECT_EQ(told.comments(0).text(), "建议细化方案");
  EXPECT_EQ(told.comments(0).recommendation(), v1::Review::FUND);
  const auto bytes = told.SerializeAsString();
  for (const char* word : {"专家", "experts/", "people/", "reviews/", "仅供内部"}) {
    EXPECT_EQ(bytes.find(word), std::string::npos) << word;
  }
  EXPECT_EQ(Refusal(world_.researcher(1), &Stub::ListComments, request), "NOT_FOUND");
}

TEST_F(ReviewPeers, TheApprovalLearnsOfAPersonsConflicts) {
  const auto submissions = world_.InReview(call_);
  v1::FindPersonConflictsRequest request;
  request.set_person("people/r0");
  for (const auto& name : submissions) request.add_submissions(name);
  const auto found = MustAs("approval", &Stub::FindPersonConflicts, request);
  std::vector<v1::Conflict::Kind> kinds;
  for (const auto& conflict : found.conflicts()) {
    EXPECT_EQ(conflict.submission(), submissions[0]);
    kinds.push_back(conflict.kind());
  }
  EXPECT_THAT(kinds, UnorderedElementsAre(v1::Conflict::APPLICANT, v1::Conflict::SAME_UNIT,
                                          v1::Conflict::TEAM_UNIT));
  request.set_person("people/e0");
  EXPECT_EQ(MustAs("approval", &Stub::FindPersonConflicts, request).conflicts_size(), 0);
  request.add_submissions("submissions/none");
  EXPECT_EQ(server_.AskAs<Service>("approval", &Stub::FindPersonConflicts, request).error().reason,
            "NOT_FOUND");
  v1::ListRankingRequest rank;
  rank.set_call(call_);
  EXPECT_FALSE(MustAs("approval", &Stub::ListRanking, rank).closed());
}

// Submissions hears of the scores before they are written here. If that fails, closing again
// succeeds.
TEST_F(ReviewPeers, ClosingThatFailedHalfwayCanBeRepeated) {
  const auto submissions = world_.InReview(call_);
  for (const auto& name : submissions) {
    for (const auto& review : ReviewsOf(name)) Finish(review, 70);
  }
  Advance(submissions[0], submissions::v1::AdvanceSubmissionsRequest::RECORD_SCORE, 12);
  v1::CloseReviewRequest close;
  close.set_call(call_);
  EXPECT_TRUE(Must(world_.officer(), &Stub::CloseReview, close).closed());
  EXPECT_EQ(Read(submissions[0]).score(), 70);
}

TEST_F(ReviewPeers, StartingThatFailedHalfwayCanBeRepeated) {
  const auto name = world_.Endorsed(call_, 0).name();
  server_.MoveTo("2022-05-01T08:00:00+08:00");
  submissions::v1::CheckFormalityRequest check;
  check.set_name(name);
  submissions::v1::AcceptSubmissionRequest accept;
  accept.set_name(name);
  accept.set_etag(world_
                      .Must<SubmissionsService>(world_.officer(),
                                                &SubmissionsService::Stub::CheckFormality, check)
                      .etag());
  world_.Must<SubmissionsService>(world_.officer(), &SubmissionsService::Stub::AcceptSubmission,
                                  accept);
  Advance(name, submissions::v1::AdvanceSubmissionsRequest::START_REVIEW, 0);
  EXPECT_EQ(Must(world_.officer(), &Stub::StartReview, StartOf(call_)).submissions(), 1);
}

TEST_F(ReviewPeers, AWithdrawnSubmissionIsNotReadAnyMore) {
  const auto submissions = world_.InReview(call_);
  const auto review = Accept(ReviewsOf(submissions[0]).front());
  submissions::v1::WithdrawSubmissionRequest withdraw;
  withdraw.set_name(submissions[0]);
  withdraw.set_reason("另有安排");
  world_.Must<SubmissionsService>(world_.researcher(0),
                                  &SubmissionsService::Stub::WithdrawSubmission, withdraw);
  EXPECT_EQ(
      Refusal(TokenOf(review), &Stub::ReadSubmission, Of<v1::ReadSubmissionRequest>(review.name())),
      "STATE_WRONG");
}

TEST_F(ReviewPeers, AssigningTwiceAtOnceAssignsOnce) {
  world_.InReview(call_);
  std::vector<std::future<bool>> calls;
  for (int i = 0; i < 4; ++i) {
    calls.push_back(std::async(std::launch::async, [&] {
      return server_.Ask<Service>(world_.officer(), &Stub::AssignReviews, AssignOf(call_, 5))
          .has_value();
    }));
  }
  for (auto& one : calls) EXPECT_TRUE(one.get());
  EXPECT_EQ(Reviews({}).size(), 30U);
}

TEST_F(ReviewPeers, OfManySubmissionsAtOnceOneSeals) {
  const auto submissions = world_.InReview(call_);
  const auto review = Accept(ReviewsOf(submissions[0]).front());
  const auto token = TokenOf(review);
  Must(token, &Stub::UpdateReview, DraftOf(review.name(), 70));
  std::vector<std::future<std::string>> calls;
  for (int i = 0; i < 8; ++i) {
    calls.push_back(std::async(std::launch::async, [&] {
      return Refusal(token, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(review.name()));
    }));
  }
  int sealed = 0;
  for (auto& one : calls) {
    const auto refusal = one.get();
    EXPECT_THAT(refusal, ::testing::AnyOf("", "STATE_WRONG", "ETAG_MISMATCH"));
    if (refusal.empty()) ++sealed;
  }
  EXPECT_EQ(sealed, 1);
}

}  // namespace
}  // namespace redpeak::review
