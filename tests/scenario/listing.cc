#include "tests/scenario/listing.h"

#include "redpeak/approval/v1/approval_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"

namespace redpeak::scenario {
namespace {

constexpr int kPageSize = 500;

}  // namespace

std::vector<submissions::v1::Submission> ListSubmissions(Play& play,
                                                         submissions::v1::Submission::State state) {
  submissions::v1::ListSubmissionsRequest request;
  request.set_call(play.call);
  request.set_state(state);
  request.set_page_size(kPageSize);
  std::vector<submissions::v1::Submission> all;
  play.server.ForEachPage(play.cast.officer, "lists the submissions",
                          &submissions::v1::SubmissionsService::Stub::ListSubmissions, request,
                          [&](const submissions::v1::ListSubmissionsResponse& page) {
                            all.insert(all.end(), page.submissions().begin(),
                                       page.submissions().end());
                          });
  return all;
}

std::vector<review::v1::Review> ListReviews(Play& play, review::v1::Review::State state) {
  review::v1::ListReviewsRequest request;
  request.set_call(play.call);
  request.set_state(state);
  request.set_page_size(kPageSize);
  std::vector<review::v1::Review> all;
  play.server.ForEachPage(play.cast.officer, "lists the reviews",
                          &review::v1::ReviewService::Stub::ListReviews, request,
                          [&](const review::v1::ListReviewsResponse& page) {
                            all.insert(all.end(), page.reviews().begin(), page.reviews().end());
                          });
  return all;
}

std::vector<approval::v1::Award> ListAwards(Play& play) {
  approval::v1::ListAwardsRequest request;
  request.set_call(play.call);
  request.set_page_size(kPageSize);
  std::vector<approval::v1::Award> all;
  play.server.ForEachPage(Public(), "lists the awards",
                          &approval::v1::ApprovalService::Stub::ListAwards, request,
                          [&](const approval::v1::ListAwardsResponse& page) {
                            all.insert(all.end(), page.awards().begin(), page.awards().end());
                          });
  return all;
}

}  // namespace redpeak::scenario
