#include "services/submissions/submission.h"

#include <google/protobuf/util/field_mask_util.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <set>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/submissions/form.h"

namespace redpeak::submissions {
namespace {

using google::protobuf::FieldMask;
using google::protobuf::util::FieldMaskUtil;

// What an applicant may write.
constexpr std::array<std::string_view, 11> kWritable = {
    "title",    "category", "discipline", "amount_fen", "start_date",     "end_date",
    "abstract", "keywords", "form",       "team",       "avoided_experts"};

std::string Indexed(std::string_view field, int index) {
  return std::string(field) + "[" + std::to_string(index) + "]";
}

void CheckCount(std::string_view field, int count, int max, Violations& violations) {
  if (count <= max) return;
  const auto limit = std::to_string(max);
  violations.Add(field, "TOO_MANY", limit, "at most " + limit);
}

void CheckPerson(const std::string& field, const std::string& name, Violations& violations) {
  if (!ParseId("people", field, name)) {
    violations.Add(field, "MALFORMED", "people/{}", "must be a name like people/{}");
  }
}

void CheckDay(std::string_view field, const std::string& text, Violations& violations) {
  if (text.empty() || IsDate(text)) return;
  violations.Add(field, "MALFORMED", "YYYY-MM-DD", "must be a day like 2022-03-01");
}

void CheckCodes(const v1::Submission& draft, const calls::v1::Call& call, Violations& violations) {
  const auto is_chosen = [&](const auto& category) { return category.code() == draft.category(); };
  if (!draft.category().empty() && std::ranges::none_of(call.categories(), is_chosen)) {
    violations.Add("submission.category", "UNKNOWN", "", "is not one of the call's categories");
  }
  if (!draft.discipline().empty() && !IsDiscipline(draft.discipline())) {
    violations.Add("submission.discipline", "MALFORMED", "GB/T 13745",
                   "must have three, five or seven digits");
  }
}

void CheckTexts(const v1::Submission& draft, Violations& violations) {
  violations.Length("submission.title", draft.title(), kTitleMax);
  violations.Length("submission.abstract", draft.abstract(), kAbstractMax);
  CheckCount("submission.keywords", draft.keywords_size(), kKeywordsMax, violations);
  for (int i = 0; i < draft.keywords_size(); ++i) {
    const auto field = Indexed("submission.keywords", i);
    if (violations.Required(field, Trim(draft.keywords(i)))) {
      violations.Length(field, draft.keywords(i), kKeywordMax);
    }
  }
}

void CheckTeam(const v1::Submission& draft, Violations& violations) {
  CheckCount("submission.team", draft.team_size(), kTeamMax, violations);
  for (int i = 0; i < draft.team_size(); ++i) {
    const auto field = Indexed("submission.team", i);
    const auto& member = draft.team(i);
    violations.Length(field + ".display_name", member.display_name(), kDisplayNameMax);
    violations.Length(field + ".unit_name", member.unit_name(), kUnitNameMax);
    if (!member.person().empty()) CheckPerson(field + ".person", member.person(), violations);
  }
}

void CheckAvoided(const v1::Submission& draft, Violations& violations) {
  CheckCount("submission.avoided_experts", draft.avoided_experts_size(), kAvoidedExpertsMax,
             violations);
  std::set<std::string> seen;
  for (int i = 0; i < draft.avoided_experts_size(); ++i) {
    const auto field = Indexed("submission.avoided_experts", i);
    CheckPerson(field, draft.avoided_experts(i), violations);
    if (!seen.insert(draft.avoided_experts(i)).second) {
      violations.Add(field, "DUPLICATE", "", "is named twice");
    }
  }
}

void CheckForm(const v1::Submission& draft, Violations& violations) {
  if (draft.form().size() > kFormBytesMax) {
    const auto limit = std::to_string(kFormBytesMax);
    violations.Add("submission.form", "TOO_LARGE", limit, "at most " + limit + " bytes");
  } else if (!ParseForm(draft.form())) {
    violations.Add("submission.form", "MALFORMED", "JSON", "must be a JSON object, not too deep");
  }
}

}  // namespace

Result<void> Apply(const v1::Submission& changes, const FieldMask& mask, v1::Submission& draft) {
  FieldMask paths = mask;
  Violations violations;
  for (const auto& path : paths.paths()) {
    if (std::ranges::find(kWritable, path) != kWritable.end()) continue;
    violations.Add("update_mask", "UNKNOWN", path, path + " cannot be written");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (paths.paths().empty()) {
    for (const auto path : kWritable) paths.add_paths(std::string(path));
  }
  FieldMaskUtil::MergeOptions replace;
  replace.set_replace_message_fields(true);
  replace.set_replace_repeated_fields(true);
  FieldMaskUtil::MergeMessageTo(changes, paths, replace, &draft);
  return {};
}

Result<void> CheckDraft(const v1::Submission& draft, const calls::v1::Call& call) {
  Violations violations;
  CheckTexts(draft, violations);
  CheckCodes(draft, call, violations);
  violations.Range("submission.amount_fen", draft.amount_fen(), 0, kAmountFenMax);
  CheckDay("submission.start_date", draft.start_date(), violations);
  CheckDay("submission.end_date", draft.end_date(), violations);
  CheckTeam(draft, violations);
  CheckAvoided(draft, violations);
  CheckForm(draft, violations);
  return violations.Check();
}

std::vector<std::string> PeopleIn(const v1::Submission& submission) {
  std::vector<std::string> people(submission.avoided_experts().begin(),
                                  submission.avoided_experts().end());
  for (const auto& member : submission.team()) {
    if (!member.person().empty()) people.push_back(member.person());
  }
  return people;
}

Result<void> CheckPeople(const v1::Submission& draft,
                         const identity::v1::BatchGetPeopleResponse& people) {
  std::set<std::string> known;
  for (const auto& person : people.people()) known.insert(person.name());
  Violations violations;
  const auto check = [&](const std::string& field, const std::string& person) {
    if (person.empty() || known.contains(person)) return;
    violations.Add(field, "NOT_FOUND", "", "there is no " + person);
  };
  for (int i = 0; i < draft.team_size(); ++i) {
    check(Indexed("submission.team", i) + ".person", draft.team(i).person());
  }
  for (int i = 0; i < draft.avoided_experts_size(); ++i) {
    check(Indexed("submission.avoided_experts", i), draft.avoided_experts(i));
  }
  return violations.Check();
}

Result<void> SetLeader(const identity::v1::BatchGetPeopleResponse& people, v1::Submission& draft) {
  const auto leads = [&](const auto& person) { return person.name() == draft.leader(); };
  const auto leader = std::ranges::find_if(people.people(), leads);
  if (leader == people.people().end()) return RoleMissing("lead a submission");
  draft.set_leader_name(leader->display_name());
  draft.set_unit(leader->organisation());
  draft.clear_unit_name();
  draft.clear_recommender();
  for (const auto& organisation : people.organisations()) {
    if (organisation.name() != draft.unit()) continue;
    draft.set_unit_name(organisation.display_name());
    draft.set_recommender(organisation.recommender());
  }
  return {};
}

bool IsDiscipline(std::string_view code) {
  const bool length = code.size() == 3 || code.size() == 5 || code.size() == 7;
  return length && std::ranges::all_of(code, [](char c) { return '0' <= c && c <= '9'; });
}

bool IsDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](size_t from, size_t count) {
    int value = -1;
    const auto* end = text.data() + from + count;
    const auto [stop, error] = std::from_chars(text.data() + from, end, value);
    return error == std::errc() && stop == end ? value : -1;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

}  // namespace redpeak::submissions
