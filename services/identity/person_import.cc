#include "services/identity/person_import.h"

#include <charconv>
#include <set>

#include "services/base/names.h"
#include "services/identity/account.h"
#include "services/identity/fields.h"
#include "services/identity/import_rows.h"
#include "services/identity/person.h"

namespace redpeak::identity {
namespace {

const std::map<std::string, std::string> kColumnOfField = {
    {"display_name", "name"}, {"birth_year", "born"}, {"professional_title", "title"}};

int ToYear(const std::string& text) {
  int year = 0;
  const auto* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, year);
  if (text.empty()) return 0;
  return error == std::errc() && rest == end && year != 0 ? year : -1;
}

void CheckAlone(Violations& violations, const v1::Person& person,
                const std::set<std::string>& organisations, bool invited) {
  CheckId(violations, "id", LastId(person.name()));
  CheckPerson(violations, "", person);
  if (violations.Required("organisation", person.organisation()) &&
      !organisations.contains(person.organisation())) {
    violations.Add("organisation", "NOT_FOUND", "", "is not known");
  }
  if (invited) violations.Required("email", person.email());
}

}  // namespace

Result<std::vector<PersonRow>> ReadPersonRows(std::string_view csv) {
  REDPEAK_ASSIGN_OR_RETURN(const auto table,
                           ReadCsv(csv, {"id", "name", "gender", "born", "organisation", "title",
                                         "degree", "discipline", "orcid", "email", "phone"}));
  std::vector<PersonRow> rows;
  for (const auto& row : table.rows) {
    const auto cell = [&](std::string_view column) { return CellText(table, row, column); };
    auto& [number, person] = rows.emplace_back();
    number = row.number;
    person.set_name(MakeName("people", cell("id")));
    person.set_display_name(cell("name"));
    person.set_gender(cell("gender"));
    person.set_birth_year(ToYear(cell("born")));
    person.set_organisation(MakeName("organisations", cell("organisation")));
    person.set_professional_title(cell("title"));
    person.set_degree(cell("degree"));
    person.set_discipline(cell("discipline"));
    person.set_orcid(cell("orcid"));
    person.set_email(cell("email"));
    person.set_phone(cell("phone"));
  }
  return rows;
}

Result<void> CheckPersonRows(const std::vector<PersonRow>& rows, const KnownOfPeople& known,
                             bool invited) {
  Violations violations;
  Seen ids("id"), orcids("orcid"), logins("email");
  for (const auto& name : known.people) ids.AddExisting(LastId(name));
  for (const auto& orcid : known.orcids) orcids.AddExisting(orcid);
  for (const auto& login : known.logins) logins.AddExisting(login);
  const std::set<std::string> organisations(known.organisations.begin(), known.organisations.end());
  for (const auto& [number, person] : rows) {
    Violations own;
    CheckAlone(own, person, organisations, invited);
    AddRow(violations, number, own, kColumnOfField);
    ids.Check(violations, number, LastId(person.name()));
    orcids.Check(violations, number, person.orcid());
    if (invited) logins.Check(violations, number, NormaliseLogin(person.email()));
  }
  return violations.Check();
}

}  // namespace redpeak::identity
