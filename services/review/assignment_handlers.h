#pragma once

#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/call.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

Result<v1::AssignmentPlan> PlanAssignment(ReviewDeps& deps, Call& call,
                                          const v1::PlanAssignmentRequest& request);
Result<v1::AssignmentPlan> AssignReviews(ReviewDeps& deps, Call& call,
                                         const v1::AssignReviewsRequest& request);
Result<v1::Review> AssignReview(ReviewDeps& deps, Call& call,
                                const v1::AssignReviewRequest& request);
Result<v1::Review> CancelReview(ReviewDeps& deps, Call& call,
                                const v1::CancelReviewRequest& request);

}  // namespace redpeak::review
