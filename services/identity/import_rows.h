#pragma once

#include <map>
#include <string>

#include "services/base/csv.h"
#include "services/base/violations.h"

// What imports of any kind of row share.
namespace redpeak::identity {

// The cell's text, normalised, without white space at its ends.
std::string CellText(const CsvTable& table, const CsvRow& row, std::string_view column);

// rows[12].uscc
std::string RowField(size_t number, const std::string& column);

// Adds what `row` gathered of a message's fields, under the columns that they came from.
void AddRow(Violations& all, size_t number, const Violations& row,
            const std::map<std::string, std::string>& column_of_field);

// Notices values that come twice in a column.
class Seen {
 public:
  explicit Seen(std::string column) : column_(std::move(column)) {}

  // A value that exists outside the file already.
  void AddExisting(const std::string& value);
  // Adds a violation if the value is not empty and was there before.
  void Check(Violations& violations, size_t number, const std::string& value);

 private:
  static constexpr size_t kOutsideTheFile = 0;

  std::string column_;
  std::map<std::string, size_t> rows_;  // the row in which each value was first seen
};

}  // namespace redpeak::identity
