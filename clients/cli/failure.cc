#include "clients/cli/failure.h"

#include <algorithm>

#include "clients/cli/command.h"
#include "clients/cli/errors.h"
#include "clients/cli/schema.h"
#include "clients/cli/units.h"

namespace redpeak::cli {
namespace {

// What a resource of this name is, by the `show` of its noun; null for no known name.
const google::protobuf::Descriptor* TypeOf(const std::string& name) {
  for (const auto& command : Commands()) {
    if (command.verb != "show") continue;
    const auto pattern = PatternOfNoun(command.noun);
    const auto collection = pattern.substr(0, pattern.find('/'));
    const auto depth = std::count(pattern.begin(), pattern.end(), '/');
    if (!name.starts_with(std::string(collection) + "/")) continue;
    if (std::count(name.begin(), name.end(), '/') != depth) continue;
    return MethodOf(command).output_type();
  }
  return nullptr;
}

// What the state of the resource is called; the state itself where it is none of its.
std::string StateLabel(const Catalog& catalog, const std::string& name, const std::string& state) {
  const auto* type = TypeOf(name);
  for (const auto* field_name : {"state", "status"}) {
    const auto* field = type == nullptr ? nullptr : type->FindFieldByName(field_name);
    const auto* value = field == nullptr ? nullptr : field->enum_type()->FindValueByName(state);
    if (value != nullptr) return LabelOf(catalog, *value);
  }
  return state;
}

// What fills in an error's text: its metadata, with states and actions in the user's language.
Fillings FillingsOf(const Catalog& catalog, const Error& error) {
  auto fillings = error.metadata;
  if (const auto it = fillings.find("state"); it != fillings.end()) {
    it->second = StateLabel(catalog, fillings["name"], it->second);
  }
  if (const auto it = fillings.find("expected"); it != fillings.end()) {
    it->second = catalog.Find("expected/" + it->second).value_or(it->second);
  }
  if (const auto it = fillings.find("ceiling_fen"); it != fillings.end()) {
    if (const auto fen = ParseMoney(it->second)) it->second = FormatMoney(*fen);
  }
  fillings["message"] = error.message;
  return fillings;
}

std::string Headline(const Catalog& catalog, const Error& error) {
  const auto fillings = FillingsOf(catalog, error);
  if (error.reason.empty()) {
    return catalog.Text("code/" + std::to_string(static_cast<int>(error.code)), fillings);
  }
  const auto text = catalog.Find("error/" + error.reason, fillings).value_or(error.message);
  return catalog.Text("ui/with_reason", {{"text", text}, {"reason", error.reason}});
}

// "name" of "submission.team[2].name".
std::string LastPart(const std::string& field) {
  const auto dot = field.rfind('.');
  const auto last = dot == std::string::npos ? field : field.substr(dot + 1);
  return last.substr(0, last.find('['));
}

// The row and the column of "rows[12].uscc", which is how imports name a cell.
bool TakeCell(const std::string& field, std::string& row, std::string& column) {
  constexpr std::string_view kRows = "rows[";
  const auto end = field.find("].");
  if (!field.starts_with(kRows) || end == std::string::npos) return false;
  row = field.substr(kRows.size(), end - kRows.size());
  column = field.substr(end + 2);
  return true;
}

// What the rule says, by the limit if there is one; else the server's English.
std::string RuleText(const Catalog& catalog, const FieldViolation& violation) {
  if (violation.limit.empty()) {
    if (auto text = catalog.Find("rule_without_limit/" + violation.rule)) return *text;
  }
  return catalog.Find("rule/" + violation.rule, {{"limit", violation.limit}})
      .value_or(violation.description);
}

std::string ExplainViolation(const Catalog& catalog, const FieldViolation& violation) {
  const auto problem = RuleText(catalog, violation);
  std::string row;
  std::string column;
  if (TakeCell(violation.field, row, column)) {
    return catalog.Text("ui/violation_row",
                        {{"row", row}, {"column", column}, {"problem", problem}});
  }
  const auto label = catalog.Find("field/" + LastPart(violation.field));
  const Fillings fillings = {
      {"field", violation.field}, {"label", label.value_or("")}, {"problem", problem}};
  return catalog.Text(label ? "ui/violation" : "ui/violation_unnamed", fillings);
}

}  // namespace

ExitCode ExitCodeOf(const Error& error) {
  if (error.reason.starts_with(kUsagePrefix)) return kUsage;
  switch (error.code) {
    case Code::kInvalidArgument:
      return kRefused;
    case Code::kNotFound:
      return kNotFound;
    case Code::kPermissionDenied:
    case Code::kUnauthenticated:
      return kNotPermitted;
    case Code::kAlreadyExists:
    case Code::kFailedPrecondition:
    case Code::kAborted:
      return kConflict;
    case Code::kUnavailable:
    case Code::kDeadlineExceeded:
    case Code::kResourceExhausted:
      return kUnavailable;
    default:
      return kOther;
  }
}

std::string Explain(const Catalog& catalog, const Error& error) {
  auto text = catalog.Text("ui/error", {{"text", Headline(catalog, error)}}) + "\n";
  for (const auto& violation : error.violations)
    text += "  - " + ExplainViolation(catalog, violation) + "\n";
  return text;
}

}  // namespace redpeak::cli
