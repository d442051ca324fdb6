#include "services/submissions/attachment.h"

#include <algorithm>

#include "services/base/file_type.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/submissions/errors.h"

namespace redpeak::submissions {
namespace {

constexpr std::string_view kAllowedTypes[] = {"application/pdf", "image/png", "image/jpeg"};

auto Find(const v1::Submission& submission, std::string_view name) {
  return std::ranges::find_if(submission.attachments(),
                              [&](const auto& attachment) { return attachment.name() == name; });
}

}  // namespace

Result<void> CheckStart(const v1::UploadAttachmentRequest::Start& start,
                        const calls::v1::Call& call) {
  Violations violations;
  const auto is_slot = [&](const auto& slot) { return slot.code() == start.slot(); };
  if (violations.Required("start.slot", start.slot()) &&
      std::ranges::none_of(call.attachment_slots(), is_slot)) {
    violations.Add("start.slot", "UNKNOWN", "", "is not one of the call's attachment slots");
  }
  if (violations.Required("start.file_name", Trim(start.file_name()))) {
    violations.Length("start.file_name", start.file_name(), kFileNameMax);
  }
  return violations.Check();
}

Result<void> CheckUpload(const v1::UploadAttachmentRequest::Start& start, int64_t bytes_max) {
  Violations violations;
  for (const auto& [field, id] : {std::pair("start.request_id", start.request_id()),
                                  std::pair("start.upload_id", start.upload_id())}) {
    if (!id.empty() && !IsUuid(id)) violations.Add(field, "MALFORMED", "UUID", "must be a UUID");
  }
  const bool parts = !start.upload_id().empty();
  const auto size = start.size_bytes();
  if (parts != (size > 0)) {
    violations.Add("start.size_bytes", "REQUIRED", "",
                   "must be the whole file's size, and given with upload_id only");
  }
  const int64_t offset_max = parts && size > 0 ? size - 1 : 0;
  if (start.offset() < 0 || start.offset() > offset_max) {
    const auto limit = "0.." + std::to_string(offset_max);
    violations.Add("start.offset", "OUT_OF_RANGE", limit, "must be within " + limit);
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (size > bytes_max) return FileTooLarge(bytes_max);
  return {};
}

Result<void> CheckRoom(const v1::Submission& submission) {
  if (submission.attachments_size() >= kAttachmentsMax) return TooManyFiles(kAttachmentsMax);
  return {};
}

Result<std::string> MediaTypeFor(std::string_view first_bytes) {
  auto type = MediaTypeOf(first_bytes);
  if (std::ranges::find(kAllowedTypes, type) == std::ranges::end(kAllowedTypes))
    return FileType(type);
  return type;
}

std::string AttachmentName(std::string_view submission, std::string_view file) {
  return MakeName(std::string(submission) + "/attachments", file);
}

const v1::Attachment* FindAttachment(const v1::Submission& submission, std::string_view name) {
  const auto it = Find(submission, name);
  return it == submission.attachments().end() ? nullptr : &*it;
}

bool RemoveAttachment(std::string_view name, v1::Submission& submission) {
  const auto it = Find(submission, name);
  if (it == submission.attachments().end()) return false;
  submission.mutable_attachments()->erase(it);
  return true;
}

}  // namespace redpeak::submissions
