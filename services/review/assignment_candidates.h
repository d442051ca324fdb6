#pragma once

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

#include "services/review/assignment_network.h"

namespace redpeak::review {

// The pairs that the flow is solved through: few enough to be fast, and grown by the duals until
// they hold an optimum over all pairs.
class Candidates {
 public:
  // Each submission's best experts, some others by chance, and a whole assignment found greedily,
  // so that the first duals already know which experts are short. `open` must outlive this.
  explicit Candidates(const OpenAssignment& open);

  const ExpertLists& Lists() const { return lists_; }

  // Adds pairs that could better the answer; false if there is none, so that the answer is the
  // optimum over all pairs.
  bool Widen(const FlowAnswer& answer);

 private:
  struct Ranked {
    std::int64_t cost;
    std::uint32_t chance;  // spreads ties over all experts, always in the same way
    int expert;
    friend bool operator<(const Ranked& left, const Ranked& right) {
      return std::tie(left.cost, left.chance, left.expert) <
             std::tie(right.cost, right.chance, right.expert);
    }
  };

  bool Usable(int submission, int expert) const;
  void Add(int submission, int expert);
  void AddGreedy();
  void AddByChance(int submission);
  template <typename Accept, typename Cost>
  const std::vector<Ranked>& Cheapest(int submission, int count, Accept accept, Cost cost);

  const OpenAssignment& open_;
  ExpertLists lists_;
  std::vector<char> known_;  // submissions × experts: is in lists_
  std::vector<Ranked> ranked_;
};

}  // namespace redpeak::review
