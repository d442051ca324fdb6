#pragma once

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/call.h"
#include "services/submissions/submissions_service.h"

namespace redpeak::submissions {

Result<v1::ListSubmissionHistoryResponse> ListSubmissionHistory(
    SubmissionsDeps& deps, Call& call, const v1::ListSubmissionHistoryRequest& request);

}  // namespace redpeak::submissions
