#include "services/submissions/submission_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/submissions/errors.h"
#include "services/submissions/relation.h"
#include "services/submissions/step_handlers.h"
#include "services/submissions/submission.h"
#include "services/submissions/submission_store.h"

namespace redpeak::submissions {
namespace {

constexpr size_t kReasonMax = 1000;
// How far ahead an officer may set the time to correct something.
constexpr std::chrono::days kCorrectionMax{366};

// Checks whom the draft names, and takes its leader's name and unit as they are now.
Result<void> AskAbout(SubmissionsDeps& deps, Call& call, const v1::Submission& draft,
                      identity::v1::BatchGetPeopleResponse& people) {
  auto names = PeopleIn(draft);
  names.push_back(draft.leader());
  REDPEAK_ASSIGN_OR_RETURN(people, AskPeople(deps.peers, call.trace(), names));
  return CheckPeople(draft, people);
}

v1::Submission NewDraft(Call& call, const std::string& of_call) {
  v1::Submission draft;
  draft.set_name(MakeName("submissions", call.NewId()));
  draft.set_call(of_call);
  draft.set_leader(call.caller().person);
  draft.set_state(v1::Submission::DRAFT);
  draft.set_status(StatusOf(v1::Submission::DRAFT, false, false));
  draft.set_etag("1");
  *draft.mutable_create_time() = ToProto(call.now());
  *draft.mutable_update_time() = ToProto(call.now());
  return draft;
}

Result<void> CheckReason(const std::string& reason, bool required) {
  Violations violations;
  if (required) violations.Required("reason", Trim(reason));
  violations.Length("reason", reason, kReasonMax);
  return violations.Check();
}

// A time to correct something must lie ahead, and must be given where the call gives none any more.
Result<void> SetCorrectBy(const v1::ReturnSubmissionRequest& request,
                          const calls::v1::Call& of_call, Instant now, v1::Submission& submission) {
  submission.clear_correct_by();
  if (!request.has_correct_by()) {
    if (now < FromProto(of_call.closes_at())) return {};
    return FieldInvalid("correct_by", "REQUIRED", "", "must be given, for the call is closed");
  }
  const auto latest = now + kCorrectionMax;
  const auto seconds = request.correct_by().seconds();
  if (seconds > ToProto(latest).seconds() || seconds < 0 ||
      FromProto(request.correct_by()) <= now) {
    return FieldInvalid("correct_by", "OUT_OF_RANGE", "366", "must be within the next 366 days");
  }
  *submission.mutable_correct_by() = request.correct_by();
  return {};
}

}  // namespace

Result<v1::Submission> CreateSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::CreateSubmissionRequest& request) {
  const auto& wanted = request.submission();
  REDPEAK_RETURN_IF_ERROR(ParseId("calls", "submission.call", wanted.call()));
  if (call.caller().person.empty()) return RoleMissing("lead a submission");
  REDPEAK_ASSIGN_OR_RETURN(const auto known, FindOpenCall(deps, call, wanted.call()));
  auto draft = NewDraft(call, wanted.call());
  REDPEAK_RETURN_IF_ERROR(Apply(wanted, {}, draft));
  REDPEAK_RETURN_IF_ERROR(CheckDraft(draft, known->call));
  identity::v1::BatchGetPeopleResponse people;
  REDPEAK_RETURN_IF_ERROR(AskAbout(deps, call, draft, people));
  REDPEAK_RETURN_IF_ERROR(SetLeader(people, draft));
  InsertSubmission(call.tx(), draft, call.now());
  AppendChanged(call, draft, "created");
  return draft;
}

Result<v1::Submission> UpdateSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::UpdateSubmissionRequest& request) {
  const auto& wanted = request.submission();
  REDPEAK_ASSIGN_OR_RETURN(auto draft, Find(call, "submission.name", wanted.name()));
  REDPEAK_RETURN_IF_ERROR(FindStepFor(call.caller(), draft, Action::kEdit, wanted.etag()));
  REDPEAK_RETURN_IF_ERROR(Apply(wanted, request.update_mask(), draft));
  REDPEAK_ASSIGN_OR_RETURN(const auto known,
                           deps.calls->Find(deps.peers, call.trace(), draft.call()));
  REDPEAK_RETURN_IF_ERROR(CheckDraft(draft, known->call));
  identity::v1::BatchGetPeopleResponse people;
  REDPEAK_RETURN_IF_ERROR(AskAbout(deps, call, draft, people));
  return TakeStepAlone(call, {wanted.name(), wanted.etag(), Action::kEdit, "updated"},
                       [&](v1::Submission& locked, const KnownCall*) -> Result<void> {
                         REDPEAK_RETURN_IF_ERROR(Apply(wanted, request.update_mask(), locked));
                         return SetLeader(people, locked);
                       });
}

Result<v1::DeleteSubmissionResponse> DeleteSubmission(SubmissionsDeps&, Call& call,
                                                      const v1::DeleteSubmissionRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto draft, FindForUpdate(call, "name", request.name()));
  REDPEAK_RETURN_IF_ERROR(FindStepFor(call.caller(), draft, Action::kDelete, request.etag()));
  DeleteSubmission(call.tx(), LastId(draft.name()));
  AppendChanged(call, draft, "deleted");
  return v1::DeleteSubmissionResponse();
}

Result<v1::Submission> GetSubmission(SubmissionsDeps&, Call& call,
                                     const v1::GetSubmissionRequest& request) {
  return Find(call, "name", request.name());
}

Result<v1::Submission> WithdrawSubmission(SubmissionsDeps&, Call& call,
                                          const v1::WithdrawSubmissionRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckReason(request.reason(), /*required=*/false));
  return TakeStepAlone(
      call, {request.name(), request.etag(), Action::kWithdraw, "withdrawn", request.reason()},
      [&](v1::Submission& submission, const KnownCall*) -> Result<void> {
        submission.set_note(request.reason());
        return {};
      });
}

Result<v1::Submission> ReturnSubmission(SubmissionsDeps& deps, Call& call,
                                        const v1::ReturnSubmissionRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckReason(request.reason(), /*required=*/true));
  return TakeStep(
      deps, call, {request.name(), request.etag(), Action::kReturn, "returned", request.reason()},
      [&](v1::Submission& submission, const KnownCall* known) -> Result<void> {
        REDPEAK_RETURN_IF_ERROR(SetCorrectBy(request, known->call, call.now(), submission));
        submission.set_note(request.reason());
        submission.clear_endorse_time();
        submission.clear_formality_items();
        return {};
      });
}

Result<v1::Submission> EndorseSubmission(SubmissionsDeps& deps, Call& call,
                                         const v1::EndorseSubmissionRequest& request) {
  Violations violations;
  violations.Length("comment", request.comment(), kReasonMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return TakeStep(deps, call,
                  {request.name(), request.etag(), Action::kEndorse, "endorsed", request.comment()},
                  [&](v1::Submission& submission, const KnownCall*) -> Result<void> {
                    *submission.mutable_endorse_time() = ToProto(call.now());
                    return {};
                  });
}

}  // namespace redpeak::submissions
