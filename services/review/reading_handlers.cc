#include "services/review/reading_handlers.h"

#include <algorithm>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/review/blind_form.h"
#include "services/review/review_peers.h"
#include "services/review/review_store.h"

namespace redpeak::review {
namespace {

using submissions::v1::Submission;

// The submission as the reviewer may read it, after all checks.
Result<Submission> Read(ReviewDeps& deps, Call& call, const std::string& review) {
  REDPEAK_ASSIGN_OR_RETURN(const auto name, ParseReviewName("name", review));
  const auto record = ReadReview(call.tx(), name);
  if (!record) return NotFound(review);
  REDPEAK_RETURN_IF_ERROR(CheckExpertMay(call.caller(), *record, Action::kRead));
  REDPEAK_ASSIGN_OR_RETURN(const auto about,
                           deps.calls->Get(deps.peers, call.trace(), record->review.call()));
  const auto submission_name = MakeName("submissions", name.submission);
  REDPEAK_ASSIGN_OR_RETURN(const auto submission,
                           GetSubmission(deps.peers, call.trace(), submission_name));
  if (submission.state() == Submission::WITHDRAWN) {
    return StateWrong(submission_name, Submission::State_Name(submission.state()),
                      NameOf(Action::kRead));
  }
  return ForExpert(submission, *about);
}

// What a file is for and what it is, instead of the name that its owner gave it.
std::string NeutralFileName(const submissions::v1::Attachment& attachment) {
  const auto& type = attachment.media_type();
  return attachment.slot() + "." + type.substr(type.rfind('/') + 1);
}

class AttachmentDownload final : public Download<submissions::v1::DownloadAttachmentResponse> {
 public:
  AttachmentDownload(ReviewDeps& deps, v1::ReadAttachmentRequest request)
      : deps_(deps), request_(std::move(request)) {}

  Result<bool> Next(Call& call, submissions::v1::DownloadAttachmentResponse& piece) override {
    if (!reader_) REDPEAK_RETURN_IF_ERROR(Open(call));
    auto more = reader_->Next(piece);
    if (piece.has_info()) piece.mutable_info()->set_file_name(NeutralFileName(attachment_));
    return more;
  }

 private:
  Result<void> Open(Call& call) {
    REDPEAK_ASSIGN_OR_RETURN(const auto name, FullName());
    if (request_.offset() < 0) {
      return FieldInvalid("offset", "OUT_OF_RANGE", "0..", "must not be negative");
    }
    REDPEAK_ASSIGN_OR_RETURN(const auto submission, Read(deps_, call, request_.name()));
    const auto& all = submission.attachments();
    const auto found = std::ranges::find_if(
        all, [&](const auto& attachment) { return attachment.name() == name; });
    if (found == all.end()) return NotFound(request_.attachment());
    attachment_ = *found;
    REDPEAK_ASSIGN_OR_RETURN(
        reader_, AttachmentReader::Open(deps_.peers, call.trace(), name, request_.offset()));
    return {};
  }

  // attachments/{attachment} is one of the review's own submission.
  Result<std::string> FullName() const {
    if (!request_.attachment().starts_with("attachments/")) {
      REDPEAK_RETURN_IF_ERROR(
          ParseName("submissions/{}/attachments/{}", "attachment", request_.attachment()));
      return request_.attachment();
    }
    REDPEAK_RETURN_IF_ERROR(ParseId("attachments", "attachment", request_.attachment()));
    REDPEAK_ASSIGN_OR_RETURN(const auto review, ParseReviewName("name", request_.name()));
    return MakeName("submissions", review.submission) + "/" + request_.attachment();
  }

  ReviewDeps& deps_;
  const v1::ReadAttachmentRequest request_;
  submissions::v1::Attachment attachment_;
  std::unique_ptr<AttachmentReader> reader_;
};

}  // namespace

Result<Submission> ReadSubmission(ReviewDeps& deps, Call& call,
                                  const v1::ReadSubmissionRequest& request) {
  return Read(deps, call, request.name());
}

std::unique_ptr<Download<submissions::v1::DownloadAttachmentResponse>> ReadAttachment(
    ReviewDeps& deps, const v1::ReadAttachmentRequest& request) {
  return std::make_unique<AttachmentDownload>(deps, request);
}

}  // namespace redpeak::review
