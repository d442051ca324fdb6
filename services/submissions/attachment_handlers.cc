#include "services/submissions/attachment_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/submissions/attachment.h"
#include "services/submissions/attachment_store.h"
#include "services/submissions/relation.h"
#include "services/submissions/step_handlers.h"
#include "services/submissions/submission_store.h"

namespace redpeak::submissions {
namespace {

constexpr int64_t kPiece = kPieceBytes;

// The submission that an attachment's name leads to.
Result<std::string> ParseParent(const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids,
                           ParseName("submissions/{}/attachments/{}", "name", name));
  return MakeName("submissions", ids[0]);
}

class AttachmentDownload final : public Download<v1::DownloadAttachmentResponse> {
 public:
  explicit AttachmentDownload(const v1::DownloadAttachmentRequest& request)
      : name_(request.name()), at_(request.offset()) {}

  Result<bool> Next(Call& call, v1::DownloadAttachmentResponse& piece) override {
    if (!size_) {
      REDPEAK_RETURN_IF_ERROR(Open(call, *piece.mutable_info()));
      if (at_ == *size_) return true;
    }
    if (at_ >= *size_) return false;
    auto data = ReadPiece(call.tx(), LastId(name_), at_ / kPiece, at_ % kPiece);
    if (!data || data->empty()) return NotFound(name_);  // it was deleted meanwhile
    at_ += static_cast<int64_t>(data->size());
    piece.set_data(std::move(*data));
    return true;
  }

 private:
  Result<void> Open(Call& call, v1::FileInfo& info) {
    REDPEAK_ASSIGN_OR_RETURN(const auto parent, ParseParent(name_));
    REDPEAK_ASSIGN_OR_RETURN(const auto submission, Find(call, "name", parent));
    const auto* attachment = FindAttachment(submission, name_);
    if (attachment == nullptr) return NotFound(name_);
    const auto size = attachment->size_bytes();
    if (at_ < 0 || at_ > size) {
      const auto limit = "0.." + std::to_string(size);
      return FieldInvalid("offset", "OUT_OF_RANGE", limit, "must be within " + limit);
    }
    size_ = size;
    info.set_file_name(attachment->file_name());
    info.set_media_type(attachment->media_type());
    info.set_size_bytes(size);
    info.set_sha256(attachment->sha256());
    return {};
  }

  const std::string name_;
  int64_t at_;
  std::optional<int64_t> size_;
};

}  // namespace

std::unique_ptr<Download<v1::DownloadAttachmentResponse>> StartDownload(
    const v1::DownloadAttachmentRequest& request) {
  return std::make_unique<AttachmentDownload>(request);
}

Result<v1::Submission> DeleteAttachment(SubmissionsDeps&, Call& call,
                                        const v1::DeleteAttachmentRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto parent, ParseParent(request.name()));
  REDPEAK_ASSIGN_OR_RETURN(auto submission, FindForUpdate(call, "name", parent));
  REDPEAK_RETURN_IF_ERROR(FindStepFor(call.caller(), submission, Action::kEdit, ""));
  if (!RemoveAttachment(request.name(), submission)) return NotFound(request.name());
  DropFileUnlessSent(call.tx(), LastId(request.name()));
  WriteSubmission(call.tx(), submission, call.now());
  AppendChanged(call, submission, "attachment_deleted");
  return submission;
}

}  // namespace redpeak::submissions
