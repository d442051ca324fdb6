#include "services/review/ranking.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace redpeak::review {
namespace {

constexpr double kEqualWithin = 1e-9;

}  // namespace

void Summarise(const std::vector<double>& totals, v1::RankedSubmission& ranked) {
  const auto count = static_cast<double>(totals.size());
  const double mean = std::accumulate(totals.begin(), totals.end(), 0.0) / count;
  double squares = 0;
  for (const double total : totals) squares += (total - mean) * (total - mean);
  const auto [lowest, highest] = std::ranges::minmax(totals);
  ranked.set_mean(mean);
  ranked.set_spread(totals.size() > 1 ? std::sqrt(squares / (count - 1)) : 0);
  ranked.set_lowest(lowest);
  ranked.set_highest(highest);
  ranked.set_reviews(static_cast<int>(totals.size()));
}

void Rank(std::vector<v1::RankedSubmission>& submissions) {
  std::ranges::sort(submissions, [](const auto& a, const auto& b) {
    return a.mean() != b.mean() ? a.mean() > b.mean() : a.submission() < b.submission();
  });
  for (size_t from = 0; from < submissions.size();) {
    size_t to = from + 1;
    while (to < submissions.size() &&
           submissions[from].mean() - submissions[to].mean() < kEqualWithin) {
      ++to;
    }
    for (size_t i = from; i < to; ++i) {
      submissions[i].set_rank(static_cast<int>(from) + 1);
      submissions[i].set_tied(to - from > 1);
    }
    std::sort(submissions.begin() + static_cast<ptrdiff_t>(from),
              submissions.begin() + static_cast<ptrdiff_t>(to),
              [](const auto& a, const auto& b) { return a.submission() < b.submission(); });
    from = to;
  }
}

}  // namespace redpeak::review
