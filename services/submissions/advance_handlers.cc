#include "services/submissions/advance_handlers.h"

#include <algorithm>

#include "services/base/names.h"
#include "services/submissions/advance.h"
#include "services/submissions/advance_store.h"

namespace redpeak::submissions {
namespace {

// What SubmissionChanged calls it, e.g. do_not_propose.
std::string EventOf(const v1::AdvanceSubmissionsRequest& request) {
  auto name = v1::AdvanceSubmissionsRequest::Action_Name(request.action());
  std::ranges::transform(name, name.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? c + 32 : c; });
  return name;
}

void AppendAdvanced(Call& call, const Standing& standing, State state, const std::string& action) {
  events::v1::Detail detail;
  auto& changed = *detail.mutable_submission_changed();
  changed.set_action(action);
  changed.set_state(v1::Submission::State_Name(state));
  changed.set_call(standing.call);
  changed.set_leader(standing.leader);
  changed.set_party("system");
  call.Append(MakeName("submissions", standing.id), std::move(detail));
}

}  // namespace

Result<v1::AdvanceSubmissionsResponse> AdvanceSubmissions(
    SubmissionsDeps&, Call& call, const v1::AdvanceSubmissionsRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckItems(request));
  std::vector<std::string> ids;
  for (const auto& item : request.items()) ids.push_back(LastId(item.name()));
  const auto standings = ReadStandingsForUpdate(call.tx(), ids);
  REDPEAK_ASSIGN_OR_RETURN(const auto advances, PlanAdvance(request, standings));
  if (advances.empty()) return v1::AdvanceSubmissionsResponse();
  const auto action = *ActionOf(request.action());
  const auto state = StateAfter(action);
  const bool stays_on_notice = action == Action::kPutOnNotice || action == Action::kApprove;
  WriteAdvances(call.tx(), advances, state, stays_on_notice, call.now());
  const auto event = EventOf(request);
  for (const auto& advance : advances) {
    AppendAdvanced(call, standings.at(advance.id), state, event);
  }
  return v1::AdvanceSubmissionsResponse();
}

}  // namespace redpeak::submissions
