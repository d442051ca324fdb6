#pragma once

#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/call.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

Result<v1::ListReviewsResponse> ListReviews(ReviewDeps& deps, Call& call,
                                            const v1::ListReviewsRequest& request);
Result<v1::Review> GetReview(ReviewDeps& deps, Call& call, const v1::GetReviewRequest& request);
Result<v1::Review> AcceptReview(ReviewDeps& deps, Call& call,
                                const v1::AcceptReviewRequest& request);
Result<v1::Review> DeclineReview(ReviewDeps& deps, Call& call,
                                 const v1::DeclineReviewRequest& request);
Result<v1::Review> UpdateReview(ReviewDeps& deps, Call& call,
                                const v1::UpdateReviewRequest& request);
Result<v1::Review> SubmitReview(ReviewDeps& deps, Call& call,
                                const v1::SubmitReviewRequest& request);

}  // namespace redpeak::review
