#include "tests/load/assigning.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "services/review/affinity.h"
#include "services/review/assignment.h"

namespace redpeak::load {
namespace {

constexpr int kRounds = 5;

// Submissions and experts spread over disciplines as those of an association are: many in a few
// fields, so that affinities come in large equal blocks, with some keywords to tell them apart.
review::AssignmentProblem MakeProblem(int submissions, int experts, int wanted, int limit) {
  std::mt19937 random(2022);
  const auto discipline = [&] {
    std::geometric_distribution<int> field(0.15);
    return std::to_string(110 + 10 * std::min(field(random), 50));
  };
  const auto keywords = [&] {
    std::vector<std::string> words;
    for (int i = 0; i < 3; ++i) words.push_back("word" + std::to_string(random() % 300));
    return words;
  };
  std::vector<review::Topic> topics;
  for (int i = 0; i < submissions; ++i) topics.push_back({discipline(), keywords(), "title"});
  std::vector<review::Expertise> pool;
  for (int i = 0; i < experts; ++i) pool.push_back({{discipline(), discipline()}, keywords()});
  review::AssignmentProblem problem;
  problem.wanted.assign(static_cast<size_t>(submissions), wanted);
  problem.limits.assign(static_cast<size_t>(experts), limit);
  problem.affinities = review::Affinities(topics, pool);
  for (int i = 0; i < submissions; ++i) {
    for (int k = 0; k < 3; ++k)
      problem.barred.push_back({i, static_cast<int>(random() % static_cast<unsigned>(experts))});
  }
  return problem;
}

double MedianMillis(const review::AssignmentProblem& problem) {
  std::vector<double> millis;
  for (int round = 0; round < kRounds; ++round) {
    const auto began = std::chrono::steady_clock::now();
    const auto assignment = review::Assign(problem);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    millis.push_back(assignment.pairs.empty() ? 1e9 : took.count());
  }
  std::ranges::sort(millis);
  return millis[kRounds / 2];
}

}  // namespace

void MeasureAssigning(Report& report) {
  report.Add(
      {"assignment.463x476x3", MedianMillis(MakeProblem(463, 476, 3, 6)), "ms", 0, "", 50, true});
  report.Add({"assignment.3000x600x5", MedianMillis(MakeProblem(3000, 600, 5, 30)), "ms", 0, "",
              1500, true});
}

}  // namespace redpeak::load
