#include "services/submissions/relation.h"

#include <algorithm>
#include <array>

#include "services/base/errors.h"
#include "services/submissions/errors.h"

namespace redpeak::submissions {
namespace {

constexpr std::array kEveryWho = {Who::kLeader, Who::kUnitOfficer, Who::kEndorser,
                                  Who::kProgrammeOfficer, Who::kService};

bool IsOfficerOf(const Caller& caller, const std::string& organisation) {
  return !organisation.empty() && caller.Has(Role::UNIT_OFFICER, organisation);
}

bool WasSent(const v1::Submission& submission) { return submission.has_receipt(); }

// Whether somebody of this kind ever does it.
bool Does(Who who, Action action) {
  return std::ranges::any_of(
      Steps(), [&](const Step& step) { return step.who == who && step.action == action; });
}

// Whether the caller has the kind's role, disregarding that nobody judges their own.
bool HasRoleOf(Who who, const Caller& caller, const v1::Submission& submission) {
  switch (who) {
    case Who::kLeader:
      return Leads(caller, submission);
    case Who::kUnitOfficer:
      return IsOfficerOf(caller, submission.unit()) ||
             IsOfficerOf(caller, submission.recommender());
    case Who::kEndorser:
      return IsOfficerOf(
          caller, submission.recommender().empty() ? submission.unit() : submission.recommender());
    case Who::kProgrammeOfficer:
      return caller.Has(Role::PROGRAMME_OFFICER, submission.call());
    case Who::kService:
      return caller.is_service();
  }
  return false;
}

Failure NotAllowed(const Caller& caller, const v1::Submission& submission, Action action) {
  const bool own = Leads(caller, submission) && std::ranges::any_of(kEveryWho, [&](Who who) {
                     return Does(who, action) && HasRoleOf(who, caller, submission);
                   });
  if (own) return OwnSubmission(submission.name());
  return RoleMissing(NameOf(action));
}

}  // namespace

Audiences AudiencesOf(const Caller& caller, const v1::Submission& submission) {
  if (caller.is_service()) return {Audience::PEER};
  Audiences audiences;
  const bool leads = Leads(caller, submission);
  if (leads) audiences.Add(Audience::SELF);
  if (!WasSent(submission)) return audiences;
  if (HasRoleOf(Who::kUnitOfficer, caller, submission)) audiences.Add(Audience::UNIT);
  if (!leads && caller.IsStaffOf(submission.call())) audiences.Add(Audience::STAFF);
  return audiences;
}

bool MaySee(const Caller& caller, const v1::Submission& submission) {
  return !AudiencesOf(caller, submission).empty();
}

bool Leads(const Caller& caller, const v1::Submission& submission) {
  return !caller.person.empty() && caller.person == submission.leader();
}

bool Is(Who who, const Caller& caller, const v1::Submission& submission) {
  const bool judges = who != Who::kLeader && who != Who::kService;
  if (judges && Leads(caller, submission)) return false;
  return HasRoleOf(who, caller, submission);
}

std::string ShownState(const Caller& caller, const v1::Submission& submission) {
  const auto audiences = AudiencesOf(caller, submission);
  const bool sees = audiences.Contains(Audience::STAFF) || audiences.Contains(Audience::PEER);
  return sees ? v1::Submission::State_Name(submission.state())
              : v1::Submission::Status_Name(submission.status());
}

Result<const Step*> FindStepFor(const Caller& caller, const v1::Submission& submission,
                                Action action, std::string_view etag) {
  if (!MaySee(caller, submission)) return NotFound(submission.name());
  bool allowed = false;
  const Step* found = nullptr;
  for (const auto who : kEveryWho) {
    if (!Does(who, action) || !Is(who, caller, submission)) continue;
    allowed = true;
    if (const auto* step = FindStep(submission.state(), action, who)) found = step;
  }
  if (!allowed) return NotAllowed(caller, submission, action);
  if (!etag.empty() && etag != submission.etag()) return EtagMismatch(submission.name());
  if (found != nullptr) return found;
  return StateWrong(submission.name(), ShownState(caller, submission), NameOf(action));
}

}  // namespace redpeak::submissions
