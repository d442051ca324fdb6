#include "services/calls/form_schema.h"

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>

namespace redpeak::calls {
namespace {

using nlohmann::json;

constexpr int kDepthMax = 32;
constexpr std::array<std::string_view, 4> kRefused = {"$ref", "pattern", "patternProperties",
                                                      "multipleOf"};

// Thrown from within the parser, which knows the depth and keeps what it has not yet built small.
struct TooDeep {};

std::optional<json> Parse(std::string_view text) {
  const auto stop_when_deep = [](int depth, json::parse_event_t, json&) {
    if (depth > kDepthMax) throw TooDeep();
    return true;
  };
  auto parsed = json::parse(text, stop_when_deep, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) return std::nullopt;
  return parsed;
}

// A refused keyword that a schema uses; empty if it uses none. What `properties` names are fields
// of the form, and may be called anything.
std::string_view RefusedKeyword(const json& schema, bool names_fields = false) {
  if (!schema.is_structured()) return {};
  for (const auto& [key, value] : schema.items()) {
    for (const auto refused : kRefused) {
      if (schema.is_object() && !names_fields && key == refused) return refused;
    }
    const bool fields = schema.is_object() && !names_fields && key == "properties";
    if (const auto found = RefusedKeyword(value, fields); !found.empty()) return found;
  }
  return {};
}

bool DescribesObject(const json& schema) {
  return schema.is_object() && schema.value("type", json()) == "object" &&
         schema.value("properties", json()).is_object();
}

// Empty, or why valijson cannot read it.
std::string CompileFault(const json& document) {
  try {
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

FieldViolation Fault(std::string_view field, std::string rule, std::string limit,
                     std::string description) {
  return {std::string(field), std::move(rule), std::move(limit), std::move(description)};
}

std::optional<FieldViolation> FaultOf(std::string_view field, const json& schema) {
  if (!DescribesObject(schema)) {
    return Fault(field, "SCHEMA_NOT_OBJECT", "", "must have type object, and properties");
  }
  if (const auto keyword = RefusedKeyword(schema); !keyword.empty()) {
    return Fault(field, "SCHEMA_KEYWORD", std::string(keyword),
                 "must not use " + std::string(keyword));
  }
  const auto fault = CompileFault(schema);
  if (!fault.empty()) return Fault(field, "SCHEMA_INVALID", fault, "is no JSON Schema: " + fault);
  return std::nullopt;
}

}  // namespace

std::optional<FieldViolation> FormSchemaFault(std::string_view field, std::string_view schema) {
  if (schema.empty()) return Fault(field, "REQUIRED", "", "must be given");
  try {
    const auto parsed = Parse(schema);
    if (!parsed) return Fault(field, "JSON_MALFORMED", "", "must be JSON");
    return FaultOf(field, *parsed);
  } catch (const TooDeep&) {
    return Fault(field, "SCHEMA_TOO_DEEP", std::to_string(kDepthMax),
                 "must nest at most " + std::to_string(kDepthMax) + " levels deep");
  }
}

}  // namespace redpeak::calls
