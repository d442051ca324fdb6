#include "services/review/review_handlers_checks.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/review/subject_store.h"

namespace redpeak::review {
namespace {

constexpr size_t kReasonMax = 2000;  // characters

}  // namespace

Result<std::string> OfficersCall(const Caller& caller, std::string_view field,
                                 std::string_view name) {
  REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("calls", field, name));
  if (!caller.Has(Role::PROGRAMME_OFFICER, name)) return NotFound(name);
  return id;
}

Result<std::string> StaffsCall(const Caller& caller, std::string_view field,
                               std::string_view name) {
  REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("calls", field, name));
  if (!caller.is_service() && !caller.IsStaffOf(name)) return NotFound(name);
  return id;
}

Result<Round> FindRound(Tx& tx, const std::string& call) {
  auto round = ReadRound(tx, call);
  if (!round) return ReviewNotStarted(MakeName("calls", call));
  return std::move(*round);
}

Result<Round> FindOpenRound(Tx& tx, const std::string& call) {
  REDPEAK_ASSIGN_OR_RETURN(auto round, FindRound(tx, call));
  if (round.closed) return ReviewClosed(MakeName("calls", call));
  return round;
}

Result<Subject> FindOfficersSubject(Call& call, std::string_view field, std::string_view name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("submissions", field, name));
  auto subject = ReadSubject(call.tx(), id);
  const auto& caller = call.caller();
  if (!subject || subject->withdrawn || IsInvolved(*subject, LastId(caller.person)) ||
      !caller.Has(Role::PROGRAMME_OFFICER, MakeName("calls", subject->call))) {
    return NotFound(name);
  }
  return std::move(*subject);
}

Result<void> CheckReason(std::string_view reason) {
  Violations violations;
  violations.Required("reason", Trim(reason));
  violations.Length("reason", reason, kReasonMax);
  return violations.Check();
}

}  // namespace redpeak::review
