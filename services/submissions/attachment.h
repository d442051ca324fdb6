#pragma once

#include <string>
#include <string_view>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/clock.h"
#include "services/base/status.h"

// The files of a submission.
namespace redpeak::submissions {

inline constexpr int kAttachmentsMax = 20;
inline constexpr size_t kFileNameMax = 200;
inline constexpr size_t kUploadPartMax = 1 << 20;  // bytes
inline constexpr size_t kPieceBytes = 256 << 10;   // as stored

// What the first message of an upload tells. FIELD_INVALID, also for a slot that the call does not
// have.
Result<void> CheckStart(const v1::UploadAttachmentRequest::Start& start,
                        const calls::v1::Call& call);

// Whether request_id, upload_id, offset and size fit one another. FIELD_INVALID; FILE_TOO_LARGE.
Result<void> CheckUpload(const v1::UploadAttachmentRequest::Start& start, int64_t bytes_max);

// OK, or TOO_MANY_FILES if it carries as many as it may.
Result<void> CheckRoom(const v1::Submission& submission);

// What a file is by its content, if that is a PDF, PNG or JPEG; otherwise FILE_TYPE.
Result<std::string> MediaTypeFor(std::string_view first_bytes);

// Of submissions/{submission} and a file's id.
std::string AttachmentName(std::string_view submission, std::string_view file);

// Null if it does not carry it.
const v1::Attachment* FindAttachment(const v1::Submission& submission, std::string_view name);

// Takes it out; false if it was not there.
bool RemoveAttachment(std::string_view name, v1::Submission& submission);

}  // namespace redpeak::submissions
