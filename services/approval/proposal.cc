#include "services/approval/proposal.h"

#include <algorithm>

#include "services/approval/errors.h"
#include "services/approval/transitions.h"
#include "services/base/errors.h"

namespace redpeak::approval {
namespace {

using submissions::v1::Submission;
using v1::Proposal;
using v1::ProposalItem;

constexpr Transition<Proposal::State, ProposalAction> kTable[] = {
    {Proposal::DRAFT, ProposalAction::kSetException, Proposal::DRAFT},
    {Proposal::DRAFT, ProposalAction::kSign, Proposal::SIGNED},
    {Proposal::DRAFT, ProposalAction::kWithdraw, Proposal::WITHDRAWN},
    {Proposal::SIGNED, ProposalAction::kPublish, Proposal::ON_NOTICE},
    {Proposal::SIGNED, ProposalAction::kWithdraw, Proposal::DRAFT},
    {Proposal::ON_NOTICE, ProposalAction::kStrike, Proposal::ON_NOTICE},
    {Proposal::ON_NOTICE, ProposalAction::kApprove, Proposal::APPROVED},
};

const char* NameOf(ProposalAction action) {
  switch (action) {
    case ProposalAction::kSetException:
      return "SET_EXCEPTION";
    case ProposalAction::kSign:
      return "SIGN";
    case ProposalAction::kWithdraw:
      return "WITHDRAW";
    case ProposalAction::kPublish:
      return "PUBLISH";
    case ProposalAction::kStrike:
      return "STRIKE";
    case ProposalAction::kApprove:
      return "APPROVE";
  }
  return "";
}

// A category whose ceiling is 0 is self-funded: nothing is granted in it, whatever was written
// down.
int64_t GrantOf(const calls::v1::Call& call, const review::v1::RankedSubmission& ranked) {
  const auto category = std::ranges::find(call.categories(), ranked.category(),
                                          [](const auto& known) { return known.code(); });
  const bool granted = category == call.categories().end() || category->ceiling_fen() > 0;
  return granted ? ranked.amount_fen() : 0;
}

ProposalItem MakeItem(const calls::v1::Call& call, const review::v1::RankedSubmission& ranked,
                      const Standing& standing) {
  ProposalItem item;
  item.set_submission(ranked.submission());
  item.set_rank(ranked.rank());
  item.set_mean(ranked.mean());
  item.set_spread(ranked.spread());
  item.set_title(ranked.title());
  item.set_number(ranked.number());
  item.set_category(ranked.category());
  item.set_amount_fen(GrantOf(call, ranked));
  item.set_leader(standing.leader);
  item.set_leader_name(ranked.leader_name());
  item.set_unit(standing.unit);
  item.set_unit_name(ranked.unit_name());
  if (standing.state == Submission::WITHDRAWN) {
    item.set_removal(ProposalItem::SUBMISSION_WITHDRAWN);
  }
  return item;
}

}  // namespace

Result<Proposal::State> NextState(const Proposal& proposal, ProposalAction action) {
  const auto next = FindTransition(kTable, proposal.state(), action);
  if (next) return *next;
  return StateWrong(proposal.name(), Proposal::State_Name(proposal.state()), NameOf(action));
}

Standing StandingOf(const Standings& standings, const std::string& submission) {
  const auto found = standings.find(submission);
  return found == standings.end() ? Standing{} : found->second;
}

std::vector<ProposalItem> MakeItems(const calls::v1::Call& call,
                                    const std::vector<review::v1::RankedSubmission>& ranking,
                                    const Standings& standings) {
  std::vector<ProposalItem> items;
  items.reserve(ranking.size());
  for (const auto& ranked : ranking) {
    items.push_back(MakeItem(call, ranked, StandingOf(standings, ranked.submission())));
  }
  return items;
}

Result<void> SetException(ProposalItem& item, bool proposed, const std::string& reason) {
  if (item.removal() != ProposalItem::REMOVAL_UNSPECIFIED) {
    return StateWrong(item.submission(), ProposalItem::Removal_Name(item.removal()),
                      proposed ? "PROPOSE" : "DO_NOT_PROPOSE");
  }
  item.set_proposed(proposed);
  item.set_exception_reason(proposed == item.by_ranking() ? "" : reason);
  return {};
}

Result<void> CheckLimit(const Proposal& proposal) {
  if (proposal.has_budget_fen()) {
    if (proposal.proposed_fen() <= proposal.budget_fen()) return {};
    return BudgetExceeded(proposal.proposed_fen(), proposal.budget_fen());
  }
  if (proposal.proposed_count() <= proposal.funded_count()) return {};
  return CountExceeded(proposal.proposed_count(), proposal.funded_count());
}

Result<void> CheckSeparation(const KeptProposal& kept, std::string_view account) {
  if (std::ranges::find(kept.prepared_by, account) == kept.prepared_by.end()) return {};
  return SelfApproval(kept.proposal.name());
}

std::vector<std::string> ProposedOf(const std::vector<ProposalItem>& items) {
  std::vector<std::string> proposed;
  for (const auto& item : items) {
    if (item.proposed()) proposed.push_back(item.submission());
  }
  return proposed;
}

}  // namespace redpeak::approval
