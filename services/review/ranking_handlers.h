#pragma once

#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/call.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

Result<v1::ListRankingResponse> ListRanking(ReviewDeps& deps, Call& call,
                                            const v1::ListRankingRequest& request);
Result<v1::ListCommentsResponse> ListComments(ReviewDeps& deps, Call& call,
                                              const v1::ListCommentsRequest& request);

}  // namespace redpeak::review
