#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "services/base/caller.h"
#include "services/base/status.h"

namespace redpeak::approval {

// Whether the caller may work on `name`, which belongs to `call`, in one of the roles. NOT_FOUND
// for who is no staff of that call, and so may not know of it; ROLE_MISSING for staff in other
// roles.
Result<void> CheckRole(const Caller& caller, std::initializer_list<Role> roles,
                       std::string_view call, std::string_view name);

// NOT_FOUND for who is no staff of the call.
Result<void> CheckStaff(const Caller& caller, std::string_view call, std::string_view name);

// ETAG_MISMATCH where an etag was given and is another; ETAG_REQUIRED where a decision has none.
Result<void> CheckEtag(std::string_view name, std::string_view etag, std::string_view given);
Result<void> CheckDecisionEtag(std::string_view name, std::string_view etag,
                               std::string_view given);

// The call of calls/{call}/proposals/{proposal}. FIELD_INVALID for `field`.
Result<std::string> CallOfProposal(std::string_view field, const std::string& proposal);

// A reason, trimmed. FIELD_INVALID for none or more than 500 characters.
Result<std::string> ReadReason(const std::string& reason);

}  // namespace redpeak::approval
