#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

// The assignment as a flow of minimum cost, through some of its pairs.
namespace redpeak::review {

// What is left to decide once the fixed pairs stand.
struct OpenAssignment {
  static constexpr std::int32_t kCostMax = 1'000'000;
  static constexpr std::int32_t kBarred = -1;

  std::vector<int> wanted;          // one a submission: reviews still to give
  std::vector<int> free;            // one an expert: reviews still possible
  std::vector<std::int32_t> costs;  // submissions × experts: kCostMax - affinity in millionths

  int Submissions() const { return static_cast<int>(wanted.size()); }
  int Experts() const { return static_cast<int>(free.size()); }
  std::size_t Cell(int submission, int expert) const {
    return static_cast<std::size_t>(submission) * free.size() + static_cast<std::size_t>(expert);
  }
  bool Allowed(int submission, int expert) const {
    return costs[Cell(submission, expert)] != kBarred;
  }
};

// One list of experts a submission.
using ExpertLists = std::vector<std::vector<int>>;

struct FlowAnswer {
  ExpertLists chosen;      // of the candidates, in their order
  std::vector<int> lacks;  // one a submission
  // The duals. A pair's reduced cost is its cost + submission_potentials[s] - expert_potentials[e];
  // the answer is the optimum over all pairs when none that is allowed, and whose expert is free,
  // but is not among the candidates, has a negative one.
  std::vector<std::int64_t> submission_potentials;
  std::vector<std::int64_t> expert_potentials;
};

// The fewest lacks in all, then the most even, then the least cost, with pairs of the candidates
// only, which must be allowed and differ from each other.
FlowAnswer SolveThrough(const ExpertLists& candidates, const OpenAssignment& open);

}  // namespace redpeak::review
