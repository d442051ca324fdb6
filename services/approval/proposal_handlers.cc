#include "services/approval/proposal_handlers.h"

#include <google/protobuf/timestamp.pb.h>

#include <algorithm>
#include <charconv>

#include "services/approval/checks.h"
#include "services/approval/errors.h"
#include "services/approval/line.h"
#include "services/approval/proposal.h"
#include "services/approval/proposal_store.h"
#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"

namespace redpeak::approval {
namespace {

using v1::Proposal;
using v1::ProposalItem;

// Before the review there is nothing to propose; after the decision nothing is left to.
Result<void> CheckInReview(const calls::v1::Call& reviewed) {
  using CallState = calls::v1::Call;
  if (reviewed.state() == CallState::IN_REVIEW) return {};
  if (reviewed.state() == CallState::DECIDED || reviewed.state() == CallState::ARCHIVED) {
    return StateWrong(reviewed.name(), CallState::State_Name(reviewed.state()), "PROPOSE");
  }
  return ReviewNotClosed(reviewed.name());
}

Proposal NewProposal(Call& call, const calls::v1::Call& reviewed) {
  Proposal proposal;
  proposal.set_name(reviewed.name() + "/proposals/" + call.NewId());
  proposal.set_call(reviewed.name());
  proposal.set_state(Proposal::DRAFT);
  if (reviewed.has_funded_count()) proposal.set_funded_count(reviewed.funded_count());
  if (reviewed.has_budget_fen()) proposal.set_budget_fen(reviewed.budget_fen());
  *proposal.mutable_create_time() = ToProto(call.now());
  proposal.set_etag("1");
  return proposal;
}

void AppendChange(Call& call, const Proposal& proposal, const char* action,
                  const std::string& submission = {}, const std::string& reason = {}) {
  events::v1::Detail detail;
  auto& changed = *detail.mutable_proposal_changed();
  changed.set_action(action);
  changed.set_submission(submission);
  changed.set_reason(reason);
  call.Append(proposal.name(), std::move(detail));
}

void AddHand(KeptProposal& kept, const std::string& account) {
  if (std::ranges::find(kept.prepared_by, account) != kept.prepared_by.end()) return;
  kept.prepared_by.push_back(account);
}

Result<KeptProposal> ReadForStaff(Call& call, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto owner, CallOfProposal("name", name));
  REDPEAK_RETURN_IF_ERROR(CheckStaff(call.caller(), owner, name));
  return ReadProposal(call.tx(), name, Lock::kNone);
}

Result<int> PositionOf(const Page& page) {
  if (page.after.empty()) return 0;
  int position = 0;
  const auto& text = page.after.front();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
  if (error != std::errc() || end != text.data() + text.size()) return PageTokenInvalid();
  return position;
}

}  // namespace

Result<Proposal> CreateProposal(ApprovalDeps& deps, Call& call,
                                const v1::CreateProposalRequest& request) {
  REDPEAK_RETURN_IF_ERROR(ParseId("calls", "call", request.call()));
  REDPEAK_RETURN_IF_ERROR(
      CheckRole(call.caller(), {Role::PROGRAMME_OFFICER}, request.call(), request.call()));
  REDPEAK_ASSIGN_OR_RETURN(const auto reviewed, GetCall(deps.peers, call.trace(), request.call()));
  REDPEAK_RETURN_IF_ERROR(CheckInReview(reviewed));
  REDPEAK_ASSIGN_OR_RETURN(const auto ranking,
                           ReadRanking(deps.peers, call.trace(), request.call()));
  REDPEAK_ASSIGN_OR_RETURN(const auto standings,
                           ReadStandings(deps.peers, call.trace(), request.call()));
  auto items = MakeItems(reviewed, ranking, standings);
  KeptProposal kept{NewProposal(call, reviewed), {call.caller().account}, {}};
  DrawLine(kept.proposal, items);
  const auto living = FindLivingProposals(call.tx(), request.call());
  if (!living.empty()) return AlreadyExists(living.front());
  InsertProposal(call.tx(), kept, items);
  AppendChange(call, kept.proposal, "made");
  return kept.proposal;
}

Result<Proposal> GetProposal(ApprovalDeps&, Call& call, const v1::GetProposalRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto kept, ReadForStaff(call, request.name()));
  return kept.proposal;
}

Result<v1::ListProposalsResponse> ListProposals(ApprovalDeps&, Call& call,
                                                const v1::ListProposalsRequest& request) {
  REDPEAK_RETURN_IF_ERROR(ParseId("calls", "call", request.call()));
  REDPEAK_RETURN_IF_ERROR(CheckStaff(call.caller(), request.call(), request.call()));
  v1::ListProposalsResponse response;
  for (auto& proposal : ListProposals(call.tx(), request.call())) {
    *response.add_proposals() = std::move(proposal);
  }
  return response;
}

Result<v1::ListProposalItemsResponse> ListProposalItems(
    ApprovalDeps&, Call& call, const v1::ListProposalItemsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto owner, CallOfProposal("parent", request.parent()));
  REDPEAK_RETURN_IF_ERROR(CheckStaff(call.caller(), owner, request.parent()));
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  REDPEAK_ASSIGN_OR_RETURN(const int after, PositionOf(page));
  REDPEAK_RETURN_IF_ERROR(ReadProposal(call.tx(), request.parent(), Lock::kNone));
  auto items =
      ListItems(call.tx(), request.parent(), request.proposed_only(), after, page.size + 1);
  v1::ListProposalItemsResponse response;
  if (std::ssize(items) > page.size) {
    items.pop_back();
    response.set_next_page_token(MakePageToken(request, {std::to_string(items.back().position)}));
  }
  for (auto& placed : items) *response.add_items() = std::move(placed.item);
  return response;
}

Result<Proposal> SetException(ApprovalDeps&, Call& call, const v1::SetExceptionRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto owner, CallOfProposal("name", request.name()));
  REDPEAK_RETURN_IF_ERROR(
      CheckRole(call.caller(), {Role::PROGRAMME_OFFICER}, owner, request.name()));
  REDPEAK_RETURN_IF_ERROR(ParseId("submissions", "submission", request.submission()));
  REDPEAK_ASSIGN_OR_RETURN(const auto reason, ReadReason(request.reason()));
  REDPEAK_ASSIGN_OR_RETURN(auto kept, ReadProposal(call.tx(), request.name(), Lock::kForUpdate));
  REDPEAK_RETURN_IF_ERROR(CheckEtag(request.name(), kept.proposal.etag(), request.etag()));
  REDPEAK_RETURN_IF_ERROR(NextState(kept.proposal, ProposalAction::kSetException));
  auto items = ReadItems(call.tx(), request.name());
  const auto item = std::ranges::find(items, request.submission(), &ProposalItem::submission);
  if (item == items.end()) return NotFound(request.submission());
  REDPEAK_RETURN_IF_ERROR(SetException(*item, request.proposed(), reason));
  Recount(kept.proposal, items);
  AddHand(kept, call.caller().account);
  UpdateItem(call.tx(), request.name(), *item);
  UpdateProposal(call.tx(), kept);
  const bool against = item->proposed() != item->by_ranking();
  AppendChange(call, kept.proposal, against ? "exception_added" : "exception_removed",
               request.submission(), reason);
  return kept.proposal;
}

}  // namespace redpeak::approval
