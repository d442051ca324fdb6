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

class AttachmentDownload final : public Download<submissions::v1::DownloadAttachmentResponse> {
 public:
  AttachmentDownload(ReviewDeps& deps, v1::ReadAttachmentRequest request)
      : deps_(deps), request_(std::move(request)) {}

  Result<bool> Next(Call& call, submissions::v1::DownloadAttachmentResponse& piece) override {
    if (!reader_) REDPEAK_RETURN_IF_ERROR(Open(call));
    return reader_->Next(piece);
  }

 private:
  Result<void> Open(Call& call) {
    REDPEAK_RETURN_IF_ERROR(
        ParseName("submissions/{}/attachments/{}", "attachment", request_.attachment()));
    if (request_.offset() < 0) {
      return FieldInvalid("offset", "OUT_OF_RANGE", "0..", "must not be negative");
    }
    REDPEAK_ASSIGN_OR_RETURN(const auto submission, Read(deps_, call, request_.name()));
    const bool shown = std::ranges::any_of(submission.attachments(), [&](const auto& attachment) {
      return attachment.name() == request_.attachment();
    });
    if (!shown) return NotFound(request_.attachment());
    REDPEAK_ASSIGN_OR_RETURN(
        reader_, AttachmentReader::Open(deps_.peers, call.trace(), request_.attachment(),
                                        request_.offset()));
    return {};
  }

  ReviewDeps& deps_;
  const v1::ReadAttachmentRequest request_;
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
