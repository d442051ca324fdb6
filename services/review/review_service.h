#pragma once

#include <memory>

#include "services/base/rpc.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

// Serves redpeak.review.v1.ReviewService.
std::unique_ptr<RpcService> NewReviewService(RpcEnv env, ReviewDeps deps);

}  // namespace redpeak::review
