#pragma once

#include "redpeak/approval/v1/approval_service.pb.h"
#include "services/approval/approval_peers.h"
#include "services/base/call.h"
#include "services/base/status.h"

// Making, reading and changing proposed lists. The refusals are those of the RPCs of the same
// names.
namespace redpeak::approval {

Result<v1::Proposal> CreateProposal(ApprovalDeps& deps, Call& call,
                                    const v1::CreateProposalRequest& request);
Result<v1::Proposal> GetProposal(ApprovalDeps& deps, Call& call,
                                 const v1::GetProposalRequest& request);
Result<v1::ListProposalsResponse> ListProposals(ApprovalDeps& deps, Call& call,
                                                const v1::ListProposalsRequest& request);
Result<v1::ListProposalItemsResponse> ListProposalItems(
    ApprovalDeps& deps, Call& call, const v1::ListProposalItemsRequest& request);
Result<v1::Proposal> SetException(ApprovalDeps& deps, Call& call,
                                  const v1::SetExceptionRequest& request);

}  // namespace redpeak::approval
