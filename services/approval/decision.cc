#include "services/approval/decision.h"

#include <algorithm>
#include <set>
#include <utility>

#include "services/approval/errors.h"

namespace redpeak::approval {
namespace {

using submissions::v1::Submission;
using v1::ProposalItem;

constexpr size_t kNumberDigitsMin = 3;

bool IsRemoved(const ProposalItem& item) {
  return item.removal() != ProposalItem::REMOVAL_UNSPECIFIED;
}

// The state that a signature leaves an item's submission in.
Submission::State SignedState(const ProposalItem& item) {
  return item.proposed() ? Submission::PROPOSED : Submission::NOT_PROPOSED;
}

bool IsMovedBySigning(Submission::State state) {
  return state == Submission::PROPOSED || state == Submission::NOT_PROPOSED;
}

void PlanItem(const ProposalItem& item, Submission::State state, SigningSteps& steps) {
  if (state == SignedState(item)) return;
  if (IsMovedBySigning(state)) steps.unpropose.push_back(item.submission());
  (item.proposed() ? steps.propose : steps.do_not_propose).push_back(item.submission());
}

int CategoryPosition(const calls::v1::Call& call, const std::string& code) {
  int position = 0;
  while (position < call.categories_size() && call.categories(position).code() != code) ++position;
  return position;
}

std::string ProjectNumber(const std::string& prefix, size_t number, size_t last) {
  const auto width = std::max(std::to_string(last).size(), kNumberDigitsMin);
  const auto digits = std::to_string(number);
  return prefix + "-P-" + std::string(width - digits.size(), '0') + digits;
}

// Whether a submission was reviewed and is not yet decided upon as refused.
bool IsUndecided(Submission::State state) {
  return state == Submission::REVIEWED || IsMovedBySigning(state);
}

}  // namespace

Result<SigningSteps> PlanSigning(const std::vector<ProposalItem>& items,
                                 const Standings& standings) {
  SigningSteps steps;
  std::vector<std::string> lost;
  for (const auto& item : items) {
    const auto state = StandingOf(standings, item.submission()).state;
    if (state != Submission::WITHDRAWN) {
      PlanItem(item, state, steps);
    } else if (item.proposed()) {
      lost.push_back(item.submission());
    } else {
      steps.withdrawn.push_back(item.submission());
    }
  }
  if (!lost.empty()) return SubmissionsWithdrawn(lost);
  return steps;
}

std::vector<std::string> PlanUnsigning(const std::vector<ProposalItem>& items,
                                       const Standings& standings) {
  std::vector<std::string> moved;
  for (const auto& item : items) {
    if (IsMovedBySigning(StandingOf(standings, item.submission()).state)) {
      moved.push_back(item.submission());
    }
  }
  return moved;
}

ApprovalSteps PlanApproval(const calls::v1::Call& call, const std::vector<ProposalItem>& items,
                           const Standings& standings) {
  ApprovalSteps steps;
  std::vector<ProposalItem> approved;
  std::set<std::string> approved_names;
  for (const auto& item : items) {
    const bool withdrawn = StandingOf(standings, item.submission()).state == Submission::WITHDRAWN;
    if (withdrawn && !IsRemoved(item)) steps.withdrawn.push_back(item.submission());
    if (withdrawn || IsRemoved(item) || !item.proposed()) continue;
    approved.push_back(item);
    approved_names.insert(item.submission());
  }
  SortByCategory(call, approved);
  for (size_t i = 0; i < approved.size(); ++i) {
    steps.approve.push_back(
        {approved[i], ProjectNumber(call.number_prefix(), i + 1, approved.size())});
  }
  for (const auto& [name, standing] : standings) {
    const bool left = IsUndecided(standing.state) && !approved_names.contains(name);
    if (left) steps.do_not_approve.push_back(name);
  }
  return steps;
}

void SortByCategory(const calls::v1::Call& call, std::vector<ProposalItem>& items) {
  std::ranges::sort(items, {}, [&](const ProposalItem& item) {
    return std::make_pair(CategoryPosition(call, item.category()), item.number());
  });
}

}  // namespace redpeak::approval
