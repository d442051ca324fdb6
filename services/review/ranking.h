#pragma once

#include <vector>

#include "redpeak/review/v1/review.pb.h"

namespace redpeak::review {

// Sets mean, sample standard deviation (0 for one review), lowest, highest and number of a
// submission's submitted reviews from their totals, of which there is at least one.
void Summarise(const std::vector<double>& totals, v1::RankedSubmission& ranked);

// Sorts best first, equals by name, and sets `rank` and `tied`. Competition ranking: equal means
// share a rank and the next one skips (1, 2, 2, 4). Means are equal if they differ by less than
// 1e-9, which only rounding does: totals are fractions with small denominators.
void Rank(std::vector<v1::RankedSubmission>& submissions);

}  // namespace redpeak::review
