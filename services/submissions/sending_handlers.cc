#include "services/submissions/sending_handlers.h"

#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/submissions/errors.h"
#include "services/submissions/relation.h"
#include "services/submissions/step_handlers.h"

namespace redpeak::submissions {
namespace {

// How often a place in the leader's quota may be taken by another at the same instant.
constexpr int kTries = 3;

// The call, if the guard lets it be sent now, going by what is remembered of the call first.
Result<KnownCallPtr> FindCallInTime(SubmissionsDeps& deps, Call& call, const Step& step,
                                    const v1::Submission& submission) {
  const auto& name = submission.call();
  REDPEAK_ASSIGN_OR_RETURN(auto known, deps.calls->Find(deps.peers, call.trace(), name));
  if (CheckGuard(step.guard, submission, known->call, call.now())) return known;
  REDPEAK_ASSIGN_OR_RETURN(known, deps.calls->FindAfresh(deps.peers, call.trace(), name));
  REDPEAK_RETURN_IF_ERROR(CheckGuard(step.guard, submission, known->call, call.now()));
  return known;
}

// What it is once it is sent, with what is written then.
Result<Sent> SendNow(SubmissionsDeps& deps, Call& call, const KnownCall& known,
                     const Sendable& sendable, v1::Submission& submission) {
  const auto& of_call = known.call;
  REDPEAK_ASSIGN_OR_RETURN(const int slot,
                           TakeSlot(of_call.leader_quota(), sendable.quota_slot, sendable.others));
  const auto answers = ParseForm(submission.form());
  if (!answers) return Internal("a stored form is no JSON");
  REDPEAK_RETURN_IF_ERROR(CheckComplete(submission, of_call, *known.form, *answers));
  auto content = CanonicalContent(submission, *answers);
  auto number = submission.receipt().number();
  if (number.empty()) number = deps.numbers->Next(call.tx(), of_call.number_prefix());
  MarkSent(of_call, number, Sha256(content), call.now(), submission);
  return Send(call, {.submission = submission,
                     .read_etag = sendable.submission.etag(),
                     .endorsement_required = of_call.endorsement_required(),
                     .quota_slot = slot,
                     .content = std::move(content)});
}

}  // namespace

Result<v1::Submission> SubmitSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::SubmitSubmissionRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("submissions", "name", request.name()));
  for (int attempt = 0; attempt < kTries; ++attempt) {
    const auto sendable = ReadSendable(call.tx(), id);
    if (!sendable) return NotFound(request.name());
    auto submission = sendable->submission;
    REDPEAK_ASSIGN_OR_RETURN(
        const auto* step, FindStepFor(call.caller(), submission, Action::kSubmit, request.etag()));
    REDPEAK_ASSIGN_OR_RETURN(const auto known, FindCallInTime(deps, call, *step, submission));
    REDPEAK_ASSIGN_OR_RETURN(const auto sent, SendNow(deps, call, *known, *sendable, submission));
    if (sent == Sent::kDone) return submission;
    if (sent == Sent::kChanged) return EtagMismatch(request.name());
  }
  return EtagMismatch(request.name());
}

Result<v1::Receipt> GetReceipt(SubmissionsDeps&, Call& call, const v1::GetReceiptRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto submission, Find(call, "name", request.name()));
  if (!submission.has_receipt()) return NotFound(request.name());
  auto receipt = submission.receipt();
  const auto audiences = AudiencesOf(call.caller(), submission);
  if (audiences.Contains(Audience::SELF) || audiences.Contains(Audience::STAFF)) {
    receipt.set_content(ReadSentContent(call.tx(), LastId(submission.name())).value_or(""));
  }
  return receipt;
}

}  // namespace redpeak::submissions
