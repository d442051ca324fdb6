#include "services/base/names.h"

#include <cctype>

#include "services/base/errors.h"

namespace redpeak {
namespace {

std::vector<std::string_view> Split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t from = 0;;) {
    const auto slash = text.find('/', from);
    parts.push_back(text.substr(from, slash - from));
    if (slash == std::string_view::npos) return parts;
    from = slash + 1;
  }
}

}  // namespace

bool IsId(std::string_view id) {
  if (id.empty() || id.size() > 63 || id.front() == '-') return false;
  for (const char c : id) {
    const bool fine =
        ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || c == '-';
    if (!fine) return false;
  }
  return true;
}

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0)
      return false;
  }
  return true;
}

Result<std::vector<std::string>> ParseName(std::string_view pattern, std::string_view field,
                                           std::string_view name) {
  const auto wanted = Split(pattern);
  const auto given = Split(name);
  std::vector<std::string> ids;
  bool fine = wanted.size() == given.size();
  for (size_t i = 0; fine && i < wanted.size(); ++i) {
    if (wanted[i] == "{}") {
      fine = IsId(given[i]);
      ids.emplace_back(given[i]);
    } else {
      fine = wanted[i] == given[i];
    }
  }
  if (!fine) {
    return FieldInvalid(field, name.empty() ? "REQUIRED" : "MALFORMED", pattern,
                        "must be a name like " + std::string(pattern));
  }
  return ids;
}

Result<std::string> ParseId(std::string_view collection, std::string_view field,
                            std::string_view name) {
  REDPEAK_ASSIGN_OR_RETURN(auto ids, ParseName(std::string(collection) + "/{}", field, name));
  return std::move(ids.front());
}

std::string MakeName(std::string_view collection, std::string_view id) {
  if (id.empty()) return {};
  return std::string(collection) + "/" + std::string(id);
}

std::string LastId(std::string_view name) { return std::string(name.substr(name.rfind('/') + 1)); }

}  // namespace redpeak
