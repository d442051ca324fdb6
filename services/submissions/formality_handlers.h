#pragma once

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/call.h"
#include "services/submissions/submissions_service.h"

namespace redpeak::submissions {

Result<v1::Submission> CheckFormality(SubmissionsDeps& deps, Call& call,
                                      const v1::CheckFormalityRequest& request);
Result<v1::Submission> RecordFormalityItem(SubmissionsDeps& deps, Call& call,
                                           const v1::RecordFormalityItemRequest& request);
Result<v1::Submission> AcceptSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::AcceptSubmissionRequest& request);
Result<v1::Submission> RefuseSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::RefuseSubmissionRequest& request);

}  // namespace redpeak::submissions
