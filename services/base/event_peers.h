#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "redpeak/events/v1/event.pb.h"
#include "services/base/peers.h"

// What services ask of the event log, to tell the history of a thing.
namespace redpeak {

// All that happened to this resource itself, oldest first; not to what is below it.
Result<std::vector<events::v1::Event>> AskEvents(Peers& peers, const Trace& trace,
                                                 const std::string& subject);

// The display names of those of these actors that are people's accounts, by actor.
Result<std::map<std::string, std::string>> AskActorNames(Peers& peers, const Trace& trace,
                                                         const std::set<std::string>& actors);

}  // namespace redpeak
