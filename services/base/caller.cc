#include "services/base/caller.h"

#include <algorithm>

namespace redpeak {

bool Caller::Has(Role role) const {
  return std::ranges::any_of(grants, [&](const Grant& grant) { return grant.role == role; });
}

bool Caller::Has(Role role, std::string_view scope) const {
  return std::ranges::any_of(grants, [&](const Grant& grant) {
    return grant.role == role && (grant.scope.empty() || grant.scope == scope);
  });
}

std::vector<std::string> Caller::Scopes(Role role) const {
  std::vector<std::string> scopes;
  for (const auto& grant : grants) {
    if (grant.role == role && !grant.scope.empty()) scopes.push_back(grant.scope);
  }
  return scopes;
}

bool Caller::IsStaffOf(std::string_view call) const {
  return Has(Role::PROGRAMME_OFFICER, call) || Has(Role::APPROVER, call) ||
         Has(Role::AUDITOR, call);
}

std::string Caller::Actor() const { return is_service() ? "services/" + service : account; }

}  // namespace redpeak
