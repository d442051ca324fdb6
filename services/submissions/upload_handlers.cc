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

// What was said of a file, whichever part of it comes.
Part::Start WithoutOffset(Part::Start start) {
  start.clear_offset();
  return start;
}

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
    if (repeated_) return *repeated_;
    if (size_ == 0) return FieldInvalid("data", "REQUIRED", "", "the file is empty");
    if (start_.size_bytes() > size_) return Keep(call);
    REDPEAK_RETURN_IF_ERROR(CheckType());
    if (!digest_) digest_ = sha256_.Finish();
    key_.fingerprint = Sha256(WithoutOffset(start_).SerializeAsString() + *digest_);
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
    REDPEAK_RETURN_IF_ERROR(CheckUpload(start, deps_.attachment_bytes_max));
    const auto& id = start.request_id().empty() ? start.upload_id() : start.request_id();
    key_ = {.account = call.caller().Actor(), .id = id, .fingerprint = {}};
    start_ = start;
    upload_ = {.uploader = call.caller().Actor(), .id = start.upload_id()};
    start_digest_ = Hex(Sha256(WithoutOffset(start).SerializeAsString()));
    if (!key_.id.empty()) {
      if (const auto stored = ReadAnswer(call.tx(), key_)) return BeginRepetition(call, *stored);
    }
    REDPEAK_RETURN_IF_ERROR(CheckMayAttach(call, submission));
    REDPEAK_ASSIGN_OR_RETURN(known_,
                             deps_.calls->Find(deps_.peers, call.trace(), submission.call()));
    REDPEAK_RETURN_IF_ERROR(CheckStart(start, known_->call));
    return BeginFile(call, LastId(submission.name()));
  }

  // A whole file is only to be compared; of a last part, that it belongs to what was answered.
  Result<void> BeginRepetition(Call& call, const StoredAnswer& stored) {
    if (start_.offset() == 0) return {};
    const auto known = FindUpload(call.tx(), upload_);
    if (!known || known->start_digest != start_digest_) return RequestIdReused();
    v1::Submission submission;
    if (!submission.ParseFromString(stored.answer))
      return Internal("a stored answer is unreadable");
    repeated_ = std::move(submission);
    return {};
  }

  Result<void> BeginFile(Call& call, const std::string& submission) {
    writer_ = call.NewId();
    const auto known =
        upload_.id.empty() ? std::optional<StoredUpload>() : FindUpload(call.tx(), upload_);
    const bool other = known && (known->complete || known->start_digest != start_digest_);
    if (other) return RequestIdReused();
    if (start_.offset() > 0) return Resume(call, known);
    if (known) DropFile(call.tx(), known->file);
    file_ = call.NewId();
    const NewFile file{file_, submission, writer_, upload_, start_digest_, start_.size_bytes()};
    if (!InsertFile(call.tx(), file, call.now())) return UploadOffsetWrong(0);
    return {};
  }

  // Reads again what is kept, for the digest and for what the last piece still lacks.
  Result<void> Resume(Call& call, const std::optional<StoredUpload>& known) {
    const int64_t kept = known ? known->kept_bytes : 0;
    if (start_.offset() != kept) return UploadOffsetWrong(kept);
    if (!TakeOver(call.tx(), known->file, writer_)) return UploadOffsetWrong(kept);
    file_ = known->file;
    while (size_ < kept) {
      auto piece = ReadPiece(call.tx(), file_, size_ / static_cast<int64_t>(kPieceBytes), 0);
      if (!piece || piece->empty()) return UploadOffsetWrong(0);
      size_ += static_cast<int64_t>(piece->size());
      sha256_.Update(*piece);
      if (first_bytes_.empty()) first_bytes_ = piece->substr(0, kFileTypeBytes);
      if (piece->size() == kPieceBytes) {
        ++pieces_;
      } else {
        waiting_ = std::move(*piece);
      }
    }
    return {};
  }

  // A part that is not the last: what makes no piece yet is kept as a short one, to be replaced.
  Result<v1::Submission> Keep(Call& call) {
    REDPEAK_ASSIGN_OR_RETURN(auto submission, Find(call, "start.parent", start_.parent()));
    if (!waiting_.empty() && !WritePiece(call.tx(), file_, writer_, pieces_, waiting_)) {
      return UploadOffsetWrong(0);
    }
    return submission;
  }

  static Result<void> CheckMayAttach(const Call& call, const v1::Submission& submission) {
    REDPEAK_RETURN_IF_ERROR(FindStepFor(call.caller(), submission, Action::kEdit, ""));
    return CheckRoom(submission);
  }

  Result<void> Append(Call& call, const std::string& data) {
    if (repeated_) return {};
    if (data.size() > kUploadPartMax) {
      const auto limit = std::to_string(kUploadPartMax);
      return FieldInvalid("data", "TOO_LARGE", limit, "at most " + limit + " bytes in a message");
    }
    size_ += static_cast<int64_t>(data.size());
    const auto whole = start_.size_bytes();
    const auto bytes_max = whole > 0 ? whole : deps_.attachment_bytes_max;
    if (size_ > bytes_max) return Refuse(call, FileTooLarge(bytes_max));
    sha256_.Update(data);
    if (first_bytes_.size() < kFileTypeBytes) {
      first_bytes_ += data.substr(0, kFileTypeBytes - first_bytes_.size());
      const bool enough = first_bytes_.size() == kFileTypeBytes;
      if (auto type = CheckType(); enough && !type)
        return Refuse(call, tl::unexpected(type.error()));
    }
    waiting_ += data;
    while (waiting_.size() >= kPieceBytes) REDPEAK_RETURN_IF_ERROR(WriteNext(call));
    return {};
  }

  Result<void> CheckType() {
    return MediaTypeFor(first_bytes_).map([this](std::string type) {
      media_type_ = std::move(type);
    });
  }

  Result<void> WriteNext(Call& call) {
    const auto piece = std::string_view(waiting_).substr(0, kPieceBytes);
    if (!file_.empty() && !WritePiece(call.tx(), file_, writer_, pieces_, piece)) {
      return UploadOffsetWrong(0);  // another call sends it now, or it was swept away
    }
    waiting_.erase(0, kPieceBytes);
    ++pieces_;
    return {};
  }

  // Nothing of a refused file is kept.
  Result<void> Refuse(Call& call, Failure failure) {
    if (!file_.empty()) DropFile(call.tx(), file_);
    return failure;
  }

  Result<void> Attach(Call& call, v1::Submission& submission) {
    REDPEAK_RETURN_IF_ERROR(CheckMayAttach(call, submission));
    if (file_.empty()) return OutcomeUnknown();  // the answer to compare with has gone meanwhile
    if (!waiting_.empty()) WritePiece(call.tx(), file_, writer_, pieces_, waiting_);
    if (!CompleteFile(call.tx(), file_, writer_, size_)) return NotFound(AttachmentNameOf());
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
  UploadKey upload_;
  std::string start_digest_;
  std::string writer_;
  std::optional<v1::Submission> repeated_;
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

Result<v1::UploadState> GetUpload(SubmissionsDeps&, Call& call,
                                  const v1::GetUploadRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto submission, Find(call, "parent", request.parent()));
  if (!IsUuid(request.upload_id())) {
    return FieldInvalid("upload_id", "MALFORMED", "UUID", "must be a UUID");
  }
  const auto found = FindUpload(call.tx(), {call.caller().Actor(), request.upload_id()});
  if (!found || found->submission != LastId(submission.name())) {
    return NotFound("uploads/" + request.upload_id());
  }
  v1::UploadState state;
  state.set_offset(found->kept_bytes);
  state.set_size_bytes(found->whole_bytes);
  return state;
}

std::unique_ptr<Upload<Part, v1::Submission>> StartUpload(SubmissionsDeps& deps) {
  return std::make_unique<AttachmentUpload>(deps);
}

}  // namespace redpeak::submissions
