#include "services/review/assignment_candidates.h"

#include <algorithm>

namespace redpeak::review {
namespace {

// Measured on 3,000 × 600 × 5: fewer need more rounds, more slow each round.
constexpr int kBest = 15;
constexpr int kByChance = 10;
constexpr int kAddedARound = 20;
constexpr std::int64_t kNearlyAsGood =
    OpenAssignment::kCostMax / 100;  // added too, to save a round

std::size_t At(int index) { return static_cast<std::size_t>(index); }

// A number that looks random but is the same for the same pair everywhere (lowbias32 by C.
// Wellons).
std::uint32_t Chance(int submission, int other) {
  std::uint32_t x =
      static_cast<std::uint32_t>(submission) * 0x9e3779b9U + static_cast<std::uint32_t>(other);
  x = (x ^ (x >> 16U)) * 0x7feb352dU;
  x = (x ^ (x >> 15U)) * 0x846ca68bU;
  return x ^ (x >> 16U);
}

}  // namespace

Candidates::Candidates(const OpenAssignment& open)
    : open_(open), lists_(open.wanted.size()), known_(open.costs.size(), 0) {
  AddGreedy();
  for (int submission = 0; submission < open_.Submissions(); ++submission) {
    if (open_.wanted[At(submission)] == 0 || open_.free.empty()) continue;
    const auto& best = Cheapest(
        submission, kBest, [](int) { return true; },
        [&](int expert) { return open_.costs[open_.Cell(submission, expert)]; });
    for (const Ranked& ranked : best) Add(submission, ranked.expert);
    AddByChance(submission);
  }
}

bool Candidates::Usable(int submission, int expert) const {
  return open_.free[At(expert)] > 0 && open_.Allowed(submission, expert);
}

void Candidates::Add(int submission, int expert) {
  char& known = known_[open_.Cell(submission, expert)];
  if (known == 0) lists_[At(submission)].push_back(expert);
  known = 1;
}

void Candidates::AddGreedy() {
  std::vector<int> free = open_.free;
  for (int submission = 0; submission < open_.Submissions(); ++submission) {
    const auto& best = Cheapest(
        submission, open_.wanted[At(submission)], [&](int expert) { return free[At(expert)] > 0; },
        [&](int expert) { return open_.costs[open_.Cell(submission, expert)]; });
    for (const Ranked& ranked : best) {
      Add(submission, ranked.expert);
      --free[At(ranked.expert)];
    }
  }
}

void Candidates::AddByChance(int submission) {
  for (int i = 0; i < kByChance; ++i) {
    const auto expert = static_cast<int>(Chance(submission, ~i) % open_.free.size());
    if (Usable(submission, expert)) Add(submission, expert);
  }
}

// The usable experts that are accepted and cost least, at most that many, in no order.
template <typename Accept, typename Cost>
const std::vector<Candidates::Ranked>& Candidates::Cheapest(int submission, int count,
                                                            Accept accept, Cost cost) {
  ranked_.clear();
  for (int expert = 0; expert < open_.Experts(); ++expert) {
    if (!Usable(submission, expert) || !accept(expert)) continue;
    ranked_.push_back({cost(expert), Chance(submission, expert), expert});
  }
  if (ranked_.size() > At(count)) {
    std::nth_element(ranked_.begin(), ranked_.begin() + count, ranked_.end());
    ranked_.resize(At(count));
  }
  return ranked_;
}

bool Candidates::Widen(const FlowAnswer& answer) {
  bool can_better = false;
  for (int submission = 0; submission < open_.Submissions(); ++submission) {
    const std::int64_t potential = answer.submission_potentials[At(submission)];
    const auto reduced_cost = [&](int expert) {
      return open_.costs[open_.Cell(submission, expert)] + potential -
             answer.expert_potentials[At(expert)];
    };
    const auto is_new = [&](int expert) {
      return known_[open_.Cell(submission, expert)] == 0 && reduced_cost(expert) < kNearlyAsGood;
    };
    for (const Ranked& ranked : Cheapest(submission, kAddedARound, is_new, reduced_cost)) {
      Add(submission, ranked.expert);
      can_better = can_better || ranked.cost < 0;
    }
  }
  return can_better;
}

}  // namespace redpeak::review
