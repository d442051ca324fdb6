#include "services/submissions/step_handlers.h"

#include <optional>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/submissions/errors.h"
#include "services/submissions/relation.h"
#include "services/submissions/submission_store.h"

namespace redpeak::submissions {
namespace {

using ReadFunction = std::optional<v1::Submission> (*)(Tx& tx, const std::string& id);

Result<v1::Submission> FindBy(ReadFunction read, Call& call, std::string_view field,
                              const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("submissions", field, name));
  auto found = read(call.tx(), id);
  if (!found || !MaySee(call.caller(), *found)) return NotFound(name);
  return std::move(*found);
}

// What SubmissionChanged calls who acted.
std::string_view PartyOf(Who who) {
  switch (who) {
    case Who::kLeader:
      return "applicant";
    case Who::kUnitOfficer:
    case Who::kEndorser:
      return "unit";
    case Who::kProgrammeOfficer:
      return "office";
    case Who::kService:
      return "system";
  }
  return {};
}

bool IsOpen(const calls::v1::Call& call, Instant now) {
  return FromProto(call.opens_at()) <= now && now < FromProto(call.closes_at());
}

Result<v1::Submission> Take(Call& call, const StepRequest& request, const KnownCall* known,
                            const Change& change) {
  REDPEAK_ASSIGN_OR_RETURN(auto submission, FindForUpdate(call, "name", request.name));
  REDPEAK_ASSIGN_OR_RETURN(const auto* step,
                           FindStepFor(call.caller(), submission, request.action, request.etag));
  if (known != nullptr) {
    REDPEAK_RETURN_IF_ERROR(CheckGuard(step->guard, submission, known->call, call.now()));
  }
  REDPEAK_RETURN_IF_ERROR(change(submission, known));
  Take(*step, submission);
  WriteSubmission(call.tx(), submission, call.now());
  if (!request.event.empty()) {
    AppendChanged(call, submission, request.event, request.reason, PartyOf(step->who));
  }
  return submission;
}

}  // namespace

Result<v1::Submission> Find(Call& call, std::string_view field, const std::string& name) {
  return FindBy(&ReadSubmission, call, field, name);
}

Result<v1::Submission> FindForUpdate(Call& call, std::string_view field, const std::string& name) {
  return FindBy(&ReadSubmissionForUpdate, call, field, name);
}

Result<KnownCallPtr> FindOpenCall(SubmissionsDeps& deps, Call& call, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(auto known, deps.calls->Find(deps.peers, call.trace(), name));
  if (IsOpen(known->call, call.now())) return known;
  REDPEAK_ASSIGN_OR_RETURN(known, deps.calls->FindAfresh(deps.peers, call.trace(), name));
  if (!IsOpen(known->call, call.now())) return CallNotOpen(name);
  return known;
}

void AppendChanged(Call& call, const v1::Submission& submission, std::string_view action,
                   std::string_view reason, std::string_view party) {
  events::v1::Detail detail;
  auto& changed = *detail.mutable_submission_changed();
  changed.set_action(std::string(action));
  changed.set_state(v1::Submission::State_Name(submission.state()));
  changed.set_reason(std::string(reason));
  changed.set_call(submission.call());
  changed.set_leader(submission.leader());
  changed.set_party(std::string(party));
  call.Append(submission.name(), std::move(detail));
}

Result<v1::Submission> TakeStep(SubmissionsDeps& deps, Call& call, const StepRequest& request,
                                const Change& change) {
  REDPEAK_ASSIGN_OR_RETURN(const auto submission, Find(call, "name", request.name));
  REDPEAK_ASSIGN_OR_RETURN(const auto known,
                           deps.calls->FindAfresh(deps.peers, call.trace(), submission.call()));
  return Take(call, request, known.get(), change);
}

Result<v1::Submission> TakeStepAlone(Call& call, const StepRequest& request, const Change& change) {
  return Take(call, request, nullptr, change);
}

}  // namespace redpeak::submissions
