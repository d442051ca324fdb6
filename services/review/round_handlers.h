#pragma once

#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/call.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

Result<v1::Progress> StartReview(ReviewDeps& deps, Call& call,
                                 const v1::StartReviewRequest& request);
Result<v1::Progress> GetProgress(ReviewDeps& deps, Call& call,
                                 const v1::GetProgressRequest& request);
Result<v1::Progress> CloseReview(ReviewDeps& deps, Call& call,
                                 const v1::CloseReviewRequest& request);

}  // namespace redpeak::review
