#pragma once

#include <string>
#include <vector>

#include "redpeak/events/v1/event.pb.h"
#include "redpeak/submissions/v1/history.pb.h"
#include "services/base/blind.h"

namespace redpeak::submissions {

// An entry with who did it: accounts/{account}, or empty where this reader may not know.
struct Happening {
  v1::HistoryEntry entry;
  std::string actor;
};

// What a reader may know of what happened to one submission, from its events, oldest first.
std::vector<Happening> HistoryOf(const std::vector<events::v1::Event>& events,
                                 bool endorsement_required, const Audiences& reader);

}  // namespace redpeak::submissions
