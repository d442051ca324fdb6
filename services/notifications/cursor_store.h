#pragma once

#include <string>

#include "services/base/db.h"
#include "services/base/events.h"

namespace redpeak::notifications {

// How far this service has followed the events.
EventPosition ReadCursor(Tx& tx);

// False, and nothing is changed, if the cursor is no longer at `from`: another process has moved
// it.
bool MoveCursor(Tx& tx, EventPosition from, EventPosition to);

// Who did what first happened to a resource: an account's or service's name, or empty.
std::string FirstActor(Tx& tx, const std::string& subject);

}  // namespace redpeak::notifications
