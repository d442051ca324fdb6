#pragma once

#include <string>
#include <string_view>

#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/violations.h"

namespace redpeak::identity {

// Whether the role may be granted for that scope: a unit officer's is an organisation; a programme
// officer's, approver's or auditor's a call or everywhere; everybody else's everywhere. Whether the
// scope exists is not asked here.
bool CheckGrant(Violations& violations, const std::string& field, const v1::RoleGrant& grant);

// Whether another service may grant it to those that it works with.
bool ServicesMayGrant(options::v1::Role role);

// A grant as one text, "ROLE scope", as the database aggregates it; and back.
std::string GrantText(const v1::RoleGrant& grant);
v1::RoleGrant GrantOf(std::string_view text);

v1::RoleGrant GrantEverywhere(options::v1::Role role);

}  // namespace redpeak::identity
