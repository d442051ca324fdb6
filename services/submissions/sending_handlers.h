#pragma once

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/call.h"
#include "services/submissions/submissions_service.h"

namespace redpeak::submissions {

Result<v1::Submission> SubmitSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::SubmitSubmissionRequest& request);
Result<v1::Receipt> GetReceipt(SubmissionsDeps& deps, Call& call,
                               const v1::GetReceiptRequest& request);

}  // namespace redpeak::submissions
