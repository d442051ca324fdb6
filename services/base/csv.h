#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "services/base/status.h"

// Tables as spreadsheets save them: RFC 4180 in UTF-8, with or without a byte order mark, its rows
// ended by CR LF, LF or CR. White space is kept. Blank rows are passed over.
namespace redpeak {

struct CsvLimits {
  std::size_t rows_max = 100'000;  // without the header
  std::size_t columns_max = 200;
  std::size_t cell_bytes_max = 65'536;
};

struct CsvRow {
  std::size_t number;  // as a spreadsheet numbers it: the header's is 1, blank rows count
  std::vector<std::string> cells;  // one a column
};

struct CsvTable {
  std::vector<std::string> columns;
  std::vector<CsvRow> rows;

  // The row's cell in that column, or "" where the table has no such column.
  std::string_view Cell(const CsvRow& row, std::string_view column) const;
};

// The table, whose first row names the columns, in any order and with others beside the required.
// Errors: CSV_NOT_UTF8, CSV_MALFORMED, CSV_TOO_LARGE, CSV_COLUMN_REPEATED, CSV_COLUMN_MISSING,
// CSV_ROW_RAGGED (more or fewer cells than columns).
Result<CsvTable> ReadCsv(std::string_view text, const std::vector<std::string>& required,
                         const CsvLimits& limits = {});

// All are INVALID_ARGUMENT; metadata: row (a number as above) and column (a name), where there is
// one.
Failure CsvNotUtf8();
Failure CsvMalformed(std::size_t row, const std::string& column);
Failure CsvTooLarge(std::size_t row, const std::string& column);
Failure CsvColumnRepeated(const std::string& column);
Failure CsvColumnMissing(const std::string& column);
Failure CsvRowRagged(std::size_t row);

}  // namespace redpeak
