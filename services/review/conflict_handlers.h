#pragma once

#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/call.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

Result<v1::Conflict> SetConflict(ReviewDeps& deps, Call& call,
                                 const v1::SetConflictRequest& request);
Result<v1::Review> DeclareConflict(ReviewDeps& deps, Call& call,
                                   const v1::DeclareConflictRequest& request);
Result<v1::RemoveConflictResponse> RemoveConflict(ReviewDeps& deps, Call& call,
                                                  const v1::RemoveConflictRequest& request);
Result<v1::ListConflictsResponse> ListConflicts(ReviewDeps& deps, Call& call,
                                                const v1::ListConflictsRequest& request);
Result<v1::FindPersonConflictsResponse> FindPersonConflicts(
    ReviewDeps& deps, Call& call, const v1::FindPersonConflictsRequest& request);

}  // namespace redpeak::review
