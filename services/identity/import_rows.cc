#include "services/identity/import_rows.h"

#include "services/base/text.h"

namespace redpeak::identity {

std::string CellText(const CsvTable& table, const CsvRow& row, std::string_view column) {
  return Trim(Nfc(table.Cell(row, column)));
}

std::string RowField(size_t number, const std::string& column) {
  return "rows[" + std::to_string(number) + "]." + column;
}

void AddRow(Violations& all, size_t number, const Violations& row,
            const std::map<std::string, std::string>& column_of_field) {
  const auto checked = row.Check();
  if (checked) return;
  for (const auto& violation : checked.error().violations) {
    const auto column = column_of_field.find(violation.field);
    all.Add(RowField(number, column == column_of_field.end() ? violation.field : column->second),
            violation.rule, violation.limit, violation.description);
  }
}

void Seen::AddExisting(const std::string& value) {
  if (!value.empty()) rows_.emplace(value, kOutsideTheFile);
}

void Seen::Check(Violations& violations, size_t number, const std::string& value) {
  if (value.empty()) return;
  const auto [first, added] = rows_.emplace(value, number);
  if (added) return;
  if (first->second == kOutsideTheFile) {
    violations.Add(RowField(number, column_), "ALREADY_EXISTS", "", "exists already");
  } else {
    const auto row = std::to_string(first->second);
    violations.Add(RowField(number, column_), "REPEATED", row, "is the same as in row " + row);
  }
}

}  // namespace redpeak::identity
