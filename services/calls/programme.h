#pragma once

#include <string>

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/status.h"

namespace redpeak::calls {

// A programme as it shall be kept. INVALID_ARGUMENT FIELD_INVALID for a display name that is
// missing or longer than 120 characters, or for a kind that is none.
Result<v1::Programme> NewProgramme(const std::string& name, const v1::Programme& given);

// INVALID_ARGUMENT FIELD_INVALID for `field` unless the id is [a-z0-9][a-z0-9-]{0,62}, as ids that
// people choose for programmes and calls are.
Result<void> CheckId(std::string_view field, const std::string& id);

}  // namespace redpeak::calls
