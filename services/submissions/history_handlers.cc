#include "services/submissions/history_handlers.h"

#include <set>

#include "services/base/event_peers.h"
#include "services/submissions/history.h"
#include "services/submissions/relation.h"
#include "services/submissions/step_handlers.h"

namespace redpeak::submissions {

Result<v1::ListSubmissionHistoryResponse> ListSubmissionHistory(
    SubmissionsDeps& deps, Call& call, const v1::ListSubmissionHistoryRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto submission, Find(call, "name", request.name()));
  REDPEAK_ASSIGN_OR_RETURN(const auto known,
                           deps.calls->Find(deps.peers, call.trace(), submission.call()));
  REDPEAK_ASSIGN_OR_RETURN(const auto events, AskEvents(deps.peers, call.trace(), request.name()));
  auto history =
      HistoryOf(events, known->call.endorsement_required(), AudiencesOf(call.caller(), submission));
  std::set<std::string> actors;
  for (const auto& happening : history) actors.insert(happening.actor);
  REDPEAK_ASSIGN_OR_RETURN(const auto names, AskActorNames(deps.peers, call.trace(), actors));
  v1::ListSubmissionHistoryResponse response;
  for (auto& [entry, actor] : history) {
    const auto name = names.find(actor);
    if (name != names.end()) entry.set_actor_name(name->second);
    response.add_entries()->Swap(&entry);
  }
  return response;
}

}  // namespace redpeak::submissions
