#pragma once

#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "services/approval/proposal.h"
#include "services/base/db.h"
#include "services/base/status.h"

namespace redpeak::approval {

inline constexpr int kProposalsMax = 100;  // of a list; a call has rarely more than two

// Writes a new proposal of the name that it bears, and its items in their order.
void InsertProposal(Tx& tx, const KeptProposal& kept, const std::vector<v1::ProposalItem>& items);

// By name (calls/{call}/proposals/{proposal}); NOT_FOUND. Locked against other decisions until the
// end of the transaction, if asked for.
enum class Lock { kNone, kForUpdate };
Result<KeptProposal> ReadProposal(Tx& tx, const std::string& name, Lock lock);

// The names of a call's proposals that are not given up: at most one.
std::vector<std::string> FindLivingProposals(Tx& tx, const std::string& call);

// Newest first.
std::vector<v1::Proposal> ListProposals(Tx& tx, const std::string& call);

// Writes state, count, sum, hands, signature and notice, and sets the proposal's new etag.
void UpdateProposal(Tx& tx, KeptProposal& kept);

// An item with its position in the ranking, from 1.
struct PlacedItem {
  int position = 0;
  v1::ProposalItem item;
};

// At most `limit` of them after a position.
std::vector<PlacedItem> ListItems(Tx& tx, const std::string& proposal, bool proposed_only,
                                  int after, int limit);
// All of them.
std::vector<v1::ProposalItem> ReadItems(Tx& tx, const std::string& proposal);

// Writes whether it is proposed, and why not or why so.
void UpdateItem(Tx& tx, const std::string& proposal, const v1::ProposalItem& item);

}  // namespace redpeak::approval
