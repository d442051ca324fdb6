#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include "services/review/assignment.h"

// Made-up assignment problems of any size, for tests and benchmarks. The same arguments always make
// the same problem.
namespace redpeak::review {

enum class Taste {
  kUniform,  // every pair's affinity is by chance
  kBlocks,   // an affinity is 0.7, 0.35, 0.1 or 0 by two disciplines of 35: many ties
  kPopular,  // all submissions want nearly the same experts: hard, since each choice moves others
};

struct SampleSize {
  int submissions;
  int experts;
  int wanted;  // by each submission
};

namespace samples {

inline double Share(std::mt19937& random) {
  return static_cast<double>(random() >> 8U) / 16777216.0;
}

inline int Below(int limit, std::mt19937& random) {
  return static_cast<int>(random() % static_cast<unsigned>(limit));
}

inline float BlockAffinity(int discipline, int other) {
  if (discipline == other) return 0.7F;
  if (discipline / 2 == other / 2) return 0.35F;
  return discipline / 7 == other / 7 ? 0.1F : 0.0F;
}

inline std::vector<float> Affinities(const SampleSize& size, Taste taste, std::mt19937& random) {
  std::vector<double> fame;
  std::vector<int> disciplines;
  for (int expert = 0; expert < size.experts; ++expert) {
    fame.push_back(Share(random));
    disciplines.push_back(Below(35, random));
  }
  std::vector<float> affinities;
  for (int submission = 0; submission < size.submissions; ++submission) {
    const int discipline = Below(35, random);
    for (std::size_t expert = 0; expert < fame.size(); ++expert) {
      const double chance = Share(random);
      affinities.push_back(taste == Taste::kBlocks
                               ? BlockAffinity(discipline, disciplines[expert])
                               : static_cast<float>(taste == Taste::kPopular
                                                        ? 0.7 * fame[expert] + 0.3 * chance
                                                        : chance));
    }
  }
  return affinities;
}

}  // namespace samples

// The limits of all experts together are `slack` times what is wanted, a little more by rounding.
// One pair in twenty is barred.
inline AssignmentProblem SampleProblem(const SampleSize& size, Taste taste, double slack,
                                       unsigned seed) {
  std::mt19937 random(seed);
  AssignmentProblem problem;
  problem.affinities = samples::Affinities(size, taste, random);
  problem.wanted.assign(static_cast<std::size_t>(size.submissions), size.wanted);
  const double mean = slack * size.submissions * size.wanted / size.experts;
  for (int expert = 0; expert < size.experts; ++expert) {
    const double share = 0.6 + 0.8 * samples::Share(random);
    problem.limits.push_back(static_cast<int>(std::ceil(mean * share)));
    for (int submission = 0; submission < size.submissions; ++submission) {
      if (samples::Below(20, random) == 0) problem.barred.push_back({submission, expert});
    }
  }
  return problem;
}

}  // namespace redpeak::review
