#include "services/submissions/formality_handlers.h"

#include "services/base/errors.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/submissions/formality.h"
#include "services/submissions/step_handlers.h"
#include "services/submissions/submission_store.h"

namespace redpeak::submissions {
namespace {

constexpr size_t kNoteMax = 2000;

void WorkOut(Call& call, const KnownCall& known, v1::Submission& submission) {
  const int live = CountLive(call.tx(), submission.call(), submission.leader());
  *submission.mutable_formality_items() = WorkOutItems(submission, known.call, *known.form, live);
}

void AppendChecked(Call& call, const v1::Submission& submission, bool accepted) {
  events::v1::Detail detail;
  auto& checked = *detail.mutable_formality_checked();
  checked.set_accepted(accepted);
  *checked.mutable_reasons() = submission.refusal_reasons();
  checked.set_call(submission.call());
  checked.set_leader(submission.leader());
  call.Append(submission.name(), std::move(detail));
}

}  // namespace

Result<v1::Submission> CheckFormality(SubmissionsDeps& deps, Call& call,
                                      const v1::CheckFormalityRequest& request) {
  return TakeStep(deps, call, {request.name(), "", Action::kCheck, "checked"},
                  [&](v1::Submission& submission, const KnownCall* known) -> Result<void> {
                    WorkOut(call, *known, submission);
                    return {};
                  });
}

Result<v1::Submission> RecordFormalityItem(SubmissionsDeps& deps, Call& call,
                                           const v1::RecordFormalityItemRequest& request) {
  return TakeStep(
      deps, call,
      {request.name(), request.etag(), Action::kCheck, "item_recorded", request.item().code()},
      [&](v1::Submission& submission, const KnownCall* known) -> Result<void> {
        WorkOut(call, *known, submission);
        return RecordItem(request.item(), *submission.mutable_formality_items());
      });
}

Result<v1::Submission> AcceptSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::AcceptSubmissionRequest& request) {
  if (request.etag().empty()) return EtagRequired(request.name());
  return TakeStep(deps, call, {request.name(), request.etag(), Action::kAccept, ""},
                  [&](v1::Submission& submission, const KnownCall* known) -> Result<void> {
                    WorkOut(call, *known, submission);
                    REDPEAK_RETURN_IF_ERROR(CheckAcceptable(submission));
                    AppendChecked(call, submission, /*accepted=*/true);
                    return {};
                  });
}

Result<v1::Submission> RefuseSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::RefuseSubmissionRequest& request) {
  if (request.etag().empty()) return EtagRequired(request.name());
  Violations violations;
  violations.Length("note", request.note(), kNoteMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return TakeStep(deps, call, {request.name(), request.etag(), Action::kRefuse, ""},
                  [&](v1::Submission& submission, const KnownCall* known) -> Result<void> {
                    WorkOut(call, *known, submission);
                    const std::vector<std::string> reasons(request.reasons().begin(),
                                                           request.reasons().end());
                    REDPEAK_RETURN_IF_ERROR(CheckReasons(submission.formality_items(), reasons));
                    *submission.mutable_refusal_reasons() = request.reasons();
                    submission.set_note(request.note());
                    AppendChecked(call, submission, /*accepted=*/false);
                    return {};
                  });
}

}  // namespace redpeak::submissions
