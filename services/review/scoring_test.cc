#include "services/review/scoring.h"

#include <gmock/gmock.h>

namespace redpeak::review {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

calls::v1::Call SomeCall() {
  calls::v1::Call call;
  const auto add = [&](const std::string& code, int weight, int min, int max) {
    auto& criterion = *call.add_criteria();
    criterion.set_code(code);
    criterion.set_weight(weight);
    criterion.set_points_min(min);
    criterion.set_points_max(max);
  };
  add("innovation", 60, 0, 10);
  add("feasibility", 40, 1, 5);
  return call;
}

v1::Review SomeReview(int innovation, int feasibility) {
  v1::Review review;
  const auto add = [&](const std::string& code, int points) {
    auto& score = *review.add_scores();
    score.set_criterion(code);
    score.set_points(points);
    score.set_comment("可行");
  };
  add("innovation", innovation);
  add("feasibility", feasibility);
  review.set_recommendation(v1::Review::FUND);
  return review;
}

std::vector<std::string> Fields(const Result<void>& checked) {
  std::vector<std::string> fields;
  if (checked) return fields;
  for (const auto& violation : checked.error().violations) {
    fields.push_back(violation.field + " " + violation.rule);
  }
  return fields;
}

TEST(Scoring, WeighsEachCriterionByItsRange) {
  const auto call = SomeCall();
  EXPECT_DOUBLE_EQ(TotalOf(call, SomeReview(10, 5)), 100);
  EXPECT_DOUBLE_EQ(TotalOf(call, SomeReview(0, 1)), 0);
  EXPECT_DOUBLE_EQ(TotalOf(call, SomeReview(5, 3)), 50);
  EXPECT_DOUBLE_EQ(TotalOf(call, SomeReview(7, 4)), 60 * 0.7 + 40 * 0.75);
}

TEST(Scoring, CompleteNeedsPointsCommentAndRecommendation) {
  const auto call = SomeCall();
  EXPECT_TRUE(CheckComplete(call, SomeReview(7, 4)));
  EXPECT_THAT(
      Fields(CheckComplete(call, v1::Review())),
      ElementsAre("scores[innovation].points REQUIRED", "scores[innovation].comment REQUIRED",
                  "scores[feasibility].points REQUIRED", "scores[feasibility].comment REQUIRED",
                  "recommendation REQUIRED"));
  auto review = SomeReview(7, 4);
  review.mutable_scores(0)->set_comment(" \n\u3000");
  review.mutable_scores(1)->clear_points();
  EXPECT_THAT(
      Fields(CheckComplete(call, review)),
      ElementsAre("scores[innovation].comment REQUIRED", "scores[feasibility].points REQUIRED"));
}

TEST(Scoring, NoughtIsAScore) {
  EXPECT_TRUE(CheckComplete(SomeCall(), SomeReview(0, 1)));
  EXPECT_THAT(Fields(CheckComplete(SomeCall(), SomeReview(0, 0))),
              ElementsAre("scores[feasibility].points OUT_OF_RANGE"));
}

TEST(Scoring, DraftMayBeIncompleteButNotMalformed) {
  const auto call = SomeCall();
  EXPECT_TRUE(CheckDraft(call, v1::Review()));
  auto review = SomeReview(11, 0);
  review.add_scores()->set_criterion("novelty");
  review.add_scores()->set_criterion("innovation");
  review.set_recommendation(static_cast<v1::Review::Recommendation>(9));
  EXPECT_THAT(
      Fields(CheckDraft(call, review)),
      ElementsAre("review.scores[0].points OUT_OF_RANGE", "review.scores[1].points OUT_OF_RANGE",
                  "review.scores[2].criterion UNKNOWN", "review.scores[3].criterion REPEATED",
                  "review.recommendation UNKNOWN"));
}

TEST(Scoring, TextsCountCharacters) {
  const auto call = SomeCall();
  std::string long_text;
  for (size_t i = 0; i < kScoreCommentMax; ++i) long_text += "好";
  auto review = SomeReview(7, 4);
  review.mutable_scores(0)->set_comment(long_text);
  EXPECT_THAT(Fields(CheckDraft(call, review)), IsEmpty());
  review.mutable_scores(0)->set_comment(long_text + "了");
  review.set_comment_to_applicant(long_text + long_text + "了");
  EXPECT_THAT(
      Fields(CheckDraft(call, review)),
      ElementsAre("review.scores[0].comment TOO_LONG", "review.comment_to_applicant TOO_LONG"));
}

}  // namespace
}  // namespace redpeak::review
