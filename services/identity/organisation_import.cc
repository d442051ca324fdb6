#include "services/identity/organisation_import.h"

#include <set>

#include "services/base/names.h"
#include "services/identity/fields.h"
#include "services/identity/import_rows.h"
#include "services/identity/organisation.h"

namespace redpeak::identity {
namespace {

const std::map<std::string, std::string> kColumnOfField = {{"display_name", "name"},
                                                           {"recommender", "endorsed_by"}};

}  // namespace

Result<std::vector<OrganisationRow>> ReadOrganisationRows(std::string_view csv) {
  REDPEAK_ASSIGN_OR_RETURN(const auto table,
                           ReadCsv(csv, {"id", "name", "uscc", "region", "kind", "endorsed_by"}));
  std::vector<OrganisationRow> rows;
  for (const auto& row : table.rows) {
    auto& [number, organisation] = rows.emplace_back();
    number = row.number;
    organisation.set_name(MakeName("organisations", CellText(table, row, "id")));
    organisation.set_display_name(CellText(table, row, "name"));
    organisation.set_uscc(CellText(table, row, "uscc"));
    organisation.set_uscc_exception(CellText(table, row, "uscc_exception"));
    organisation.set_region(CellText(table, row, "region"));
    organisation.set_kind(CellText(table, row, "kind"));
    organisation.set_recommender(MakeName("organisations", CellText(table, row, "endorsed_by")));
    Tidy(organisation);
  }
  return rows;
}

Result<void> CheckOrganisationRows(const std::vector<OrganisationRow>& rows,
                                   const std::vector<v1::Organisation>& alike,
                                   const std::vector<std::string>& existing) {
  Violations violations;
  Seen ids("id"), names("name"), codes("uscc");
  for (const auto& organisation : alike) {
    ids.AddExisting(LastId(organisation.name()));
    names.AddExisting(organisation.display_name());
    codes.AddExisting(organisation.uscc());
  }
  std::set<std::string> known(existing.begin(), existing.end());
  for (const auto& row : rows) known.insert(row.organisation.name());
  for (const auto& [number, organisation] : rows) {
    Violations own;
    CheckId(own, "id", LastId(organisation.name()));
    CheckOrganisation(own, "", organisation);
    if (!organisation.recommender().empty() && !known.contains(organisation.recommender())) {
      own.Add("recommender", "NOT_FOUND", "", "is neither in the file nor known");
    }
    AddRow(violations, number, own, kColumnOfField);
    ids.Check(violations, number, LastId(organisation.name()));
    names.Check(violations, number, organisation.display_name());
    codes.Check(violations, number, organisation.uscc());
  }
  return violations.Check();
}

}  // namespace redpeak::identity
