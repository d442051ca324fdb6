#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/base/names.h"
#include "tests/world.h"

namespace redpeak::review {

using Service = v1::ReviewService;
using Stub = v1::ReviewService::Stub;

// For tests of the whole service: a server with a small world in it, and the steps of a review.
class ReviewFixture : public ::testing::Test {
 protected:
  template <typename Request, typename Response>
  Response Must(const std::string& token,
                grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                const Request& request) {
    return world_.Must<Service>(token, method, request);
  }
  // The error's reason, with the first violation's field and rule; empty if it succeeded.
  template <typename Request, typename Response>
  std::string Refusal(const std::string& token,
                      grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                      const Request& request) {
    const auto answer = server_.Ask<Service>(token, method, request);
    if (answer) return {};
    const auto& error = answer.error();
    if (error.violations.empty()) return error.reason;
    return error.reason + " " + error.violations.front().field + " " +
           error.violations.front().rule;
  }

  // The requests that most tests make.
  static v1::StartReviewRequest StartOf(const std::string& call) {
    v1::StartReviewRequest request;
    request.set_call(call);
    return request;
  }
  static v1::AssignReviewsRequest AssignOf(const std::string& call, int each = 0) {
    v1::AssignReviewsRequest request;
    request.set_call(call);
    request.set_reviews_each(each);
    return request;
  }
  static v1::AssignReviewRequest PairOf(const std::string& submission, int expert) {
    v1::AssignReviewRequest request;
    request.set_submission(submission);
    request.set_expert(ExpertName(expert));
    return request;
  }
  static v1::SetConflictRequest ConflictOf(const std::string& submission, int expert) {
    v1::SetConflictRequest request;
    request.set_submission(submission);
    request.set_expert(ExpertName(expert));
    request.set_reason("师生关系");
    return request;
  }
  // A request that only names a review.
  template <typename Request>
  static Request Of(const std::string& name) {
    Request request;
    request.set_name(name);
    return request;
  }
  template <typename Request>
  static Request Of(const std::string& name, const std::string& reason) {
    auto request = Of<Request>(name);
    request.set_reason(reason);
    return request;
  }
  static std::string ExpertName(int i) { return "experts/e" + std::to_string(i); }

  static v1::UpdateReviewRequest DraftOf(const std::string& name, int points) {
    v1::UpdateReviewRequest request;
    auto& review = *request.mutable_review();
    review.set_name(name);
    for (const char* criterion : {"innovation", "feasibility"}) {
      auto& score = *review.add_scores();
      score.set_criterion(criterion);
      score.set_points(points);
      score.set_comment("评语");
    }
    review.set_recommendation(v1::Review::FUND);
    review.set_comment_to_applicant("建议细化方案");
    review.set_comment_to_officers("仅供内部");
    return request;
  }

  // Reviews by filter, as the officer lists them.
  std::vector<v1::Review> Reviews(const v1::ListReviewsRequest& filter) {
    const auto list = Must(world_.officer(), &Stub::ListReviews, filter);
    return {list.reviews().begin(), list.reviews().end()};
  }
  std::vector<v1::Review> ReviewsOf(const std::string& submission) {
    v1::ListReviewsRequest filter;
    filter.set_submission(submission);
    return Reviews(filter);
  }
  // The number of an expert, such as 3 of experts/e3.
  static int NumberOf(const std::string& expert) { return std::stoi(LastId(expert).substr(1)); }
  const std::string TokenOf(const v1::Review& review) {
    return world_.expert(NumberOf(review.expert()));
  }
  v1::Review Accept(const v1::Review& review) {
    return Must(TokenOf(review), &Stub::AcceptReview, Of<v1::AcceptReviewRequest>(review.name()));
  }
  // Accepts, writes and submits.
  v1::Review Finish(const v1::Review& review, int points) {
    const auto token = TokenOf(review);
    Accept(review);
    Must(token, &Stub::UpdateReview, DraftOf(review.name(), points));
    return Must(token, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(review.name()));
  }

  testing::TestServer server_;
  testing::World world_{server_};
  const std::string call_ = world_.PublishCall("2022").name();
};

}  // namespace redpeak::review
