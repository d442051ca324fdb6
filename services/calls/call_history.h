#pragma once

#include <optional>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/events/v1/event.pb.h"

namespace redpeak::calls {

// What an event says of its call's history; nothing where that is no part of it.
std::optional<v1::CallHistoryEntry> EntryOf(const events::v1::Event& event);

}  // namespace redpeak::calls
