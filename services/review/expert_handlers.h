#pragma once

#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/call.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

Result<v1::Expert> CreateExpert(ReviewDeps& deps, Call& call,
                                const v1::CreateExpertRequest& request);
Result<v1::Expert> UpdateExpert(ReviewDeps& deps, Call& call,
                                const v1::UpdateExpertRequest& request);
Result<v1::Expert> GetExpert(ReviewDeps& deps, Call& call, const v1::GetExpertRequest& request);
Result<v1::ListExpertsResponse> ListExperts(ReviewDeps& deps, Call& call,
                                            const v1::ListExpertsRequest& request);
Result<identity::v1::ImportResponse> ImportExperts(ReviewDeps& deps, Call& call,
                                                   const identity::v1::ImportRequest& request);

}  // namespace redpeak::review
