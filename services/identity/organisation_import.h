#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/status.h"

// Organisations out of a CSV file: id,name,uscc,region,kind,endorsed_by and, if there is one,
// uscc_exception.
namespace redpeak::identity {

// One row, with its number as a spreadsheet shows it.
struct OrganisationRow {
  size_t number;
  v1::Organisation organisation;
};

// The file's rows. Errors: those of ReadCsv (base/csv.h).
Result<std::vector<OrganisationRow>> ReadOrganisationRows(std::string_view csv);

// FIELD_INVALID with a violation a wrong cell, e.g. rows[12].uscc: what is wrong in itself, what
// the file has twice, what is like an organisation that exists (`alike`), and a recommender that is
// neither in the file nor in `existing`, the names of those that exist.
Result<void> CheckOrganisationRows(const std::vector<OrganisationRow>& rows,
                                   const std::vector<v1::Organisation>& alike,
                                   const std::vector<std::string>& existing);

}  // namespace redpeak::identity
