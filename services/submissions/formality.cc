#include "services/submissions/formality.h"

#include <algorithm>

#include "services/base/errors.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/submissions/errors.h"
#include "services/submissions/life.h"
#include "services/submissions/sending.h"

namespace redpeak::submissions {
namespace {

using Item = v1::FormalityItem;

constexpr size_t kNoteMax = 1000;

const Item* FindItem(const FormalityItems& items, std::string_view code) {
  const auto it =
      std::ranges::find_if(items, [&](const Item& item) { return item.code() == code; });
  return it == items.end() ? nullptr : &*it;
}

// What was returned and not sent again is late, too.
bool IsLate(const v1::Submission& submission, const calls::v1::Call& call) {
  if (submission.state() == v1::Submission::RETURNED) return true;
  return FromProto(submission.receipt().submit_time()) >= DeadlineOf(submission, call);
}

bool IsFormInvalid(const v1::Submission& submission, const calls::v1::Call& call,
                   const Form& form) {
  const auto answers = ParseForm(submission.form());
  if (!answers) return true;
  Violations violations;
  CheckFields(submission, call, form, *answers, violations);
  return !violations.empty();
}

void AddAutomatic(const FormalityItems& before, const char* code, bool failed,
                  FormalityItems& items) {
  auto& item = *items.Add();
  item.set_code(code);
  item.set_automatic(true);
  item.set_outcome(failed ? Item::FAILED : Item::PASSED);
  const auto* known = FindItem(before, code);
  if (failed && known != nullptr && known->outcome() == Item::WAIVED) item = *known;
}

void AddManual(const FormalityItems& before, const std::string& code, FormalityItems& items) {
  auto& item = *items.Add();
  item.set_code(code);
  item.set_outcome(Item::PENDING);
  if (const auto* known = FindItem(before, code)) item = *known;
}

bool IsAllowed(const Item& item, const Item& seen) {
  if (!item.automatic()) {
    return seen.outcome() == Item::PASSED || seen.outcome() == Item::FAILED ||
           seen.outcome() == Item::WAIVED;
  }
  const bool failed = item.outcome() == Item::FAILED || item.outcome() == Item::WAIVED;
  return failed && seen.outcome() == Item::WAIVED;
}

}  // namespace

FormalityItems WorkOutItems(const v1::Submission& submission, const calls::v1::Call& call,
                            const Form& form, int leader_live) {
  const auto& before = submission.formality_items();
  const bool unendorsed = call.endorsement_required() && !submission.has_endorse_time();
  FormalityItems items;
  AddAutomatic(before, "LATE", IsLate(submission, call), items);
  AddAutomatic(before, "OVER_CEILING", IsOverCeiling(submission, call), items);
  AddAutomatic(before, "NOT_ENDORSED", unendorsed, items);
  AddAutomatic(before, "LEADER_QUOTA", call.leader_quota() > 0 && leader_live > call.leader_quota(),
               items);
  AddAutomatic(before, "FORM_INVALID", IsFormInvalid(submission, call, form), items);
  AddAutomatic(before, "ATTACHMENT_MISSING", !MissingAttachments(submission, call).empty(), items);
  for (const auto& manual : call.manual_items()) AddManual(before, manual.code(), items);
  return items;
}

Result<void> RecordItem(const Item& seen, FormalityItems& items) {
  const auto it =
      std::ranges::find_if(items, [&](const Item& item) { return item.code() == seen.code(); });
  if (it == items.end()) {
    return FieldInvalid("item.code", seen.code().empty() ? "REQUIRED" : "UNKNOWN", "",
                        "must be the code of one of the items");
  }
  Violations violations;
  if (!IsAllowed(*it, seen)) {
    violations.Add("item.outcome", "UNKNOWN", it->automatic() ? "WAIVED" : "",
                   it->automatic() ? "an automatic item can only be waived, once it has failed"
                                   : "must be PASSED, FAILED or WAIVED");
  }
  if (seen.outcome() == Item::WAIVED) violations.Required("item.note", Trim(seen.note()));
  violations.Length("item.note", seen.note(), kNoteMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  it->set_outcome(seen.outcome());
  it->set_note(seen.note());
  return {};
}

Result<void> CheckAcceptable(const v1::Submission& submission) {
  std::vector<std::string> open;
  for (const auto& item : submission.formality_items()) {
    if (item.outcome() == Item::PASSED || item.outcome() == Item::WAIVED) continue;
    open.push_back(item.code());
  }
  if (!open.empty()) return FormalityOpen(submission.name(), open);
  return {};
}

Result<void> CheckReasons(const FormalityItems& items, const std::vector<std::string>& reasons) {
  Violations violations;
  if (reasons.empty()) violations.Required("reasons", "");
  for (size_t i = 0; i < reasons.size(); ++i) {
    const auto field = "reasons[" + std::to_string(i) + "]";
    const auto* item = FindItem(items, reasons[i]);
    const bool repeated = std::find(reasons.begin(), reasons.begin() + static_cast<ptrdiff_t>(i),
                                    reasons[i]) != reasons.begin() + static_cast<ptrdiff_t>(i);
    if (repeated) {
      violations.Add(field, "DUPLICATE", "", "is given twice");
    } else if (item == nullptr || item->outcome() != Item::FAILED) {
      violations.Add(field, "NOT_FAILED", "", reasons[i] + " is not an item that failed");
    }
  }
  return violations.Check();
}

}  // namespace redpeak::submissions
