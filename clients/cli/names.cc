#include "clients/cli/names.h"

#include <algorithm>
#include <array>
#include <vector>

namespace redpeak::cli {
namespace {

constexpr std::array<std::string_view, 13> kCollections = {
    "organisations", "people",  "accounts", "sessions",  "programmes", "calls",     "submissions",
    "attachments",   "experts", "reviews",  "proposals", "notices",    "objections"};

struct Reference {
  std::string_view field;
  std::string_view pattern;
};
constexpr std::array<Reference, 13> kReferences = {{{"organisation", "organisations/*"},
                                                    {"recommender", "organisations/*"},
                                                    {"unit", "organisations/*"},
                                                    {"person", "people/*"},
                                                    {"leader", "people/*"},
                                                    {"avoided_experts", "people/*"},
                                                    {"account", "accounts/*"},
                                                    {"programme", "programmes/*"},
                                                    {"call", "calls/*"},
                                                    {"copy_of", "calls/*"},
                                                    {"submission", "submissions/*"},
                                                    {"expert", "experts/*"},
                                                    {"proposal", "calls/*/proposals/*"}}};

std::vector<std::string_view> Split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('/', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::string Expand(std::string_view pattern, const std::string& name) {
  const auto wanted = Split(pattern);
  const auto given = Split(name);
  if (name.empty() || given.size() * 2 != wanted.size()) return name;
  std::string full;
  for (size_t i = 0; i < given.size(); ++i) {
    full.append(full.empty() ? "" : "/").append(wanted[2 * i]).append("/").append(given[i]);
  }
  return full;
}

std::string Shorten(const std::string& name) {
  const auto parts = Split(name);
  if (parts.size() % 2 != 0) return name;
  std::string brief;
  for (size_t i = 0; i < parts.size(); i += 2) {
    if (std::find(kCollections.begin(), kCollections.end(), parts[i]) == kCollections.end())
      return name;
    brief.append(brief.empty() ? "" : "/").append(parts[i + 1]);
  }
  return brief;
}

std::string_view PatternOf(const google::protobuf::FieldDescriptor& field) {
  if (field.type() != google::protobuf::FieldDescriptor::TYPE_STRING) return {};
  const auto* it =
      std::find_if(kReferences.begin(), kReferences.end(),
                   [&](const Reference& reference) { return reference.field == field.name(); });
  return it == kReferences.end() ? std::string_view() : it->pattern;
}

bool HoldsName(const google::protobuf::FieldDescriptor& field) {
  return field.name() == "name" || !PatternOf(field).empty();
}

}  // namespace redpeak::cli
