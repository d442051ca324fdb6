#include "services/review/ranking.h"

#include <gmock/gmock.h>

namespace redpeak::review {
namespace {

using ::testing::ElementsAre;

v1::RankedSubmission Scored(const std::string& name, const std::vector<double>& totals) {
  v1::RankedSubmission ranked;
  ranked.set_submission(name);
  Summarise(totals, ranked);
  return ranked;
}

std::vector<std::string> Order(std::vector<v1::RankedSubmission> submissions) {
  Rank(submissions);
  std::vector<std::string> order;
  for (const auto& ranked : submissions) {
    order.push_back(ranked.submission() + " " + std::to_string(ranked.rank()) +
                    (ranked.tied() ? " tied" : ""));
  }
  return order;
}

TEST(Ranking, SummarisesTotals) {
  const auto ranked = Scored("a", {80, 60, 70});
  EXPECT_DOUBLE_EQ(ranked.mean(), 70);
  EXPECT_DOUBLE_EQ(ranked.spread(), 10);  // the sample's, not the population's
  EXPECT_EQ(ranked.lowest(), 60);
  EXPECT_EQ(ranked.highest(), 80);
  EXPECT_EQ(ranked.reviews(), 3);
  EXPECT_EQ(Scored("b", {55}).spread(), 0);
}

TEST(Ranking, TiesShareARankAndTheNextSkips) {
  EXPECT_THAT(Order({Scored("d", {50}), Scored("c", {70}), Scored("b", {70}), Scored("a", {90})}),
              ElementsAre("a 1", "b 2 tied", "c 2 tied", "d 4"));
  EXPECT_THAT(Order({}), ElementsAre());
  EXPECT_THAT(Order({Scored("b", {1}), Scored("a", {1})}), ElementsAre("a 1 tied", "b 1 tied"));
}

TEST(Ranking, RoundingDoesNotBreakATie) {
  const double third = 100.0 / 3;
  EXPECT_THAT(Order({Scored("b", {third, third, third}), Scored("a", {100, 0, 0})}),
              ElementsAre("a 1 tied", "b 1 tied"));
  EXPECT_THAT(Order({Scored("b", {50.001}), Scored("a", {50})}), ElementsAre("b 1", "a 2"));
}

}  // namespace
}  // namespace redpeak::review
