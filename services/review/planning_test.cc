#include "services/review/planning.h"

#include <gmock/gmock.h>

#include <map>

namespace redpeak::review {
namespace {

using Kind = v1::Conflict;

ExpertRecord SomeExpert(const std::string& id, const std::string& discipline, int reviews_max) {
  ExpertRecord record;
  record.expert.set_name("experts/" + id);
  record.expert.set_person("people/" + id);
  record.expert.set_display_name("专家" + id);
  record.expert.add_disciplines(discipline);
  record.expert.set_reviews_max(reviews_max);
  record.expert.set_available(true);
  return record;
}

Subject SomeSubject(const std::string& id, const std::string& discipline) {
  return {.id = id, .call = "2022", .title = "课题" + id, .discipline = discipline};
}

// Two submissions of different fields, and three experts.
AssignmentState SomeState() {
  return {.subjects = {SomeSubject("s1", "210"), SomeSubject("s2", "320")},
          .experts = {SomeExpert("e1", "210", 2), SomeExpert("e2", "320", 2),
                      SomeExpert("e3", "210", 2)}};
}

std::multimap<std::string, std::string> Pairs(const v1::AssignmentPlan& plan) {
  std::multimap<std::string, std::string> pairs;
  for (const auto& pair : plan.pairs()) pairs.emplace(pair.submission(), pair.expert());
  return pairs;
}

using Expected = std::multimap<std::string, std::string>;

TEST(Planning, TakesTheNearestExperts) {
  const auto plan = PlanReviews(SomeState(), {.reviews_each = 1});
  ASSERT_TRUE(plan.feasible());
  EXPECT_EQ(plan.pairs_size(), 2);
  EXPECT_EQ(Pairs(plan).find("submissions/s2")->second, "experts/e2");
  EXPECT_EQ(plan.pairs_count(), 2);
  EXPECT_EQ(plan.load_max(), 1);
  EXPECT_EQ(plan.experts_used(), 2);
  EXPECT_NEAR(plan.affinity_total(), 2 * 0.7, 1e-6);
  EXPECT_NEAR(plan.affinity_lowest(), 0.7, 1e-6);
  EXPECT_EQ(plan.pairs(0).submission_title(), "课题s1");
  EXPECT_EQ(plan.pairs(0).expert_name().substr(0, 6), "专家");
}

TEST(Planning, NeverAcrossAConflict) {
  auto state = SomeState();
  state.conflicts = {{"s2", "e2", Kind::SAME_UNIT},
                     {"s2", "e2", Kind::AVOIDED},
                     {"s1", "e1", Kind::DECLARED},
                     {"s9", "e1", Kind::DECLARED}};
  const auto plan = PlanReviews(state, {.reviews_each = 2});
  ASSERT_TRUE(plan.feasible());
  EXPECT_EQ(Pairs(plan), (Expected{{"submissions/s1", "experts/e2"},
                                   {"submissions/s1", "experts/e3"},
                                   {"submissions/s2", "experts/e1"},
                                   {"submissions/s2", "experts/e3"}}));
  EXPECT_EQ(plan.conflicts(), 2);
}

TEST(Planning, CountsLiveReviewsAndAsksNobodyTwice) {
  auto state = SomeState();
  state.pairs = {{"s1", "e1", /*live=*/true}, {"s1", "e3", /*live=*/false}};
  const auto plan = PlanReviews(state, {.reviews_each = 2});
  ASSERT_TRUE(plan.feasible());
  EXPECT_EQ(Pairs(plan).count("submissions/s1"), 1U);
  EXPECT_EQ(Pairs(plan).find("submissions/s1")->second, "experts/e2");
  EXPECT_EQ(plan.load_max(), 2);
}

TEST(Planning, RespectsLimitsAndAvailability) {
  auto state = SomeState();
  state.experts[0].expert.set_available(false);
  const auto plan = PlanReviews(state, {.reviews_each = 2});
  ASSERT_TRUE(plan.feasible());
  for (const auto& pair : plan.pairs()) EXPECT_NE(pair.expert(), "experts/e1");
  const auto spread = PlanReviews(state, {.reviews_each = 2, .load_max = 1});
  EXPECT_FALSE(spread.feasible());
  EXPECT_TRUE(spread.pairs().empty());
  int lacking = 0;
  for (const auto& lack : spread.lacking()) lacking += lack.experts();
  EXPECT_EQ(lacking, 2);
}

TEST(Planning, NamesWhatLacks) {
  auto state = SomeState();
  state.conflicts = {{"s1", "e1", Kind::SAME_UNIT}, {"s1", "e2", Kind::SAME_UNIT}};
  const auto plan = PlanReviews(state, {.reviews_each = 3});
  EXPECT_FALSE(plan.feasible());
  ASSERT_EQ(plan.lacking_size(), 1);
  EXPECT_EQ(plan.lacking(0).submission(), "submissions/s1");
  EXPECT_EQ(plan.lacking(0).submission_title(), "课题s1");
  EXPECT_EQ(plan.lacking(0).experts(), 2);
}

TEST(Planning, AnEmptyCallNeedsNobody) {
  EXPECT_TRUE(PlanReviews({}, {.reviews_each = 3}).feasible());
}

TEST(Planning, HidesWhoReviewsOnesOwn) {
  auto state = SomeState();
  state.subjects[0].leader = "officer";
  auto plan = PlanReviews(state, {.reviews_each = 1});
  PrepareForReader(state.subjects, "officer", plan);
  EXPECT_EQ(Pairs(plan), (Expected{{"submissions/s2", "experts/e2"}}));
}

}  // namespace
}  // namespace redpeak::review
