#pragma once

#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/review/v1/review.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/approval/proposal.h"
#include "services/base/peers.h"
#include "services/base/status.h"

// What approval asks of other services. All fail with the peer's refusal, or PEER_UNAVAILABLE.
namespace redpeak::approval {

// What the handlers stand on beside the call itself.
struct ApprovalDeps {
  Peers& peers;  // calls, submissions, review
};

using SubmissionAction = submissions::v1::AdvanceSubmissionsRequest::Action;
using SubmissionMove = submissions::v1::AdvanceSubmissionsRequest::Item;

// NOT_FOUND for a call that is not there.
Result<calls::v1::Call> GetCall(Peers& peers, const Trace& trace, const std::string& call);

// The whole ranking, best first. REVIEW_NOT_CLOSED while it may change.
Result<std::vector<review::v1::RankedSubmission>> ReadRanking(Peers& peers, const Trace& trace,
                                                              const std::string& call);

// Where all submissions of a call stand.
Result<Standings> ReadStandings(Peers& peers, const Trace& trace, const std::string& call);

// CONFLICT_OF_INTEREST where the person has to do with any of the submissions.
Result<void> CheckConflicts(Peers& peers, const Trace& trace, const std::string& person,
                            const std::vector<std::string>& submissions);

// Moves submissions on; none where there are none.
Result<void> Advance(Peers& peers, const Trace& trace, SubmissionAction action,
                     const std::vector<SubmissionMove>& moves);
Result<void> Advance(Peers& peers, const Trace& trace, SubmissionAction action,
                     const std::vector<std::string>& submissions);

// Moves the call to DECIDED.
Result<void> DecideCall(Peers& peers, const Trace& trace, const std::string& call);

}  // namespace redpeak::approval
