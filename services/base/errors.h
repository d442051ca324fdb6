#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "services/base/status.h"

namespace redpeak {

// One constructor a failure that any service may meet. Those of one service are in its own
// errors.h.

// INVALID_ARGUMENT FIELD_INVALID for a single field; Violations (violations.h) gathers several.
Failure FieldInvalid(std::string_view field, std::string_view rule, std::string_view limit,
                     std::string_view description);
Failure NotFound(std::string_view name);
Failure AlreadyExists(std::string_view name);
Failure EtagMismatch(std::string_view name);
Failure EtagRequired(std::string_view name);
// FAILED_PRECONDITION: `name` is in `state`, in which `action` cannot be done.
Failure StateWrong(std::string_view name, std::string_view state, std::string_view action);
Failure RequestIdReused();
Failure PageTokenInvalid();
Failure SignInRequired();
Failure RoleMissing(std::string_view method);
Failure ServerBusy();
Failure RateLimited();
Failure DeadlineTooShort();
Failure DatabaseUnavailable();
Failure OutcomeUnknown();
Failure PeerUnavailable(std::string_view service);
// `detail` is for the log and never leaves the server.
Failure Internal(std::string_view detail);

}  // namespace redpeak
