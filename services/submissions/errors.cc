#include "services/submissions/errors.h"

namespace redpeak::submissions {
namespace {

std::string Text(std::string_view view) { return std::string(view); }

std::string Join(const std::vector<std::string>& words) {
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : ", ") + word;
  return joined;
}

}  // namespace

Failure CallNotOpen(std::string_view call) {
  return Failure({Code::kFailedPrecondition,
                  "CALL_NOT_OPEN",
                  Text(call) + " is not open",
                  {{"name", Text(call)}}});
}

Failure CallNotClosed(std::string_view call) {
  return Failure({Code::kFailedPrecondition,
                  "CALL_NOT_CLOSED",
                  Text(call) + " is still open; formalities are checked when it is closed",
                  {{"name", Text(call)}}});
}

Failure SubmissionLate(std::string_view name, std::string_view until) {
  return Failure({Code::kFailedPrecondition,
                  "SUBMISSION_LATE",
                  Text(name) + " could be sent until " + Text(until),
                  {{"name", Text(name)}, {"until", Text(until)}}});
}

Failure LeaderQuota(int quota, std::string_view other) {
  const auto count = std::to_string(quota);
  return Failure({Code::kFailedPrecondition,
                  "LEADER_QUOTA",
                  "its leader may send " + count + " to this call, and has sent " + Text(other),
                  {{"quota", count}, {"other", Text(other)}}});
}

Failure OwnSubmission(std::string_view name) {
  return Failure({Code::kPermissionDenied,
                  "OWN_SUBMISSION",
                  Text(name) + " is your own; somebody else must do this",
                  {{"name", Text(name)}}});
}

Failure FormalityOpen(std::string_view name, const std::vector<std::string>& items) {
  const auto codes = Join(items);
  return Failure({Code::kFailedPrecondition,
                  "FORMALITY_OPEN",
                  Text(name) + " has formality items that are neither passed nor waived: " + codes,
                  {{"name", Text(name)}, {"items", codes}}});
}

Failure UploadOffsetWrong(int64_t offset) {
  const auto from = std::to_string(offset);
  return Failure({.code = Code::kFailedPrecondition,
                  .reason = "UPLOAD_OFFSET_WRONG",
                  .message = "the upload goes on from byte " + from,
                  .metadata = {{"offset", from}}});
}

Failure FileTooLarge(int64_t bytes_max) {
  const auto limit = std::to_string(bytes_max);
  return Failure({.code = Code::kInvalidArgument,
                  .reason = "FILE_TOO_LARGE",
                  .message = "the file is larger than " + limit + " bytes",
                  .metadata = {{"bytes_max", limit}},
                  .violations = {{"data", "TOO_LARGE", limit, "at most " + limit + " bytes"}}});
}

Failure FileType(std::string_view media_type) {
  return Failure({.code = Code::kInvalidArgument,
                  .reason = "FILE_TYPE",
                  .message = "the file is " + Text(media_type) + "; send a PDF, PNG or JPEG",
                  .metadata = {{"media_type", Text(media_type)}},
                  .violations = {{"data", "MALFORMED", "PDF, PNG, JPEG",
                                  "must be a PDF, PNG or JPEG by its content"}}});
}

Failure TooManyFiles(int max) {
  const auto limit = std::to_string(max);
  return Failure({Code::kFailedPrecondition,
                  "TOO_MANY_FILES",
                  "a submission carries at most " + limit + " files",
                  {{"max", limit}}});
}

}  // namespace redpeak::submissions
