#include "services/gateway/sheet_file.h"

#include <fcntl.h>
#include <unicode/timezone.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <stdexcept>
#include <utility>

#include "services/base/errors.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/encoding.h"

namespace redpeak::gateway {
namespace {

constexpr size_t kTextMax = 32'000;  // bytes; a cell takes 32,767 characters
constexpr size_t kPieceBytes = 65'536;
constexpr double kColumnWidth = 18;     // characters
constexpr double kDaysTo1970 = 25'569;  // from the day that sheets count from
constexpr int64_t kMillisADay = 86'400'000;

constexpr char kType[] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string TemporaryFile() {
  auto path = (std::filesystem::temp_directory_path() / "redpeak-sheet-XXXXXX").string();
  const int file = ::mkstemp(path.data());
  if (file < 0) throw std::runtime_error("no temporary file for a sheet can be made");
  ::close(file);
  return path;
}

// A text that is too long for a cell is cut between characters.
std::string Cut(const std::string& text) {
  if (text.size() <= kTextMax) return text;
  auto end = kTextMax;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

// A file that nobody else can find, read piece by piece.
class FileSource final : public BodySource {
 public:
  explicit FileSource(int file) : file_(file) {}
  ~FileSource() override { ::close(file_); }
  void Next(std::function<void(std::optional<std::string>)> take) override {
    std::string piece(kPieceBytes, '\0');
    const auto count = ::read(file_, piece.data(), piece.size());
    if (count < 0) return take(std::nullopt);
    piece.resize(static_cast<size_t>(count));
    take(std::move(piece));
  }
  void Cancel() override {}

 private:
  const int file_;
};

}  // namespace

struct SheetFile::Book {
  explicit Book(const std::string& zone_name)
      : path(TemporaryFile()),
        zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone_name))) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    workbook = workbook_new_opt(path.c_str(), &options);
    sheet = workbook_add_worksheet(workbook, nullptr);
    bold = workbook_add_format(workbook);
    format_set_bold(bold);
    money = workbook_add_format(workbook);
    format_set_num_format(money, "#,##0.00");
    time = workbook_add_format(workbook);
    format_set_num_format(time, "yyyy-mm-dd hh:mm");
  }
  ~Book() {
    Close();
    ::unlink(path.c_str());
  }
  lxw_error Close() {
    if (workbook == nullptr) return LXW_NO_ERROR;
    return workbook_close(std::exchange(workbook, nullptr));
  }
  // A sheet's times are days, without a zone.
  double DaysOf(Instant instant) const {
    const auto millis = static_cast<double>(ToMicros(instant)) / 1000;
    int32_t offset = 0;
    int32_t summer = 0;
    UErrorCode failed = U_ZERO_ERROR;
    zone->getOffset(millis, false, offset, summer, failed);
    return (millis + offset + summer) / kMillisADay + kDaysTo1970;
  }

  const std::string path;
  const std::unique_ptr<icu::TimeZone> zone;
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;
  lxw_format* money = nullptr;
  lxw_format* time = nullptr;
};

SheetFile::SheetFile(const SheetOrder& order) : book_(std::make_unique<Book>(order.zone)) {
  const auto last = static_cast<lxw_col_t>(order.columns.size() - 1);
  worksheet_set_column(book_->sheet, 0, last, kColumnWidth, nullptr);
  worksheet_freeze_panes(book_->sheet, 1, 0);
  lxw_col_t at = 0;
  for (const auto& column : order.columns) {
    worksheet_write_string(book_->sheet, 0, at++, column.header.c_str(), book_->bold);
  }
}

SheetFile::~SheetFile() = default;

void SheetFile::AddRow(const std::vector<SheetCell>& cells) {
  const auto row = static_cast<lxw_row_t>(++rows_);
  lxw_col_t at = 0;
  for (const auto& cell : cells) {
    const auto column = at++;
    switch (cell.kind) {
      case SheetCell::Kind::kEmpty:
        break;
      case SheetCell::Kind::kText:
        worksheet_write_string(book_->sheet, row, column, Cut(cell.text).c_str(), nullptr);
        break;
      case SheetCell::Kind::kNumber:
        worksheet_write_number(book_->sheet, row, column, cell.number, nullptr);
        break;
      case SheetCell::Kind::kMoney:
        worksheet_write_number(book_->sheet, row, column, cell.number, book_->money);
        break;
      case SheetCell::Kind::kTime:
        worksheet_write_number(book_->sheet, row, column, book_->DaysOf(cell.time), book_->time);
        break;
    }
  }
}

Response SheetFile::Finish(const SheetOrder& order) {
  const auto closed = book_->Close();
  const int file = closed == LXW_NO_ERROR ? ::open(book_->path.c_str(), O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return ErrorResponse(Internal(lxw_strerror(closed)).value());
  Response response;
  response.source = std::make_shared<FileSource>(file);
  response.source_bytes = static_cast<int64_t>(std::filesystem::file_size(book_->path));
  response.headers.Add("Content-Type", kType);
  response.headers.Add("Content-Disposition",
                       "attachment; filename=\"sheet.xlsx\"; filename*=UTF-8''" +
                           PercentEncode(order.file + ".xlsx"));
  response.headers.Add("Cache-Control", "no-store");
  return response;
}

}  // namespace redpeak::gateway
