#include "services/review/assignment.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "services/review/assignment_candidates.h"
#include "services/review/assignment_network.h"

namespace redpeak::review {
namespace {

std::size_t At(int index) { return static_cast<std::size_t>(index); }

void CheckShape(const AssignmentProblem& problem) {
  const auto check_pair = [&](const AssignmentPair& pair) {
    if (pair.submission < 0 || At(pair.submission) >= problem.wanted.size() || pair.expert < 0 ||
        At(pair.expert) >= problem.limits.size()) {
      throw std::invalid_argument("a pair outside of its assignment problem");
    }
  };
  if (problem.affinities.size() != problem.wanted.size() * problem.limits.size()) {
    throw std::invalid_argument("an assignment problem needs submissions × experts affinities");
  }
  std::for_each(problem.barred.begin(), problem.barred.end(), check_pair);
  std::for_each(problem.fixed.begin(), problem.fixed.end(), check_pair);
}

std::int32_t Cost(float affinity) {
  const double share = std::clamp(static_cast<double>(affinity), 0.0, 1.0);
  return static_cast<std::int32_t>(std::lround((1 - share) * OpenAssignment::kCostMax));
}

OpenAssignment Open(const AssignmentProblem& problem) {
  OpenAssignment open{problem.wanted, problem.limits, {}};
  open.costs.reserve(problem.affinities.size());
  for (const float affinity : problem.affinities) open.costs.push_back(Cost(affinity));

  std::vector<AssignmentPair> fixed = problem.fixed;
  std::sort(fixed.begin(), fixed.end());
  fixed.erase(std::unique(fixed.begin(), fixed.end()), fixed.end());
  for (const auto& [submission, expert] : fixed) {
    --open.wanted[At(submission)];
    --open.free[At(expert)];
    open.costs[open.Cell(submission, expert)] = OpenAssignment::kBarred;
  }
  for (const auto& [submission, expert] : problem.barred) {
    open.costs[open.Cell(submission, expert)] = OpenAssignment::kBarred;
  }
  for (int& wanted : open.wanted) wanted = std::max(wanted, 0);  // more may be fixed than wanted
  for (int& free : open.free) free = std::max(free, 0);
  return open;
}

FlowAnswer Solve(const OpenAssignment& open) {
  Candidates candidates(open);
  FlowAnswer answer = SolveThrough(candidates.Lists(), open);
  while (candidates.Widen(answer)) answer = SolveThrough(candidates.Lists(), open);
  return answer;
}

ExpertLists SubmissionsOfExperts(const FlowAnswer& answer, const OpenAssignment& open) {
  ExpertLists submissions(open.free.size());
  for (int submission = 0; submission < open.Submissions(); ++submission) {
    for (const int expert : answer.chosen[At(submission)]) {
      submissions[At(expert)].push_back(submission);
    }
  }
  return submissions;
}

// Whom a lacking submission could take if they were free, or could be freed for it by an exchange.
// All of them are full, for the flow is a largest one (they are the experts' side of a minimum
// cut).
std::vector<int> Bottleneck(const FlowAnswer& answer, const OpenAssignment& open,
                            const std::vector<int>& limits) {
  const ExpertLists submissions_of = SubmissionsOfExperts(answer, open);
  std::vector<char> seen(open.wanted.size(), 0);
  std::vector<char> reached(open.free.size(), 0);
  std::vector<int> waiting;
  const auto see = [&](int submission) {
    if (seen[At(submission)] == 0) waiting.push_back(submission);
    seen[At(submission)] = 1;
  };
  for (int submission = 0; submission < open.Submissions(); ++submission) {
    if (answer.lacks[At(submission)] > 0) see(submission);
  }
  std::vector<int> bottleneck;
  while (!waiting.empty()) {
    const int submission = waiting.back();
    waiting.pop_back();
    const auto& chosen = answer.chosen[At(submission)];
    for (int expert = 0; expert < open.Experts(); ++expert) {
      if (reached[At(expert)] != 0 || limits[At(expert)] <= 0) continue;
      if (!open.Allowed(submission, expert)) continue;
      if (std::find(chosen.begin(), chosen.end(), expert) != chosen.end()) continue;
      reached[At(expert)] = 1;
      bottleneck.push_back(expert);
      for (const int other : submissions_of[At(expert)]) see(other);
    }
  }
  std::sort(bottleneck.begin(), bottleneck.end());
  return bottleneck;
}

}  // namespace

Assignment Assign(const AssignmentProblem& problem) {
  CheckShape(problem);
  const OpenAssignment open = Open(problem);
  const FlowAnswer answer = Solve(open);
  Assignment assignment;
  for (int submission = 0; submission < open.Submissions(); ++submission) {
    for (const int expert : answer.chosen[At(submission)]) {
      assignment.pairs.push_back({submission, expert});
      assignment.affinity_millionths +=
          OpenAssignment::kCostMax - open.costs[open.Cell(submission, expert)];
    }
    const int lack = answer.lacks[At(submission)];
    if (lack > 0) assignment.lacks.push_back({submission, lack});
  }
  std::sort(assignment.pairs.begin(), assignment.pairs.end());
  if (!assignment.lacks.empty()) assignment.bottleneck = Bottleneck(answer, open, problem.limits);
  return assignment;
}

}  // namespace redpeak::review
