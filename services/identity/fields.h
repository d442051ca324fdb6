#pragma once

#include <string>
#include <string_view>

#include "services/base/violations.h"

// What several of this service's messages ask of a field. Each adds a violation unless the value is
// right, and says whether it was.
namespace redpeak::identity {

constexpr size_t kOrganisationNameMax = 120;
constexpr size_t kPersonNameMax = 80;
constexpr size_t kReasonMax = 500;

// 1 to `code_points_max` characters in one line.
bool CheckLine(Violations& violations, const std::string& field, const std::string& text,
               size_t code_points_max);
// The same, or nothing.
bool CheckOptionalLine(Violations& violations, const std::string& field, const std::string& text,
                       size_t code_points_max);

// A word that a client gives a resource as its id: [a-z][a-z0-9-]{0,62}.
bool CheckId(Violations& violations, const std::string& field, const std::string& id);

// An address that mail can be sent to.
bool CheckEmail(Violations& violations, const std::string& field, const std::string& email);

// zh, en or empty.
bool CheckLanguage(Violations& violations, const std::string& field, const std::string& language);

// zh where none was given.
std::string LanguageOrDefault(const std::string& language);

}  // namespace redpeak::identity
