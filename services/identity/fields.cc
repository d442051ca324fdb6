#include "services/identity/fields.h"

#include <algorithm>

#include "services/base/mail.h"

namespace redpeak::identity {
namespace {

bool IsLower(char c) { return 'a' <= c && c <= 'z'; }
bool IsDigit(char c) { return '0' <= c && c <= '9'; }
bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

}  // namespace

bool CheckLine(Violations& violations, const std::string& field, const std::string& text,
               size_t code_points_max) {
  return violations.Required(field, text) &&
         CheckOptionalLine(violations, field, text, code_points_max);
}

bool CheckOptionalLine(Violations& violations, const std::string& field, const std::string& text,
                       size_t code_points_max) {
  if (!violations.Length(field, text, code_points_max)) return false;
  if (std::ranges::none_of(text, IsControl)) return true;
  violations.Add(field, "ONE_LINE", "", "must be one line");
  return false;
}

bool CheckId(Violations& violations, const std::string& field, const std::string& id) {
  static constexpr size_t kLengthMax = 63;
  const bool fine =
      !id.empty() && id.size() <= kLengthMax && IsLower(id.front()) &&
      std::ranges::all_of(id, [](char c) { return IsLower(c) || IsDigit(c) || c == '-'; });
  if (!fine) {
    violations.Add(field, "MALFORMED", "[a-z][a-z0-9-]{0,62}",
                   "must be at most 63 lower-case letters, digits and hyphens, a letter first");
  }
  return fine;
}

bool CheckEmail(Violations& violations, const std::string& field, const std::string& email) {
  if (IsMailAddress(email)) return true;
  violations.Add(field, "MALFORMED", "name@domain", "must be an e-mail address like name@domain");
  return false;
}

bool CheckLanguage(Violations& violations, const std::string& field, const std::string& language) {
  if (language.empty() || language == "zh" || language == "en") return true;
  violations.Add(field, "UNKNOWN", "zh, en", "must be zh or en");
  return false;
}

std::string LanguageOrDefault(const std::string& language) {
  return language.empty() ? "zh" : language;
}

}  // namespace redpeak::identity
