#include "services/approval/line.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace redpeak::approval {
namespace {

constexpr char kTieRule[] =
    "平均分相同的，依次以评分离散度小者、金额低者、申报编号小者在前。 / "
    "Where means are equal, the smaller spread of scores comes first, then the lower amount, then "
    "the "
    "smaller receipt number.";

// How much of the call's limit is left while the line moves down.
class Rest {
 public:
  explicit Rest(const v1::Proposal& proposal)
      : by_budget_(proposal.has_budget_fen()),
        left_(by_budget_ ? proposal.budget_fen() : proposal.funded_count()) {}

  bool Take(const v1::ProposalItem& item) {
    const int64_t cost = by_budget_ ? item.amount_fen() : 1;
    if (cost > left_) return false;
    left_ -= cost;
    return true;
  }

 private:
  const bool by_budget_;
  int64_t left_;
};

// The ranks of the last one in and the first one out, of which 0 stands for none.
struct Edge {
  int32_t in = 0;
  int32_t out = 0;
};

void ListTies(v1::Proposal& proposal, const std::vector<v1::ProposalItem>& items, Edge edge) {
  if (edge.in == 0 || edge.in != edge.out) return;
  proposal.set_tie_rule(kTieRule);
  for (const auto& item : items) {
    if (item.rank() == edge.in && item.removal() == v1::ProposalItem::REMOVAL_UNSPECIFIED) {
      proposal.add_ties_at_line(item.submission());
    }
  }
}

}  // namespace

bool ComesBefore(const v1::ProposalItem& a, const v1::ProposalItem& b) {
  const auto key = [](const v1::ProposalItem& item) {
    return std::make_tuple(item.rank(), item.spread(), item.amount_fen(), std::cref(item.number()),
                           std::cref(item.submission()));
  };
  return key(a) < key(b);
}

void DrawLine(v1::Proposal& proposal, std::vector<v1::ProposalItem>& items) {
  std::ranges::sort(items, ComesBefore);
  Rest rest(proposal);
  Edge edge;
  for (auto& item : items) {
    const bool candidate = item.removal() == v1::ProposalItem::REMOVAL_UNSPECIFIED;
    const bool in = candidate && edge.out == 0 && rest.Take(item);
    item.set_by_ranking(in);
    item.set_proposed(in);
    if (in) edge.in = item.rank();
    if (candidate && !in && edge.out == 0) edge.out = item.rank();
  }
  ListTies(proposal, items, edge);
  Recount(proposal, items);
}

void Recount(v1::Proposal& proposal, const std::vector<v1::ProposalItem>& items) {
  int32_t count = 0;
  int64_t sum_fen = 0;
  for (const auto& item : items) {
    if (!item.proposed()) continue;
    ++count;
    sum_fen += item.amount_fen();
  }
  proposal.set_proposed_count(count);
  proposal.set_proposed_fen(sum_fen);
}

}  // namespace redpeak::approval
