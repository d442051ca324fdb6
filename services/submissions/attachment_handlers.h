#pragma once

#include <memory>

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/call.h"
#include "services/base/rpc.h"
#include "services/submissions/submissions_service.h"

namespace redpeak::submissions {

std::unique_ptr<Upload<v1::UploadAttachmentRequest, v1::Submission>> StartUpload(
    SubmissionsDeps& deps);
Result<v1::UploadState> GetUpload(SubmissionsDeps& deps, Call& call,
                                  const v1::GetUploadRequest& request);
std::unique_ptr<Download<v1::DownloadAttachmentResponse>> StartDownload(
    const v1::DownloadAttachmentRequest& request);
Result<v1::Submission> DeleteAttachment(SubmissionsDeps& deps, Call& call,
                                        const v1::DeleteAttachmentRequest& request);

}  // namespace redpeak::submissions
