#include "services/review/assignment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "services/review/assignment_network.h"
#include "tests/assignment_samples.h"

namespace redpeak::review {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::size_t At(int index) { return static_cast<std::size_t>(index); }

std::int64_t Millionths(const AssignmentProblem& problem, const AssignmentPair& pair) {
  const std::size_t cell = At(pair.submission) * problem.limits.size() + At(pair.expert);
  return std::lround(static_cast<double>(problem.affinities[cell]) * 1e6);
}

std::map<int, int> Lacks(const Assignment& assignment) {
  std::map<int, int> lacks;
  for (const AssignmentLack& lack : assignment.lacks) lacks[lack.submission] = lack.experts;
  return lacks;
}

// What every answer must hold, whatever the problem.
void ExpectLawful(const AssignmentProblem& problem, const Assignment& assignment) {
  std::set<AssignmentPair> pairs(problem.fixed.begin(), problem.fixed.end());
  const std::set<AssignmentPair> barred(problem.barred.begin(), problem.barred.end());
  std::vector<int> missing = problem.wanted;
  std::vector<int> free = problem.limits;
  std::vector<int> added(problem.limits.size(), 0);
  for (const auto& [submission, expert] : pairs) --missing[At(submission)];
  for (const auto& [submission, expert] : pairs) --free[At(expert)];
  std::int64_t total = 0;
  for (const AssignmentPair& pair : assignment.pairs) {
    EXPECT_TRUE(pairs.insert(pair).second) << "twice";
    EXPECT_FALSE(barred.contains(pair));
    --missing[At(pair.submission)];
    --free[At(pair.expert)];
    ++added[At(pair.expert)];
    total += Millionths(problem, pair);
  }
  for (const auto& [submission, lack] : Lacks(assignment)) missing[At(submission)] -= lack;
  for (std::size_t expert = 0; expert < free.size(); ++expert) {
    EXPECT_TRUE(added[expert] == 0 || free[expert] >= 0) << "over the limit of " << expert;
  }
  for (const int left : missing) EXPECT_LE(left, 0);
  for (const int expert : assignment.bottleneck) EXPECT_LE(free[At(expert)], 0);
  EXPECT_TRUE(std::is_sorted(assignment.pairs.begin(), assignment.pairs.end()));
  EXPECT_EQ(total, assignment.affinity_millionths);
}

// What is best, smaller is better: lacks in all, their squares in all, the affinity negated.
using Value = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

Value ValueOf(const Assignment& assignment) {
  Value value{0, 0, -assignment.affinity_millionths};
  for (const AssignmentLack& lack : assignment.lacks) {
    std::get<0>(value) += lack.experts;
    std::get<1>(value) += std::int64_t{lack.experts} * lack.experts;
  }
  return value;
}

// The best value by trying every set of experts for every submission, for few of both.
class BruteForce {
 public:
  explicit BruteForce(const AssignmentProblem& problem) : problem_(problem) {
    std::vector<int> free = problem.limits;
    for (const AssignmentPair& pair : problem.fixed) --free[At(pair.expert)];
    best_ = From(0, free);
  }

  Value Best() const { return best_; }

 private:
  Value From(int submission, const std::vector<int>& free) {
    if (At(submission) == problem_.wanted.size()) return {0, 0, 0};
    const auto known = seen_.find({submission, free});
    if (known != seen_.end()) return known->second;
    Value best{INT32_MAX, 0, 0};
    for (unsigned set = 0; set < 1U << problem_.limits.size(); ++set) {
      best = std::min(best, With(set, submission, free));
    }
    return seen_[{submission, free}] = best;
  }

  Value With(unsigned set, int submission, std::vector<int> free) {
    std::int64_t affinity = 0;
    for (int expert = 0; At(expert) < free.size(); ++expert) {
      if ((set >> static_cast<unsigned>(expert) & 1U) == 0) continue;
      const AssignmentPair pair{submission, expert};
      if (--free[At(expert)] < 0 || Contains(problem_.barred, pair) ||
          Contains(problem_.fixed, pair)) {
        return {INT32_MAX, 0, 0};
      }
      affinity += Millionths(problem_, pair);
    }
    const int lack = Open(submission) - std::popcount(set);
    if (lack < 0) return {INT32_MAX, 0, 0};
    const auto [lacks, squares, rest] = From(submission + 1, free);
    return {lacks + lack, squares + std::int64_t{lack} * lack, rest - affinity};
  }

  static bool Contains(const std::vector<AssignmentPair>& pairs, const AssignmentPair& pair) {
    return std::find(pairs.begin(), pairs.end(), pair) != pairs.end();
  }

