#pragma once

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/call.h"
#include "services/submissions/submissions_service.h"

namespace redpeak::submissions {

Result<v1::ListSubmissionsResponse> ListSubmissions(SubmissionsDeps& deps, Call& call,
                                                    const v1::ListSubmissionsRequest& request);

Result<v1::CountSubmissionsResponse> CountSubmissions(SubmissionsDeps& deps, Call& call,
                                                      const v1::CountSubmissionsRequest& request);
Result<v1::LookUpTitlesResponse> LookUpTitles(SubmissionsDeps& deps, Call& call,
                                              const v1::LookUpTitlesRequest& request);

}  // namespace redpeak::submissions
