#include "services/identity/person.h"

#include <algorithm>
#include <array>

#include "services/base/check_digits.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/identity/fields.h"

namespace redpeak::identity {
namespace {

using options::v1::Role;

constexpr std::array<std::string_view, 3> kGenders = {"", "男", "女"};
constexpr std::array<std::string_view, 5> kTitles = {"", "正高级", "副高级", "中级", "初级"};
constexpr int kBirthYearMin = 1900;
constexpr int kBirthYearMax = 2100;
constexpr size_t kDegreeMax = 20;
constexpr size_t kPhoneMax = 30;

template <size_t n>
void CheckOneOf(Violations& violations, const std::string& field, const std::string& value,
                const std::array<std::string_view, n>& values, std::string_view limit) {
  if (std::ranges::find(values, value) != values.end()) return;
  violations.Add(field, "UNKNOWN", limit, "must be one of the known values, or empty");
}

// GB/T 13745: a first, second or third level, or nothing.
bool IsDiscipline(const std::string& code) {
  const bool length = code.empty() || code.size() == 3 || code.size() == 5 || code.size() == 7;
  return length && std::ranges::all_of(code, [](char c) { return '0' <= c && c <= '9'; });
}

bool IsPhone(const std::string& phone) {
  return phone.size() <= kPhoneMax && std::ranges::all_of(phone, [](char c) {
           return ('0' <= c && c <= '9') ||
                  std::string_view("+-() ").find(c) != std::string_view::npos;
         });
}

// What has a standard or a shape of its own; each may be empty.
void CheckCodes(Violations& violations, const std::string& prefix, const v1::Person& person) {
  if (!IsDiscipline(person.discipline())) {
    violations.Add(prefix + "discipline", "MALFORMED", "GB/T 13745",
                   "must be three, five or seven digits by GB/T 13745");
  }
  if (!person.orcid().empty() && !IsOrcid(person.orcid())) {
    violations.Add(prefix + "orcid", "CHECK_DIGIT", "ORCID",
                   "must be an ORCID iD with hyphens and a right check digit");
  }
  if (!person.identity_number().empty() && !IsResidentId(person.identity_number())) {
    violations.Add(prefix + "identity_number", "CHECK_DIGIT", "GB 11643",
                   "must be a resident identity number with a right check digit");
  }
  if (!IsPhone(person.phone())) {
    violations.Add(prefix + "phone", "MALFORMED", "", "must be digits, spaces, + - ( )");
  }
}

}  // namespace

const std::vector<std::string> kPersonFields = {
    "display_name", "gender", "birth_year", "organisation", "professional_title", "degree",
    "discipline",   "orcid",  "email",      "phone",        "identity_number"};

void Tidy(v1::Person& person) {
  for (auto* text :
       {person.mutable_display_name(), person.mutable_degree(), person.mutable_orcid(),
        person.mutable_email(), person.mutable_phone(), person.mutable_identity_number()}) {
    *text = Trim(*text);
  }
}

void CheckPerson(Violations& violations, const std::string& prefix, const v1::Person& person) {
  CheckLine(violations, prefix + "display_name", person.display_name(), kPersonNameMax);
  CheckOneOf(violations, prefix + "gender", person.gender(), kGenders, "男, 女");
  if (person.birth_year() != 0) {
    violations.Range(prefix + "birth_year", person.birth_year(), kBirthYearMin, kBirthYearMax);
  }
  if (!person.organisation().empty() &&
      !ParseId("organisations", prefix + "organisation", person.organisation())) {
    violations.Add(prefix + "organisation", "MALFORMED", "organisations/{}",
                   "must be a name like organisations/{}");
  }
  CheckOneOf(violations, prefix + "professional_title", person.professional_title(), kTitles,
             "正高级, 副高级, 中级, 初级");
  CheckOptionalLine(violations, prefix + "degree", person.degree(), kDegreeMax);
  CheckCodes(violations, prefix, person);
  if (!person.email().empty()) CheckEmail(violations, prefix + "email", person.email());
}

Audiences AudienceOf(const Caller& caller, const v1::Person& person) {
  Audiences audiences;
  if (caller.signed_in() && caller.person == person.name()) audiences.Add(Audience::SELF);
  if (!person.organisation().empty() && caller.Has(Role::UNIT_OFFICER, person.organisation())) {
    audiences.Add(Audience::UNIT);
  }
  if (caller.Has(Role::PROGRAMME_OFFICER) || caller.Has(Role::APPROVER) ||
      caller.Has(Role::AUDITOR)) {
    audiences.Add(Audience::STAFF);
  }
  if (caller.Has(Role::ADMINISTRATOR)) audiences.Add(Audience::ADMIN);
  if (caller.is_service()) audiences.Add(Audience::PEER);
  return audiences;
}

bool SeesEverybody(const Caller& caller) {
  return caller.is_service() || caller.Has(Role::PROGRAMME_OFFICER) || caller.Has(Role::APPROVER) ||
         caller.Has(Role::AUDITOR) || caller.Has(Role::ADMINISTRATOR);
}

std::string Masked(const std::string& identity_number) {
  static constexpr size_t kShown = 4;
  if (identity_number.size() <= kShown) return identity_number;
  const auto hidden = identity_number.size() - kShown;
  return std::string(hidden, '*') + identity_number.substr(hidden);
}

}  // namespace redpeak::identity
