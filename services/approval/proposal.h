#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/review/v1/review.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/status.h"

namespace redpeak::approval {

enum class ProposalAction { kSetException, kSign, kWithdraw, kPublish, kStrike, kApprove };

// Where an action leads a proposal, by this table:
//
//   DRAFT      SET_EXCEPTION → DRAFT, SIGN → SIGNED, WITHDRAW → WITHDRAWN
//   SIGNED     PUBLISH → ON_NOTICE, WITHDRAW → DRAFT
//   ON_NOTICE  STRIKE (an objection was upheld) → ON_NOTICE, APPROVE → APPROVED
//
// STATE_WRONG for any other pair.
Result<v1::Proposal::State> NextState(const v1::Proposal& proposal, ProposalAction action);

// A proposal with what only its service needs to know.
struct KeptProposal {
  v1::Proposal proposal;
  std::vector<std::string> prepared_by;  // accounts that made it or set an exception in it
  std::string signed_by;                 // an account
};

// What submissions knows of one; not there at all counts as withdrawn.
struct Standing {
  submissions::v1::Submission::State state = submissions::v1::Submission::WITHDRAWN;
  std::string leader{};  // people/{person}
  std::string unit{};    // organisations/{organisation}
};
using Standings = std::map<std::string, Standing>;  // by submission

Standing StandingOf(const Standings& standings, const std::string& submission);

// The items of a ranking, with the line not yet drawn. Those withdrawn meanwhile are there as
// removed.
std::vector<v1::ProposalItem> MakeItems(const calls::v1::Call& call,
                                        const std::vector<review::v1::RankedSubmission>& ranking,
                                        const Standings& standings);

// Takes an item in or out; the reason is kept where that is against the ranking. STATE_WRONG for a
// removed one.
Result<void> SetException(v1::ProposalItem& item, bool proposed, const std::string& reason);

// LIMIT_EXCEEDED where the proposed ones are more than the call's number or cost more than its
// budget.
Result<void> CheckLimit(const v1::Proposal& proposal);

// SELF_APPROVAL for an account that had a hand in it.
Result<void> CheckSeparation(const KeptProposal& kept, std::string_view account);

// The submissions that are proposed.
std::vector<std::string> ProposedOf(const std::vector<v1::ProposalItem>& items);

}  // namespace redpeak::approval
