#pragma once

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/call.h"
#include "services/submissions/submissions_service.h"

namespace redpeak::submissions {

Result<v1::Submission> CreateSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::CreateSubmissionRequest& request);
Result<v1::Submission> UpdateSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::UpdateSubmissionRequest& request);
Result<v1::DeleteSubmissionResponse> DeleteSubmission(SubmissionsDeps& deps, Call& call,
                                                      const v1::DeleteSubmissionRequest& request);
Result<v1::Submission> GetSubmission(SubmissionsDeps& deps, Call& call,
                                     const v1::GetSubmissionRequest& request);
Result<v1::Submission> WithdrawSubmission(SubmissionsDeps& deps, Call& call,
                                          const v1::WithdrawSubmissionRequest& request);
Result<v1::Submission> ReturnSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::ReturnSubmissionRequest& request);
Result<v1::Submission> EndorseSubmission(SubmissionsDeps& deps, Call& call,
                                         const v1::EndorseSubmissionRequest& request);

}  // namespace redpeak::submissions
