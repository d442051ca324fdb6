#pragma once

#include "redpeak/approval/v1/approval_service.pb.h"
#include "services/approval/approval_peers.h"
#include "services/base/call.h"
#include "services/base/status.h"

// What decides on a list: signing it, taking the signature back, approving it. The refusals are
// those of the RPCs of the same names.
//
// Each holds the proposal's row while submissions, review and calls do their part, so that no
// exception or objection can come between what was decided and what was done. None of them asks
// approval back. They do first what is further down, each step from where things stand: repeating a
// decision that failed halfway completes it.
namespace redpeak::approval {

Result<v1::Proposal> SignProposal(ApprovalDeps& deps, Call& call,
                                  const v1::SignProposalRequest& request);
Result<v1::Proposal> WithdrawProposal(ApprovalDeps& deps, Call& call,
                                      const v1::WithdrawProposalRequest& request);
Result<v1::Proposal> ApproveProposal(ApprovalDeps& deps, Call& call,
                                     const v1::ApproveProposalRequest& request);

}  // namespace redpeak::approval
