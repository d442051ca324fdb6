#pragma once

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/clock.h"
#include "services/base/status.h"

namespace redpeak::calls {

// Whether a draft that passes CheckDraft says all that a call must say, and will not have closed
// already. INVALID_ARGUMENT FIELD_INVALID with everything that is missing or wrong.
Result<void> CheckPublishable(const v1::Call& call, Instant now);

}  // namespace redpeak::calls
