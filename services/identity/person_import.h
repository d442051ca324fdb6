#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/status.h"

// People out of a CSV file:
// id,name,gender,born,organisation,title,degree,discipline,orcid,email,phone.
namespace redpeak::identity {

// One row, with its number as a spreadsheet shows it.
struct PersonRow {
  size_t number;
  v1::Person person;
};

// The file's rows. A year of birth that is no number becomes -1. Errors: those of ReadCsv
// (base/csv.h).
Result<std::vector<PersonRow>> ReadPersonRows(std::string_view csv);

// What exists already of what the rows name.
struct KnownOfPeople {
  std::vector<std::string> organisations;  // names of those that exist
  std::vector<std::string> people;         // names that are taken
  std::vector<std::string> orcids;         // that are taken
  std::vector<std::string> logins;         // that are taken
};

// FIELD_INVALID with a violation a wrong cell, e.g. rows[12].orcid: what is wrong in itself, what
// the file has twice, what is taken, and an organisation that is not known. With `invited`,
// everybody needs an address, which is to be the login.
Result<void> CheckPersonRows(const std::vector<PersonRow>& rows, const KnownOfPeople& known,
                             bool invited);

}  // namespace redpeak::identity