  int Open(int submission) const {
    const auto fixed =
        std::count_if(problem_.fixed.begin(), problem_.fixed.end(),
                      [&](const AssignmentPair& pair) { return pair.submission == submission; });
    return std::max(0, problem_.wanted[At(submission)] - static_cast<int>(fixed));
  }

  const AssignmentProblem& problem_;
  std::map<std::pair<int, std::vector<int>>, Value> seen_;
  Value best_;
};

// Of up to 5 submissions and 4 experts, with every kind of trouble.
AssignmentProblem SmallProblem(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](int limit) { return samples::Below(limit, random); };
  AssignmentProblem problem;
  const int submissions = 1 + below(5);
  const int experts = 1 + below(4);
  const int levels = 1 + below(8);  // few levels make ties
  for (int i = 0; i < submissions; ++i) problem.wanted.push_back(below(4));
  for (int i = 0; i < experts; ++i) problem.limits.push_back(below(5));
  for (int submission = 0; submission < submissions; ++submission) {
    for (int expert = 0; expert < experts; ++expert) {
      problem.affinities.push_back(static_cast<float>(below(levels + 1)) /
                                   static_cast<float>(levels));
      if (below(6) == 0) problem.barred.push_back({submission, expert});
      if (below(8) == 0) problem.fixed.push_back({submission, expert});
    }
  }
  return problem;
}

TEST(AssignmentTest, IsAsGoodAsTheBestOfAllWays) {
  int complete = 0;
  int lacking = 0;
  for (unsigned seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    const AssignmentProblem problem = SmallProblem(seed);
    const Assignment assignment = Assign(problem);
    ExpectLawful(problem, assignment);
    EXPECT_EQ(ValueOf(assignment), BruteForce(problem).Best());
    ++(assignment.lacks.empty() ? complete : lacking);
  }
  EXPECT_GT(complete, 100);
  EXPECT_GT(lacking, 100);
}

// The optimum of the flow through every allowed pair, not through a few.
Value ThroughAllPairs(const AssignmentProblem& problem) {
  OpenAssignment open{problem.wanted, problem.limits, {}};
  for (const float affinity : problem.affinities) {
    open.costs.push_back(
        static_cast<std::int32_t>(1'000'000 - std::lround(static_cast<double>(affinity) * 1e6)));
  }
  for (const auto& pair : problem.barred) {
    open.costs[open.Cell(pair.submission, pair.expert)] = OpenAssignment::kBarred;
  }
  ExpertLists all(problem.wanted.size());
  for (int submission = 0; submission < open.Submissions(); ++submission) {
    for (int expert = 0; expert < open.Experts(); ++expert) {
      if (open.Allowed(submission, expert)) all[At(submission)].push_back(expert);
    }
  }
  const FlowAnswer answer = SolveThrough(all, open);
  Value value{0, 0, 0};
  for (int submission = 0; submission < open.Submissions(); ++submission) {
    const int lack = answer.lacks[At(submission)];
    std::get<0>(value) += lack;
    std::get<1>(value) += std::int64_t{lack} * lack;
    for (const int expert : answer.chosen[At(submission)]) {
      std::get<2>(value) -= Millionths(problem, {submission, expert});
    }
  }
  return value;
}

TEST(AssignmentTest, GrowsItsFewPairsToTheOptimumOverAll) {
  for (const Taste taste : {Taste::kUniform, Taste::kBlocks, Taste::kPopular}) {
    for (const double slack : {0.7, 0.95, 1.2, 2.0}) {
      for (unsigned seed = 0; seed < 2; ++seed) {
        const AssignmentProblem problem = SampleProblem({80, 70, 4}, taste, slack, seed);
        const Assignment assignment = Assign(problem);
        ExpectLawful(problem, assignment);
        EXPECT_EQ(ValueOf(assignment), ThroughAllPairs(problem))
            << static_cast<int>(taste) << " " << slack << " " << seed;
      }
    }
  }
}

TEST(AssignmentTest, ReachesThePublishedOptima) {
  const std::string folder = TEST_DATA "/assign/";
  std::ifstream expected_file(folder + "expected.json");
  const auto expected = nlohmann::json::parse(expected_file).at("max_sum");
  for (const auto& [name, optimum] : expected.items()) {
    std::ifstream file(folder + name + ".in");
    std::size_t submissions = 0;
    std::size_t experts = 0;
    ASSERT_TRUE(file >> submissions >> experts) << name;
    AssignmentProblem problem;
    problem.wanted.assign(submissions, optimum.at("coverage"));
    problem.limits.assign(experts, optimum.at("load"));
    for (float affinity = 0; file >> affinity;) problem.affinities.push_back(affinity);
    const Assignment assignment = Assign(problem);
    ExpectLawful(problem, assignment);
    EXPECT_THAT(assignment.lacks, IsEmpty());
    EXPECT_EQ(assignment.pairs.size(), optimum.at("pairs").get<std::size_t>());
    EXPECT_EQ(assignment.affinity_millionths,
              std::llround(optimum.at("max_sum").get<double>() * 1e6));
  }
}

