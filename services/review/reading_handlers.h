#pragma once

#include <memory>

#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/rpc.h"
#include "services/review/review_service_deps.h"

namespace redpeak::review {

Result<submissions::v1::Submission> ReadSubmission(ReviewDeps& deps, Call& call,
                                                   const v1::ReadSubmissionRequest& request);
std::unique_ptr<Download<submissions::v1::DownloadAttachmentResponse>> ReadAttachment(
    ReviewDeps& deps, const v1::ReadAttachmentRequest& request);

}  // namespace redpeak::review
