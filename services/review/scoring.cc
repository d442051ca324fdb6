#include "services/review/scoring.h"

#include <algorithm>
#include <set>

#include "services/base/text.h"
#include "services/base/violations.h"

namespace redpeak::review {
namespace {

using calls::v1::Criterion;

const Criterion* FindCriterion(const calls::v1::Call& call, const std::string& code) {
  const auto it = std::ranges::find(call.criteria(), code, &Criterion::code);
  return it == call.criteria().end() ? nullptr : &*it;
}

const v1::Score* FindScore(const v1::Review& review, const std::string& criterion) {
  const auto it = std::ranges::find(review.scores(), criterion, &v1::Score::criterion);
  return it == review.scores().end() ? nullptr : &*it;
}

void CheckDraftScore(const calls::v1::Call& call, const v1::Score& score, const std::string& path,
                     Violations& violations) {
  const auto* criterion = FindCriterion(call, score.criterion());
  if (criterion == nullptr) {
    violations.Add(path + ".criterion", "UNKNOWN", "", "is none of the call's criteria");
  } else if (score.has_points()) {
    violations.Range(path + ".points", score.points(), criterion->points_min(),
                     criterion->points_max());
  }
  violations.Length(path + ".comment", score.comment(), kScoreCommentMax);
}

void CheckCompleteScore(const Criterion& criterion, const v1::Score* score,
                        Violations& violations) {
  const auto path = "scores[" + criterion.code() + "]";
  if (score == nullptr || !score->has_points()) {
    violations.Add(path + ".points", "REQUIRED", "", "must be given");
  } else {
    violations.Range(path + ".points", score->points(), criterion.points_min(),
                     criterion.points_max());
  }
  violations.Required(path + ".comment", score == nullptr ? "" : Trim(score->comment()));
}

}  // namespace

Result<void> CheckDraft(const calls::v1::Call& call, const v1::Review& review) {
  Violations violations;
  std::set<std::string> seen;
  for (int i = 0; i < review.scores_size(); ++i) {
    const auto path = "review.scores[" + std::to_string(i) + "]";
    const auto& score = review.scores(i);
    CheckDraftScore(call, score, path, violations);
    if (!seen.insert(score.criterion()).second) {
      violations.Add(path + ".criterion", "REPEATED", "", "was scored before");
    }
  }
  if (!v1::Review::Recommendation_IsValid(review.recommendation())) {
    violations.Add("review.recommendation", "UNKNOWN", "", "is no known recommendation");
  }
  violations.Length("review.comment_to_applicant", review.comment_to_applicant(),
                    kReviewCommentMax);
  violations.Length("review.comment_to_officers", review.comment_to_officers(), kReviewCommentMax);
  return violations.Check();
}

Result<void> CheckComplete(const calls::v1::Call& call, const v1::Review& review) {
  Violations violations;
  for (const auto& criterion : call.criteria()) {
    CheckCompleteScore(criterion, FindScore(review, criterion.code()), violations);
  }
  if (review.recommendation() == v1::Review::RECOMMENDATION_UNSPECIFIED) {
    violations.Add("recommendation", "REQUIRED", "", "must be given");
  }
  return violations.Check();
}

double TotalOf(const calls::v1::Call& call, const v1::Review& review) {
  double total = 0;
  for (const auto& criterion : call.criteria()) {
    const auto* score = FindScore(review, criterion.code());
    const int range = criterion.points_max() - criterion.points_min();
    if (score == nullptr || range <= 0) continue;
    total +=
        criterion.weight() * static_cast<double>(score->points() - criterion.points_min()) / range;
  }
  return std::clamp(total, 0.0, 100.0);
}

}  // namespace redpeak::review
