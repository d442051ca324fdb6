#pragma once

#include <string>
#include <vector>

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

// FIELD_INVALID for a scope that the role cannot have, or an organisation that does not exist.
// Calls are another service's, so their existence is not checked.
Result<void> CheckGrant(Tx& tx, const std::string& field, const v1::RoleGrant& grant);

// Whether the account (an id) is the only one of these.
bool IsLast(const std::vector<std::string>& administrators, const std::string& account);

Result<v1::Account> GrantRole(IdentityDeps& deps, Call& call, const v1::GrantRoleRequest& request);
Result<v1::Account> RevokeRole(IdentityDeps& deps, Call& call,
                               const v1::RevokeRoleRequest& request);
Result<v1::ListHoldersResponse> ListHolders(IdentityDeps& deps, Call& call,
                                            const v1::ListHoldersRequest& request);
Result<v1::GrantPersonRoleResponse> GrantPersonRole(IdentityDeps& deps, Call& call,
                                                    const v1::GrantPersonRoleRequest& request);

}  // namespace redpeak::identity
