#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/file_type.h"
#include "services/base/names.h"
#include "services/base/requests.h"
#include "services/submissions/attachment.h"
#include "services/submissions/attachment_handlers.h"
#include "services/submissions/attachment_store.h"
#include "services/submissions/errors.h"
#include "services/submissions/relation.h"
#include "services/submissions/step_handlers.h"
#include "services/submissions/submission_store.h"

namespace redpeak::submissions {
namespace {

using Part = v1::UploadAttachmentRequest;

// Writes the pieces as they come. A file that is not finished stays unseen and is swept away later.
class AttachmentUpload final : public Upload<Part, v1::Submission> {
 public:
  explicit AttachmentUpload(SubmissionsDeps& deps) : deps_(deps) {}

  Result<void> Take(Call& call, const Part& part) override {
    if (part.has_start() != start_.parent().empty()) {
      return FieldInvalid("start", "MALFORMED", "", "must be the first message, and only that");
    }
    return part.has_start() ? Begin(call, part.start()) : Append(call, part.data());
  }

  Result<v1::Submission> Finish(Call& call) override {
    if (size_ == 0) return FieldInvalid("data", "REQUIRED", "", "the file is empty");
    REDPEAK_RETURN_IF_ERROR(CheckType());
    if (!digest_) digest_ = sha256_.Finish();
    key_.fingerprint = Sha256(start_.SerializeAsString() + *digest_);
    REDPEAK_ASSIGN_OR_RETURN(auto submission, FindForUpdate(call, "start.parent", start_.parent()));
    if (!key_.id.empty()) {
      if (const auto stored = ReadAnswer(call.tx(), key_)) return Repeat(*stored);
    }
    REDPEAK_RETURN_IF_ERROR(Attach(call, submission));
    if (!key_.id.empty()) {
      KeepAnswer(call.tx(), key_, submission.SerializeAsString(), call.now());
    }
    return submission;
  }

 private:
  Result<void> Begin(Call& call, const Part::Start& start) {
    REDPEAK_ASSIGN_OR_RETURN(const auto submission, Find(call, "start.parent", start.parent()));
    if (!start.request_id().empty() && !IsUuid(start.request_id())) {
      return FieldInvalid("start.request_id", "MALFORMED", "UUID", "must be a UUID");
    }
    key_ = {.account = call.caller().Actor(), .id = start.request_id(), .fingerprint = {}};
    start_ = start;
    if (!key_.id.empty() && ReadAnswer(call.tx(), key_)) return {};  // only to be compared
    REDPEAK_RETURN_IF_ERROR(CheckMayAttach(call, submission));
    REDPEAK_ASSIGN_OR_RETURN(known_,
                             deps_.calls->Find(deps_.peers, call.trace(), submission.call()));
    REDPEAK_RETURN_IF_ERROR(CheckStart(start, known_->call));
    file_ = call.NewId();
    InsertFile(call.tx(), file_, LastId(submission.name()), call.now());
    return {};
  }

  static Result<void> CheckMayAttach(const Call& call, const v1::Submission& submission) {
    REDPEAK_RETURN_IF_ERROR(FindStepFor(call.caller(), submission, Action::kEdit, ""));
    return CheckRoom(submission);
  }

  Result<void> Append(Call& call, const std::string& data) {
    if (data.size() > kUploadPartMax) {
      const auto limit = std::to_string(kUploadPartMax);
      return FieldInvalid("data", "TOO_LARGE", limit, "at most " + limit + " bytes in a message");
    }
    size_ += static_cast<int64_t>(data.size());
    if (size_ > deps_.attachment_bytes_max)
      return Refuse(call, FileTooLarge(deps_.attachment_bytes_max));
    sha256_.Update(data);
    if (first_bytes_.size() < kFileTypeBytes) {
      first_bytes_ += data.substr(0, kFileTypeBytes - first_bytes_.size());
      const bool enough = first_bytes_.size() == kFileTypeBytes;
      if (auto type = CheckType(); enough && !type)
        return Refuse(call, tl::unexpected(type.error()));
    }
    waiting_ += data;
    while (waiting_.size() >= kPieceBytes) WriteNext(call, kPieceBytes);
    return {};
  }

  Result<void> CheckType() {
    return MediaTypeFor(first_bytes_).map([this](std::string type) {
      media_type_ = std::move(type);
    });
  }

  void WriteNext(Call& call, size_t bytes) {
    if (!file_.empty()) {
      WritePiece(call.tx(), file_, pieces_, std::string_view(waiting_).substr(0, bytes));
    }
    waiting_.erase(0, bytes);
    ++pieces_;
  }

  // Nothing of a refused file is kept.
  Result<void> Refuse(Call& call, Failure failure) {
    if (!file_.empty()) DropFile(call.tx(), file_);
    return failure;
  }

  Result<void> Attach(Call& call, v1::Submission& submission) {
    REDPEAK_RETURN_IF_ERROR(CheckMayAttach(call, submission));
    if (file_.empty()) return OutcomeUnknown();  // the answer to compare with has gone meanwhile
    if (!waiting_.empty()) WritePiece(call.tx(), file_, pieces_, waiting_);
    if (!CompleteFile(call.tx(), file_, size_)) return NotFound(AttachmentNameOf());
    *submission.add_attachments() = Attachment(call.now());
    WriteSubmission(call.tx(), submission, call.now());
    AppendChanged(call, submission, "attachment_added", start_.slot());
    return {};
  }

  std::string AttachmentNameOf() const { return AttachmentName(start_.parent(), file_); }

  v1::Attachment Attachment(Instant now) const {
    v1::Attachment attachment;
    attachment.set_name(AttachmentNameOf());
    attachment.set_slot(start_.slot());
    attachment.set_file_name(start_.file_name());
    attachment.set_media_type(media_type_);
    attachment.set_size_bytes(size_);
    attachment.set_sha256(*digest_);
    for (const auto& slot : known_->call.attachment_slots()) {
      if (slot.code() == start_.slot()) attachment.set_shown_to_experts(slot.shown_to_experts());
    }
    *attachment.mutable_create_time() = ToProto(now);
    return attachment;
  }

  Result<v1::Submission> Repeat(const StoredAnswer& stored) const {
    if (stored.fingerprint != key_.fingerprint) return RequestIdReused();
    v1::Submission submission;
    if (!submission.ParseFromString(stored.answer))
      return Internal("a stored answer is unreadable");
    return submission;
  }

  SubmissionsDeps& deps_;
  Part::Start start_;
  RequestKey key_;
  KnownCallPtr known_;
  std::string file_;  // its id; empty while the upload repeats one that was answered before
  std::string first_bytes_;
  std::string media_type_;
  std::string waiting_;  // bytes that do not make a piece yet
  int pieces_ = 0;
  int64_t size_ = 0;
  Sha256Stream sha256_;
  std::optional<std::string> digest_;
};

}  // namespace

std::unique_ptr<Upload<Part, v1::Submission>> StartUpload(SubmissionsDeps& deps) {
  return std::make_unique<AttachmentUpload>(deps);
}

}  // namespace redpeak::submissions
