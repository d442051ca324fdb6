#pragma once

#include <optional>

#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak::system {

// Where the simulated clock stands for all processes; none if it was never set.
std::optional<Instant> ReadClock(Tx& tx);
// Sets it, unless it stands later already. Returns where it stands now.
Instant WriteClock(Tx& tx, Instant now);

}  // namespace redpeak::system
