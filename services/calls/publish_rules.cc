#include "services/calls/publish_rules.h"

#include <algorithm>
#include <set>
#include <string>

#include "services/base/violations.h"
#include "services/calls/draft_rules.h"
#include "services/calls/form_schema.h"

namespace redpeak::calls {
namespace {

constexpr int64_t kFenMax = 1'000'000'000'000;  // ten billion yuan
constexpr int kPointsMax = 1'000;
constexpr int kReviewsMax = 15;
constexpr int kNoticeDaysMax = 60;
constexpr int kLeaderQuotaMax = 100;
constexpr int kFundedMax = 1'000'000;
constexpr size_t kNumberPrefixMax = 12;

struct CodeForm {
  std::string_view pattern;  // for people
  char letter_first;         // 'a' or 'A': the case of its letters
  char joint;                // what may stand between them
};
constexpr CodeForm kCode = {"[a-z][a-z0-9-]{0,30}", 'a', '-'};
constexpr CodeForm kReasonCode = {"[A-Z][A-Z0-9_]{0,30}", 'A', '_'};

bool IsLetter(char c, char first) { return first <= c && c < first + 26; }
bool IsDigit(char c) { return '0' <= c && c <= '9'; }

bool Follows(const CodeForm& form, std::string_view code) {
  return !code.empty() && IsLetter(code.front(), form.letter_first) &&
         std::ranges::all_of(code, [&](char c) {
           return IsLetter(c, form.letter_first) || IsDigit(c) || c == form.joint;
         });
}

template <typename Items>
void CheckNamed(Violations& violations, std::string_view list, const Items& items,
                const CodeForm& form) {
  std::set<std::string_view> codes;
  for (int i = 0; i < items.size(); ++i) {
    const auto& code = items[i].code();
    const auto path = ItemPath(list, i, "code");
    if (!Follows(form, code)) {
      violations.Add(path, "MALFORMED", form.pattern, "must be like " + std::string(form.pattern));
    } else if (!codes.insert(code).second) {
      violations.Add(path, "DUPLICATE", "", "must differ from the others");
    }
    violations.Required(ItemPath(list, i, "display_name"), items[i].display_name());
  }
}

void CheckTimes(Violations& violations, const v1::Call& call, Instant now) {
  if (!call.has_opens_at()) violations.Required("call.opens_at", "");
  if (!call.has_closes_at()) return (void)violations.Required("call.closes_at", "");
  const auto closes = FromProto(call.closes_at());
  if (closes <= now || (call.has_opens_at() && closes <= FromProto(call.opens_at()))) {
    violations.Add("call.closes_at", "TOO_EARLY", "",
                   "must be after the opening time, and not past");
  }
  if (call.has_review_due() && FromProto(call.review_due()) <= closes) {
    violations.Add("call.review_due", "TOO_EARLY", "", "must be after the closing time");
  }
}

void CheckCategories(Violations& violations, const v1::Call& call) {
  if (call.categories().empty()) violations.Required("call.categories", "");
  CheckNamed(violations, "categories", call.categories(), kCode);
  for (int i = 0; i < call.categories_size(); ++i) {
    const auto ceiling = call.categories(i).ceiling_fen();
    violations.Range(ItemPath("categories", i, "ceiling_fen"), ceiling, 0, kFenMax);
  }
}

// Anchors mean points in the criterion's range, and each begins where the one before it ends.
void CheckAnchors(Violations& violations, const v1::Criterion& criterion, int i) {
  const auto list = "criteria[" + std::to_string(i) + "].anchors";
  for (int j = 0; j < criterion.anchors_size(); ++j) {
    const int points = criterion.anchors(j).points();
    const auto path = ItemPath(list, j, "points");
    const bool within =
        violations.Range(path, points, criterion.points_min(), criterion.points_max());
    if (within && j > 0 && points <= criterion.anchors(j - 1).points()) {
      violations.Add(path, "NOT_ASCENDING", "",
                     "must be more than the points of the anchor before it");
    }
    violations.Required(ItemPath(list, j, "text"), criterion.anchors(j).text());
  }
}

void CheckCriterion(Violations& violations, const v1::Criterion& criterion, int i) {
  violations.Range(ItemPath("criteria", i, "weight"), criterion.weight(), 1, 100);
  const bool from = violations.Range(ItemPath("criteria", i, "points_min"), criterion.points_min(),
                                     0, kPointsMax - 1);
  const bool to =
      from && violations.Range(ItemPath("criteria", i, "points_max"), criterion.points_max(),
                               criterion.points_min() + 1, kPointsMax);
  if (to) CheckAnchors(violations, criterion, i);
}

void CheckCriteria(Violations& violations, const v1::Call& call) {
  if (call.criteria().empty()) return (void)violations.Required("call.criteria", "");
  CheckNamed(violations, "criteria", call.criteria(), kCode);
  int64_t sum = 0;
  for (int i = 0; i < call.criteria_size(); ++i) {
    CheckCriterion(violations, call.criteria(i), i);
    sum += call.criteria(i).weight();
  }
  if (sum != 100) {
    violations.Add("call.criteria", "WEIGHTS_NOT_100", "100",
                   "their weights must sum to 100, not " + std::to_string(sum));
  }
}

void CheckFunding(Violations& violations, const v1::Call& call) {
  switch (call.funding_case()) {
    case v1::Call::kFundedCount:
      violations.Range("call.funded_count", call.funded_count(), 1, kFundedMax);
      break;
    case v1::Call::kBudgetFen:
      violations.Range("call.budget_fen", call.budget_fen(), 1, kFenMax);
      break;
    case v1::Call::FUNDING_NOT_SET:
      violations.Add("call.funding", "REQUIRED", "", "give the number or the budget to be funded");
  }
}

void CheckNumberPrefix(Violations& violations, const std::string& prefix) {
  const bool fine =
      !prefix.empty() && prefix.size() <= kNumberPrefixMax &&
      std::ranges::all_of(prefix, [](char c) { return IsLetter(c, 'A') || IsDigit(c); });
  if (!fine) {
    violations.Add("call.number_prefix", "MALFORMED", "[A-Z0-9]{1,12}",
                   "must be like [A-Z0-9]{1,12}");
  }
}

void CheckProcess(Violations& violations, const v1::Call& call) {
  violations.Range("call.reviews_per_submission", call.reviews_per_submission(), 1, kReviewsMax);
  if (call.blindness() == v1::Call::BLINDNESS_UNSPECIFIED)
    violations.Required("call.blindness", "");
  violations.Range("call.leader_quota", call.leader_quota(), 0, kLeaderQuotaMax);
  violations.Range("call.notice_days", call.notice_days(), 1, kNoticeDaysMax);
  if (call.notice_day_kind() == v1::DAY_KIND_UNSPECIFIED) {
    violations.Required("call.notice_day_kind", "");
  }
  CheckNumberPrefix(violations, call.number_prefix());
}

}  // namespace

Result<void> CheckPublishable(const v1::Call& call, Instant now) {
  Violations violations;
  violations.Required("call.programme", call.programme());
  violations.Required("call.title", call.title());
  violations.Range("call.year", call.year(), 2000, 2199);
  CheckTimes(violations, call, now);
  CheckCategories(violations, call);
  CheckCriteria(violations, call);
  CheckNamed(violations, "attachment_slots", call.attachment_slots(), kCode);
  CheckNamed(violations, "manual_items", call.manual_items(), kReasonCode);
  CheckFunding(violations, call);
  CheckProcess(violations, call);
  if (const auto fault = FormSchemaFault("call.form_schema", call.form_schema())) {
    violations.Add(fault->field, fault->rule, fault->limit, fault->description);
  }
  return violations.Check();
}

}  // namespace redpeak::calls
