#include "services/base/csv.h"

#include <csv.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "services/base/text.h"

namespace redpeak {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

Failure Invalid(const char* reason, std::string message,
                std::map<std::string, std::string> metadata) {
  return Failure(Error{.code = Code::kInvalidArgument,
                       .reason = reason,
                       .message = std::move(message),
                       .metadata = std::move(metadata)});
}

std::string Place(std::size_t row, const std::string& column) {
  return "row " + std::to_string(row) + (column.empty() ? "" : ", column " + column);
}

std::map<std::string, std::string> PlaceMetadata(std::size_t row, const std::string& column) {
  std::map<std::string, std::string> metadata = {{"row", std::to_string(row)}};
  if (!column.empty()) metadata["column"] = column;
  return metadata;
}

// What libcsv's two callbacks build. After the first failure they do nothing more.
class Reader {
 public:
  explicit Reader(const CsvLimits& limits) : limits_(limits) {}

  void AddCell(std::string_view cell) {
    if (failure_.has_value()) return;
    if (cell.size() > limits_.cell_bytes_max || cells_.size() == limits_.columns_max) {
      failure_ = CsvTooLarge(row_, Column());
      return;
    }
    cells_.emplace_back(cell);
  }

  // ending is the character that ended the row, or -1 at the end of the text.
  void EndRow(int ending) {
    const bool inside_pair =
        cells_.empty() && ending == '\n' && std::exchange(last_ending_, 0) == '\r';
    if (failure_.has_value() || inside_pair) return;
    last_ending_ = ending;
    if (!cells_.empty()) KeepRow();
    cells_.clear();
    ++row_;
  }

  Result<CsvTable> Take(bool well_formed) {
    if (failure_.has_value()) return *failure_;
    if (!well_formed) return CsvMalformed(row_, Column());
    return std::move(table_);
  }

 private:
  void KeepRow() {
    if (table_.columns.empty()) {
      table_.columns = std::move(cells_);
    } else if (table_.rows.size() == limits_.rows_max) {
      failure_ = CsvTooLarge(row_, "");
    } else if (cells_.size() != table_.columns.size()) {
      failure_ = CsvRowRagged(row_);
    } else {
      table_.rows.push_back({.number = row_, .cells = std::move(cells_)});
    }
  }

  // The name of the column that is being read.
  std::string Column() const {
    return cells_.size() < table_.columns.size() ? table_.columns[cells_.size()] : "";
  }

  const CsvLimits& limits_;
  CsvTable table_;
  std::vector<std::string> cells_;  // of the row that is being read
  std::size_t row_ = 1;
  int last_ending_ = 0;
  std::optional<Failure> failure_;
};

void OnCell(void* cell, std::size_t size, void* reader) {
  static_cast<Reader*>(reader)->AddCell({static_cast<const char*>(cell), size});
}

void OnRow(int ending, void* reader) { static_cast<Reader*>(reader)->EndRow(ending); }

// Whether the text is well formed; what it holds goes to the reader.
bool Parse(std::string_view text, Reader& reader) {
  csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
  csv_set_space_func(&parser, [](unsigned char) { return 0; });
  const bool good =
      csv_parse(&parser, text.data(), text.size(), OnCell, OnRow, &reader) == text.size() &&
      csv_fini(&parser, OnCell, OnRow, &reader) == 0;
  csv_free(&parser);
  return good;
}

Result<CsvTable> CheckColumns(CsvTable table, const std::vector<std::string>& required) {
  std::set<std::string_view> seen;
  for (const std::string& column : table.columns) {
    if (!column.empty() && !seen.insert(column).second) return CsvColumnRepeated(column);
  }
  for (const std::string& column : required) {
    if (!seen.contains(column)) return CsvColumnMissing(column);
  }
  return table;
}

}  // namespace

std::string_view CsvTable::Cell(const CsvRow& row, std::string_view column) const {
  const auto found = std::ranges::find(columns, column);
  return found == columns.end() ? std::string_view()
                                : row.cells[static_cast<std::size_t>(found - columns.begin())];
}

Result<CsvTable> ReadCsv(std::string_view text, const std::vector<std::string>& required,
                         const CsvLimits& limits) {
  if (!IsValidUtf8(text)) return CsvNotUtf8();
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Reader reader(limits);
  const bool well_formed = Parse(text, reader);
  Result<CsvTable> table = reader.Take(well_formed);
  if (!table.has_value()) return table;
  return CheckColumns(*std::move(table), required);
}

Failure CsvNotUtf8() {
  return Invalid("CSV_NOT_UTF8", "The table is not UTF-8; save it as \"CSV UTF-8\".", {});
}

Failure CsvMalformed(std::size_t row, const std::string& column) {
  return Invalid("CSV_MALFORMED", "A quote is misplaced or missing in " + Place(row, column) + ".",
                 PlaceMetadata(row, column));
}

Failure CsvTooLarge(std::size_t row, const std::string& column) {
  return Invalid("CSV_TOO_LARGE",
                 "The table has more rows or columns, or a longer cell, than is allowed: " +
                     Place(row, column) + ".",
                 PlaceMetadata(row, column));
}

Failure CsvColumnRepeated(const std::string& column) {
  return Invalid("CSV_COLUMN_REPEATED", "Two columns are named " + column + ".",
                 PlaceMetadata(1, column));
}

Failure CsvColumnMissing(const std::string& column) {
  return Invalid("CSV_COLUMN_MISSING", "The table has no column " + column + ".",
                 PlaceMetadata(1, column));
}

Failure CsvRowRagged(std::size_t row) {
  return Invalid(
      "CSV_ROW_RAGGED",
      "The row has more or fewer cells than the table has columns: " + Place(row, "") + ".",
      PlaceMetadata(row, ""));
}

}  // namespace redpeak
