#pragma once

#include <vector>

#include "redpeak/approval/v1/approval.pb.h"

namespace redpeak::approval {

// Whether `a` comes before `b`: by rank and, where means are equal, by smaller spread, then lower
// amount, then receipt number.
bool ComesBefore(const v1::ProposalItem& a, const v1::ProposalItem& b);

// Puts the items in order and draws the line through them: best first, as many as `funded_count`,
// or while their amounts fit into `budget_fen`. The first that does not fit ends the list; a
// cheaper one further down is not taken instead, because that would put amount before merit.
// Without a limit none is taken. Removed items are passed over.
//
// Sets by_ranking and proposed of each item, and the proposal's count, sum, and the ties at the
// line: all items whose rank is that of both the last one in and the first one out.
void DrawLine(v1::Proposal& proposal, std::vector<v1::ProposalItem>& items);

// Sets the proposal's count and sum from its proposed items.
void Recount(v1::Proposal& proposal, const std::vector<v1::ProposalItem>& items);

}  // namespace redpeak::approval
