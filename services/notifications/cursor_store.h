#pragma once

#include "services/base/db.h"
#include "services/base/events.h"

namespace redpeak::notifications {

// How far this service has followed the events.
EventPosition ReadCursor(Tx& tx);

// False, and nothing is changed, if the cursor is no longer at `from`: another process has moved
// it.
bool MoveCursor(Tx& tx, EventPosition from, EventPosition to);

}  // namespace redpeak::notifications
