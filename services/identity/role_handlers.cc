#include "services/identity/role_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/identity/account_store.h"
#include "services/identity/changes.h"
#include "services/identity/errors.h"
#include "services/identity/organisation_store.h"
#include "services/identity/role.h"

namespace redpeak::identity {
namespace {

constexpr int kPeopleMax = 5000;

Result<std::string> LockedAccount(Call& call, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("accounts", "name", name));
  if (!ReadAccountForUpdate(call.tx(), id)) return NotFound(name);
  return id;
}

Result<v1::Account> Tell(Call& call, const std::string& id) {
  auto account = ReadAccount(call.tx(), id);
  if (!account) return NotFound(MakeName("accounts", id));
  return std::move(*account);
}

}  // namespace

Result<void> CheckGrant(Tx& tx, const std::string& field, const v1::RoleGrant& grant) {
  Violations violations;
  const bool shaped = CheckGrant(violations, field, grant);
  if (shaped && grant.role() == options::v1::UNIT_OFFICER &&
      !ReadOrganisation(tx, LastId(grant.scope()))) {
    violations.Add(field + ".scope", "NOT_FOUND", grant.scope(), "there is no such organisation");
  }
  return violations.Check();
}

bool IsLast(const std::vector<std::string>& administrators, const std::string& account) {
  return administrators.size() == 1 && administrators.front() == account;
}

Result<v1::Account> GrantRole(IdentityDeps& deps, Call& call, const v1::GrantRoleRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckGrant(call.tx(), "grant", request.grant()));
  REDPEAK_ASSIGN_OR_RETURN(const auto id, LockedAccount(call, request.name()));
  if (AddGrant(call.tx(), id, request.grant(), call.now())) {
    call.Append(request.name(), RoleChange("role_granted", request.grant()));
    call.AfterCommit([&deps] { deps.sessions.Forget(); });
  }
  return Tell(call, id);
}

Result<v1::Account> RevokeRole(IdentityDeps& deps, Call& call,
                               const v1::RevokeRoleRequest& request) {
  Violations violations;
  CheckGrant(violations, "grant", request.grant());
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  const bool administrator = request.grant().role() == options::v1::ADMINISTRATOR;
  const auto administrators =
      administrator ? LockAdministrators(call.tx()) : std::vector<std::string>();
  REDPEAK_ASSIGN_OR_RETURN(const auto id, LockedAccount(call, request.name()));
  if (IsLast(administrators, id)) return LastAdministrator();
  if (!RemoveGrant(call.tx(), id, request.grant())) {
    return NotFound("the role " + GrantText(request.grant()) + " of " + request.name());
  }
  call.Append(request.name(), RoleChange("role_revoked", request.grant()));
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  return Tell(call, id);
}

Result<v1::ListHoldersResponse> ListHolders(IdentityDeps&, Call& call,
                                            const v1::ListHoldersRequest& request) {
  v1::ListHoldersResponse response;
  for (const auto& id : FindHolders(call.tx(), request.role(), request.scope())) {
    response.add_people(MakeName("people", id));
  }
  return response;
}

Result<v1::GrantPersonRoleResponse> GrantPersonRole(IdentityDeps& deps, Call& call,
                                                    const v1::GrantPersonRoleRequest& request) {
  Violations violations;
  violations.Range("people", request.people_size(), 1, kPeopleMax);
  if (!ServicesMayGrant(request.role())) {
    violations.Add("role", "SCOPE", "RESEARCHER, EXPERT",
                   "only an administrator may give this role");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  std::vector<std::string> people;
  for (const auto& name : request.people()) {
    REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("people", "people", name));
    people.push_back(std::move(id));
  }
  const auto accounts = AddGrantToPeople(call.tx(), people, request.role(), call.now());
  for (const auto& id : accounts) {
    call.Append(MakeName("accounts", id),
                RoleChange("role_granted", GrantEverywhere(request.role())));
  }
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  v1::GrantPersonRoleResponse response;
  response.set_granted(static_cast<int>(accounts.size()));
  return response;
}

}  // namespace redpeak::identity
