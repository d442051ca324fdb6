#pragma once

#include <string>
#include <vector>

#include "redpeak/events/v1/event.pb.h"
#include "redpeak/identity/v1/identity.pb.h"

// The events of this service.
namespace redpeak::identity {

// `action` is one of: invited, invitation_resent, activated, signed_in, signed_out,
// session_revoked, password_changed, recovery_requested, password_recovered, disabled, enabled.
events::v1::Detail AccountChange(const std::string& action);
// role_granted or role_revoked.
events::v1::Detail RoleChange(const std::string& action, const v1::RoleGrant& grant);

// created, updated (with the fields) or imported (with how many).
events::v1::Detail OrganisationChange(const std::string& action,
                                      const std::vector<std::string>& fields = {}, int count = 0);
events::v1::Detail PersonChange(const std::string& action,
                                const std::vector<std::string>& fields = {}, int count = 0);

}  // namespace redpeak::identity
