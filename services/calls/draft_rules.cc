#include "services/calls/draft_rules.h"

#include "services/base/names.h"
#include "services/calls/form_schema.h"

namespace redpeak::calls {
namespace {

// 2000-01-01 and 2200-01-01, in seconds since 1970.
constexpr int64_t kSecondsMin = 946'684'800;
constexpr int64_t kSecondsMax = 7'258'118'400;

// Whether the list is short enough to look into.
bool CheckCount(Violations& violations, const std::string& list, int count) {
  if (count <= kItemsMax) return true;
  const auto limit = std::to_string(kItemsMax);
  violations.Add("call." + list, "TOO_MANY", limit, "at most " + limit);
  return false;
}

template <typename Items>
void CheckNamed(Violations& violations, const std::string& list, const Items& items) {
  if (!CheckCount(violations, list, items.size())) return;
  for (int i = 0; i < items.size(); ++i) {
    violations.Length(ItemPath(list, i, "code"), items[i].code(), kCodeCharactersMax);
    violations.Length(ItemPath(list, i, "display_name"), items[i].display_name(),
                      kNameCharactersMax);
  }
}

void CheckAnchors(Violations& violations, const v1::Call& call) {
  for (int i = 0; i < call.criteria_size() && i < kItemsMax; ++i) {
    const auto& anchors = call.criteria(i).anchors();
    const auto list = "criteria[" + std::to_string(i) + "].anchors";
    if (!CheckCount(violations, list, anchors.size())) continue;
    for (int j = 0; j < anchors.size(); ++j) {
      violations.Length(ItemPath(list, j, "text"), anchors[j].text(), kAnchorCharactersMax);
    }
  }
}

void CheckKnown(Violations& violations, std::string_view field, bool known) {
  if (!known) violations.Add(field, "UNKNOWN", "", "must be one of the values that the API names");
}

}  // namespace

std::string ItemPath(std::string_view list, int i, std::string_view field) {
  return "call." + std::string(list) + "[" + std::to_string(i) + "]." + std::string(field);
}

void CheckInstant(Violations& violations, std::string_view field,
                  const google::protobuf::Timestamp& instant) {
  const bool fine = kSecondsMin <= instant.seconds() && instant.seconds() < kSecondsMax &&
                    0 <= instant.nanos() && instant.nanos() < 1'000'000'000;
  if (!fine)
    violations.Add(field, "OUT_OF_RANGE", "2000..2199", "must be within the years 2000..2199");
}

Result<void> CheckDraft(const v1::Call& call) {
  Violations violations;
  const bool nameable = call.programme().empty() || ParseId("programmes", "", call.programme());
  if (!nameable) {
    violations.Add("call.programme", "MALFORMED", "programmes/{}",
                   "must be a name like programmes/{}");
  }
  violations.Length("call.title", call.title(), kTitleCharactersMax);
  violations.Length("call.guideline", call.guideline(), kGuidelineCharactersMax);
  violations.Length("call.form_schema", call.form_schema(), kFormSchemaCharactersMax);
  violations.Length("call.number_prefix", call.number_prefix(), kCodeCharactersMax);
  if (call.has_opens_at()) CheckInstant(violations, "call.opens_at", call.opens_at());
  if (call.has_closes_at()) CheckInstant(violations, "call.closes_at", call.closes_at());
  if (call.has_review_due()) CheckInstant(violations, "call.review_due", call.review_due());
  CheckNamed(violations, "categories", call.categories());
  CheckNamed(violations, "criteria", call.criteria());
  CheckNamed(violations, "attachment_slots", call.attachment_slots());
  CheckNamed(violations, "manual_items", call.manual_items());
  CheckAnchors(violations, call);
  CheckKnown(violations, "call.blindness", v1::Call::Blindness_IsValid(call.blindness()));
  CheckKnown(violations, "call.notice_day_kind", v1::DayKind_IsValid(call.notice_day_kind()));
  return violations.Check();
}

}  // namespace redpeak::calls
