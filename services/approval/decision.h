#pragma once

#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/calls/v1/call.pb.h"
#include "services/approval/proposal.h"
#include "services/base/status.h"

// What a decision has to change in submissions, from where each of them stands. Because it is
// worked out from there, a decision that failed halfway is completed by repeating it.
namespace redpeak::approval {

// By name, in the order in which the steps are done.
struct SigningSteps {
  std::vector<std::string> unpropose;
  std::vector<std::string> propose;
  std::vector<std::string> do_not_propose;
  std::vector<std::string> withdrawn;  // to be marked as removed here
};

// STATE_WRONG where a proposed one was withdrawn.
Result<SigningSteps> PlanSigning(const std::vector<v1::ProposalItem>& items,
                                 const Standings& standings);

// Those that a signature, whole or halfway, has moved.
std::vector<std::string> PlanUnsigning(const std::vector<v1::ProposalItem>& items,
                                       const Standings& standings);

// An item that becomes a project, with its number.
struct Numbered {
  v1::ProposalItem item;
  std::string project_number;
};

struct ApprovalSteps {
  std::vector<Numbered> approve;            // by category of the call, then receipt number
  std::vector<std::string> do_not_approve;  // all else of the call that was reviewed
  std::vector<std::string> withdrawn;
};

// Numbers what is left on the list <prefix>-P-001 and so on, with as many digits as the last one
// needs and at least three. A list on notice cannot grow and its submissions cannot be withdrawn
// any more, so the numbers are the same whenever they are worked out.
ApprovalSteps PlanApproval(const calls::v1::Call& call, const std::vector<v1::ProposalItem>& items,
                           const Standings& standings);

// Puts items in the order of the call's categories, then receipt numbers.
void SortByCategory(const calls::v1::Call& call, std::vector<v1::ProposalItem>& items);

}  // namespace redpeak::approval
