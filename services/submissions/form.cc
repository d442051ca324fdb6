#include "services/submissions/form.h"

#include <algorithm>
#include <array>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "services/base/errors.h"

namespace redpeak::submissions {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

constexpr int kDepthMax = 32;
// Of one form; more would tell nobody more.
constexpr int kViolationsMax = 50;

// Thrown from within the parser, which knows the depth.
struct TooDeep {};

// What one of valijson's English messages means. Its own text is never shown.
struct Meaning {
  std::string_view says;  // how the message begins
  std::string_view rule;  // empty: a consequence of others, which say more
  std::string_view description;
};

constexpr auto kMeanings = std::to_array<Meaning>({
    {"Missing required property", "REQUIRED", "must be given"},
    {"Missing dependency", "REQUIRED", "must be given"},
    {"String should be no more than", "TOO_LONG", "has too many characters"},
    {"String should be no fewer than", "TOO_SHORT", "has too few characters"},
    {"Expected number", "OUT_OF_RANGE", "is too large or too small"},
    {"Array should contain no more than", "TOO_MANY", "has too many entries"},
    {"Array contains more items", "TOO_MANY", "has too many entries"},
    {"Array should contain no fewer than", "TOO_FEW", "has too few entries"},
    {"Object should have no more than", "TOO_MANY", "has too many entries"},
    {"Object should have no fewer than", "TOO_FEW", "has too few entries"},
    {"Object contains a property that", "UNKNOWN_FIELD", "is not a field of this form"},
    {"Value type not permitted", "MALFORMED", "is of another type than the form asks for"},
    {"Failed to match against any enum", "UNKNOWN", "is none of the choices"},
    {"Failed to match expected value", "UNKNOWN", "is not the value that the form asks for"},
    {"String should be a valid", "MALFORMED", "is not written as the form asks for"},
    {"Value should be a multiple of", "NOT_MULTIPLE",
     "is not a multiple of what the form asks for"},
    {"Elements at indexes", "DUPLICATE", "has the same entry twice"},
    {"Failed to validate against schema associated", "", ""},
    {"Failed to validate against additional", "", ""},
    {"Failed to validate against child schema", "", ""},
    {"Failed to validate item", "", ""},
});
constexpr Meaning kOtherMeaning = {"", "MALFORMED", "is not what the form asks for"};

const Meaning& MeaningOf(std::string_view message) {
  const auto it = std::ranges::find_if(
      kMeanings, [&](const Meaning& meaning) { return message.starts_with(meaning.says); });
  return it == kMeanings.end() ? kOtherMeaning : *it;
}

bool IsIndex(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

// The path of contexts such as {"<root>", "[outputs]", "[2]"}: form.outputs[2].
std::string PathOf(const std::vector<std::string>& context) {
  std::string path = "form";
  for (size_t i = 1; i < context.size(); ++i) {
    const auto name = std::string_view(context[i]).substr(1, context[i].size() - 2);
    path += IsIndex(name) ? context[i] : "." + std::string(name);
  }
  return path;
}

// What a message names between its last two apostrophes, as those of missing properties do.
std::string_view NamedBy(std::string_view message) {
  const auto to = message.rfind('\'');
  if (to == std::string_view::npos || to == 0) return {};
  const auto from = message.rfind('\'', to - 1);
  return from == std::string_view::npos ? "" : message.substr(from + 1, to - from - 1);
}

// The number after "than" or "of", without the zeros that std::to_string puts behind the point.
std::string LimitOf(std::string_view message) {
  const auto from = message.find_first_of("-0123456789");
  if (from == std::string_view::npos) return {};
  const auto to = std::min(message.find_first_not_of("-.0123456789", from), message.size());
  std::string limit(message.substr(from, to - from));
  while (limit.ends_with('.')) limit.pop_back();
  if (limit.find('.') == std::string::npos) return limit;
  limit.erase(limit.find_last_not_of('0') + 1);
  if (limit.ends_with('.')) limit.pop_back();
  return limit;
}

void AddViolation(const valijson::ValidationResults::Error& error, Violations& violations) {
  const auto& meaning = MeaningOf(error.description);
  auto path = PathOf(error.context);
  if (meaning.rule == "REQUIRED" || meaning.rule == "UNKNOWN_FIELD") {
    path += "." + std::string(NamedBy(error.description));
    violations.Add(path, meaning.rule, "", meaning.description);
    return;
  }
  const bool has_limit = meaning.rule != "MALFORMED" && meaning.rule != "DUPLICATE";
  violations.Add(path, meaning.rule, has_limit ? LimitOf(error.description) : "",
                 meaning.description);
}

}  // namespace

std::optional<json> ParseForm(std::string_view text) {
  if (text.empty()) return json::object();
  const auto stop_when_deep = [](int depth, json::parse_event_t, json&) {
    if (depth > kDepthMax) throw TooDeep();
    return true;
  };
  try {
    auto form = json::parse(text, stop_when_deep, /*allow_exceptions=*/false);
    if (!form.is_object()) return std::nullopt;
    return form;
  } catch (const TooDeep&) {
    return std::nullopt;
  }
}

struct Form::Compiled {
  valijson::Schema schema;
};

Form::Form(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Form::~Form() = default;

Result<std::shared_ptr<const Form>> Form::Compile(std::string_view schema) {
  auto compiled = std::make_unique<Compiled>();
  try {
    const auto document = schema.empty() ? json::object() : json::parse(schema);
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(NlohmannJsonAdapter(document), compiled->schema);
  } catch (const std::exception& error) {
    return Internal(std::string("a call's form_schema is no schema: ") + error.what());
  }
  return std::shared_ptr<const Form>(new Form(std::move(compiled)));
}

void Form::Check(const json& answers, Violations& violations) const {
  const NlohmannJsonAdapter adapter(answers);
  if (valijson::Validator().validate(compiled_->schema, adapter, nullptr)) return;
  valijson::ValidationResults results;
  valijson::Validator().validate(compiled_->schema, adapter, &results);
  valijson::ValidationResults::Error error;
  int added = 0;
  while (added < kViolationsMax && results.popError(error)) {
    if (MeaningOf(error.description).rule.empty()) continue;
    AddViolation(error, violations);
    ++added;
  }
  if (added == 0) violations.Add("form", kOtherMeaning.rule, "", kOtherMeaning.description);
}

}  // namespace redpeak::submissions
