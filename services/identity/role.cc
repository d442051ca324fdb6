#include "services/identity/role.h"

#include "services/base/names.h"

namespace redpeak::identity {
namespace {

using options::v1::Role;

// The collection that a role's scope is of; empty: everywhere only.
std::string_view ScopeCollection(Role role) {
  switch (role) {
    case Role::UNIT_OFFICER:
      return "organisations";
    case Role::PROGRAMME_OFFICER:
    case Role::APPROVER:
    case Role::AUDITOR:
      return "calls";
    default:
      return "";
  }
}

}  // namespace

bool CheckGrant(Violations& violations, const std::string& field, const v1::RoleGrant& grant) {
  const auto role = grant.role();
  if (!options::v1::Role_IsValid(role) || role == Role::ROLE_UNSPECIFIED) {
    violations.Add(field + ".role", "UNKNOWN", "", "must be a role");
    return false;
  }
  const auto collection = ScopeCollection(role);
  if (grant.scope().empty()) {
    return role != Role::UNIT_OFFICER || violations.Required(field + ".scope", "");
  }
  if (!collection.empty() && ParseId(collection, field, grant.scope())) return true;
  const auto limit = collection.empty() ? std::string() : std::string(collection) + "/{}";
  violations.Add(field + ".scope", "SCOPE", limit,
                 collection.empty() ? "must be empty: this role is given everywhere"
                                    : "must be a name like " + limit);
  return false;
}

bool ServicesMayGrant(Role role) { return role == Role::RESEARCHER || role == Role::EXPERT; }

std::string GrantText(const v1::RoleGrant& grant) {
  return options::v1::Role_Name(grant.role()) + " " + grant.scope();
}

v1::RoleGrant GrantOf(std::string_view text) {
  const auto space = text.find(' ');
  v1::RoleGrant grant;
  Role role = Role::ROLE_UNSPECIFIED;
  options::v1::Role_Parse(std::string(text.substr(0, space)), &role);
  grant.set_role(role);
  grant.set_scope(std::string(text.substr(space + 1)));
  return grant;
}

v1::RoleGrant GrantEverywhere(Role role) {
  v1::RoleGrant grant;
  grant.set_role(role);
  return grant;
}

}  // namespace redpeak::identity
