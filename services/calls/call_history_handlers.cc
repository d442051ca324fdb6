#include "services/calls/call_history_handlers.h"

#include <set>

#include "services/base/errors.h"
#include "services/base/event_peers.h"
#include "services/base/names.h"
#include "services/base/violations.h"
#include "services/calls/call.h"
#include "services/calls/call_history.h"
#include "services/calls/call_store.h"

namespace redpeak::calls {
namespace {

constexpr int kTitlesMax = 1000;

}  // namespace

Result<v1::LookUpTitlesResponse> LookUpTitles(CallsDeps&, Call& call,
                                              const v1::LookUpTitlesRequest& request) {
  Violations violations;
  violations.Range("names", request.names_size(), 0, kTitlesMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  std::vector<std::string> ids;
  for (const auto& name : request.names()) {
    REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("calls", "names", name));
    ids.push_back(std::move(id));
  }
  v1::LookUpTitlesResponse response;
  for (const auto& one : ReadTitles(call.tx(), ids)) {
    if (MaySee(call.caller(), one)) (*response.mutable_titles())[one.name()] = one.title();
  }
  return response;
}

Result<v1::ListCallHistoryResponse> ListCallHistory(CallsDeps& deps, Call& call,
                                                    const v1::ListCallHistoryRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("calls", "name", request.name()));
  const auto found = ReadCall(call.tx(), id);
  if (!found || !MaySee(call.caller(), *found) || !call.caller().IsStaffOf(request.name())) {
    return NotFound(request.name());
  }
  REDPEAK_ASSIGN_OR_RETURN(const auto events, AskEvents(deps.peers, call.trace(), request.name()));
  std::set<std::string> actors;
  for (const auto& event : events) actors.insert(event.actor());
  REDPEAK_ASSIGN_OR_RETURN(const auto names, AskActorNames(deps.peers, call.trace(), actors));
  v1::ListCallHistoryResponse response;
  for (const auto& event : events) {
    auto entry = EntryOf(event);
    if (!entry) continue;
    const auto name = names.find(event.actor());
    if (name != names.end()) entry->set_actor_name(name->second);
    response.add_entries()->Swap(&*entry);
  }
  return response;
}

}  // namespace redpeak::calls
