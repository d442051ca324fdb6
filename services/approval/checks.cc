#include "services/approval/checks.h"

#include <algorithm>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"

namespace redpeak::approval {
namespace {

constexpr size_t kReasonMax = 500;

}  // namespace

Result<void> CheckRole(const Caller& caller, std::initializer_list<Role> roles,
                       std::string_view call, std::string_view name) {
  REDPEAK_RETURN_IF_ERROR(CheckStaff(caller, call, name));
  if (std::ranges::any_of(roles, [&](Role role) { return caller.Has(role, call); })) return {};
  return RoleMissing(name);
}

Result<void> CheckStaff(const Caller& caller, std::string_view call, std::string_view name) {
  if (caller.IsStaffOf(call)) return {};
  return NotFound(name);
}

Result<void> CheckEtag(std::string_view name, std::string_view etag, std::string_view given) {
  if (given.empty() || given == etag) return {};
  return EtagMismatch(name);
}

Result<void> CheckDecisionEtag(std::string_view name, std::string_view etag,
                               std::string_view given) {
  if (given.empty()) return EtagRequired(name);
  return CheckEtag(name, etag, given);
}

Result<std::string> CallOfProposal(std::string_view field, const std::string& proposal) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids, ParseName("calls/{}/proposals/{}", field, proposal));
  return MakeName("calls", ids[0]);
}

Result<std::string> ReadReason(const std::string& reason) {
  auto trimmed = Trim(reason);
  Violations violations;
  if (violations.Required("reason", trimmed)) violations.Length("reason", trimmed, kReasonMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return trimmed;
}

}  // namespace redpeak::approval
