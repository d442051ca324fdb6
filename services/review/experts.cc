#include "services/review/experts.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "services/base/csv.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"

namespace redpeak::review {
namespace {

constexpr int kReviewsMax = 200;
constexpr int kDisciplinesMax = 10;
constexpr int kKeywordsMax = 30;
constexpr size_t kKeywordLengthMax = 60;

// GB/T 13745: three digits of the first level, two more for each of the next ones.
bool IsDiscipline(std::string_view code) {
  const bool digits = std::ranges::all_of(code, [](char c) { return '0' <= c && c <= '9'; });
  return digits && (code.size() == 3 || code.size() == 5 || code.size() == 7);
}

// A table calls its column of reviews_max otherwise than the message its field.
void CheckInto(const v1::Expert& expert, const std::string& path, const std::string& limit_name,
               Violations& violations) {
  if (expert.disciplines().empty()) {
    violations.Add(path + "disciplines", "REQUIRED", "", "at least one must be given");
  } else if (!std::ranges::all_of(expert.disciplines(), IsDiscipline)) {
    violations.Add(path + "disciplines", "MALFORMED", "GB/T 13745",
                   "must be codes of three, five or seven digits");
  }
  if (expert.disciplines_size() > kDisciplinesMax) {
    violations.Add(path + "disciplines", "TOO_MANY", std::to_string(kDisciplinesMax), "too many");
  }
  if (expert.keywords_size() > kKeywordsMax) {
    violations.Add(path + "keywords", "TOO_MANY", std::to_string(kKeywordsMax), "too many");
  }
  for (const auto& keyword : expert.keywords()) {
    if (!violations.Length(path + "keywords", keyword, kKeywordLengthMax)) break;
    if (!violations.Required(path + "keywords", Trim(keyword))) break;
  }
  violations.Range(path + limit_name, expert.reviews_max(), 1, kReviewsMax);
}

std::vector<std::string> SplitList(std::string_view cell) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(';'), cell.size());
    if (auto part = Trim(cell.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

int ToNumber(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

// One line, with the violations of what it cannot be read as.
v1::Expert ReadLine(const CsvTable& table, const CsvRow& row, const std::string& path,
                    Violations& violations) {
  const auto cell = [&](std::string_view column) { return Trim(table.Cell(row, column)); };
  v1::Expert expert;
  if (!IsId(cell("person"))) {
    violations.Add(path + "person", "MALFORMED", "", "must be the id of a person");
  }
  expert.set_person(MakeName("people", cell("person")));
  for (auto& code : SplitList(cell("disciplines"))) expert.add_disciplines(std::move(code));
  for (auto& word : SplitList(cell("keywords"))) expert.add_keywords(std::move(word));
  expert.set_reviews_max(ToNumber(cell("max_reviews")));
  expert.set_available(cell("available") == "yes");
  if (cell("available") != "yes" && cell("available") != "no") {
    violations.Add(path + "available", "UNKNOWN", "yes, no", "must be yes or no");
  }
  return expert;
}

}  // namespace

std::string ExpertRecord::id() const { return LastId(expert.name()); }

Affiliation ExpertRecord::affiliation() const {
  return {id(), LastId(expert.organisation()), organisation_name};
}

Result<void> CheckExpert(const v1::Expert& expert, const std::string& path) {
  Violations violations;
  CheckInto(expert, path, "reviews_max", violations);
  return violations.Check();
}

Result<std::vector<std::string>> ApplyExpertMask(const v1::Expert& wanted,
                                                 const google::protobuf::FieldMask& mask,
                                                 bool by_officer, v1::Expert& expert) {
  std::vector<std::string> paths(mask.paths().begin(), mask.paths().end());
  if (paths.empty()) paths = {"keywords", "reviews_max", "available"};
  if (mask.paths().empty() && by_officer) paths.emplace_back("disciplines");
  Violations violations;
  for (const auto& path : paths) {
    if (path == "disciplines" && by_officer) {
      *expert.mutable_disciplines() = wanted.disciplines();
    } else if (path == "keywords") {
      *expert.mutable_keywords() = wanted.keywords();
    } else if (path == "reviews_max") {
      expert.set_reviews_max(wanted.reviews_max());
    } else if (path == "available") {
      expert.set_available(wanted.available());
    } else {
      violations.Add("update_mask", "UNKNOWN", path, path + " is no field that you may change");
    }
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return paths;
}

bool IsSelf(const Caller& caller, std::string_view expert_id) {
  return !expert_id.empty() && caller.person == MakeName("people", expert_id);
}

Result<std::vector<ImportedExpert>> ReadExpertTable(std::string_view csv) {
  REDPEAK_ASSIGN_OR_RETURN(const auto table,
                           ReadCsv(csv, {"person", "disciplines", "max_reviews", "available"}));
  Violations violations;
  std::set<std::string> seen;
  std::vector<ImportedExpert> experts;
  for (const auto& row : table.rows) {
    const auto path = "rows[" + std::to_string(row.number) + "].";
    auto expert = ReadLine(table, row, path, violations);
    CheckInto(expert, path, "max_reviews", violations);
    if (!seen.insert(expert.person()).second) {
      violations.Add(path + "person", "REPEATED", "", "stands in another row, too");
    }
    experts.push_back({row.number, std::move(expert)});
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return experts;
}

}  // namespace redpeak::review