TEST(AssignmentTest, ConflictsAloneNameTheSubmissionAndNoBottleneck) {
  AssignmentProblem problem{{1, 3, 1}, {9, 9, 9}, std::vector<float>(9, 0.5F), {{1, 2}}, {}};
  const Assignment assignment = Assign(problem);
  EXPECT_THAT(Lacks(assignment), ElementsAre(std::pair(1, 1)));
  EXPECT_THAT(assignment.bottleneck, IsEmpty());
  EXPECT_EQ(assignment.pairs.size(), 4U) << "all that can be assigned is";
}

TEST(AssignmentTest, FullExpertsAreTheBottleneck) {
  // Submissions 0 and 1 may go to expert 0 only; submission 2 to expert 1, who has room.
  AssignmentProblem problem{{1, 1, 1}, {1, 5}, std::vector<float>(6, 0.5F), {}, {}};
  problem.barred = {{0, 1}, {1, 1}};
  const Assignment assignment = Assign(problem);
  ASSERT_EQ(assignment.lacks.size(), 1U);
  EXPECT_LT(assignment.lacks[0].submission, 2);
  EXPECT_THAT(assignment.bottleneck, ElementsAre(0));
}

TEST(AssignmentTest, SpreadsWhatMustLackEvenly) {
  // 4 submissions want 3 each of 3 experts with 2, 3 and 3 reviews: 4 of 12 must lack.
  const AssignmentProblem problem{{3, 3, 3, 3}, {2, 3, 3}, std::vector<float>(12, 1.0F), {}, {}};
  const Assignment assignment = Assign(problem);
  EXPECT_THAT(Lacks(assignment),
              ElementsAre(std::pair(0, 1), std::pair(1, 1), std::pair(2, 1), std::pair(3, 1)));
  EXPECT_THAT(assignment.bottleneck, ElementsAre(0, 1, 2));
}

TEST(AssignmentTest, FixedReviewsCountAndStayThoughOverEveryLimit) {
  AssignmentProblem problem{{1, 2}, {1, 1}, {1.0F, 1.0F, 1.0F, 1.0F}, {}, {}};
  problem.fixed = {{0, 0}, {0, 1}, {1, 0}, {1, 0}};  // the last is the one before
  const Assignment assignment = Assign(problem);
  EXPECT_THAT(assignment.pairs, IsEmpty());
  EXPECT_THAT(Lacks(assignment), ElementsAre(std::pair(1, 1)));
  EXPECT_THAT(assignment.bottleneck, ElementsAre(1));
}

TEST(AssignmentTest, NothingToDoIsDone) {
  EXPECT_THAT(Assign({}).pairs, IsEmpty());
  EXPECT_THAT(Assign({{}, {3}, {}, {}, {}}).lacks, IsEmpty());
  EXPECT_THAT(Lacks(Assign({{2}, {}, {}, {}, {}})), ElementsAre(std::pair(0, 2)));
}

TEST(AssignmentTest, RefusesWhatDoesNotFitTogether) {
  EXPECT_THROW(Assign({{1}, {1}, {}, {}, {}}), std::invalid_argument);
  EXPECT_THROW(Assign({{1}, {1}, {0.5F}, {{0, 1}}, {}}), std::invalid_argument);
  EXPECT_THROW(Assign({{1}, {1}, {0.5F}, {}, {{-1, 0}}}), std::invalid_argument);
}

TEST(AssignmentTest, AYearsProblemHasOneAnswerAndKeepsItWhenHalfIsFixed) {
  for (const Taste taste : {Taste::kUniform, Taste::kBlocks}) {
    AssignmentProblem problem = SampleProblem({463, 476, 3}, taste, 2.9, 1);
    const Assignment assignment = Assign(problem);
    ExpectLawful(problem, assignment);
    EXPECT_THAT(assignment.lacks, IsEmpty());
    EXPECT_EQ(assignment.pairs.size(), 463U * 3);
    EXPECT_EQ(Assign(problem).pairs, assignment.pairs);

    std::int64_t fixed_millionths = 0;
    for (std::size_t i = 0; i < assignment.pairs.size(); i += 2) {
      problem.fixed.push_back(assignment.pairs[i]);
      fixed_millionths += Millionths(problem, assignment.pairs[i]);
    }
    const Assignment rest = Assign(problem);
    ExpectLawful(problem, rest);
    EXPECT_EQ(rest.affinity_millionths + fixed_millionths, assignment.affinity_millionths);
  }
}

}  // namespace
}  // namespace redpeak::review
