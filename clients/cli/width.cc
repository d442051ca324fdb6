#include "clients/cli/width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>

namespace redpeak::cli {
namespace {

constexpr UChar32 kMalformed = 0xFFFD;
constexpr int32_t kMarks = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;

int WidthOf(UChar32 character) {
  if ((U_GET_GC_MASK(character) & kMarks) != 0) return 0;
  const auto wide = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

// Calls `take(character, bytes)` for each; a malformed byte is U+FFFD.
template <typename Take>
void ForEachCharacter(std::string_view text, Take take) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  for (size_t at = 0; at < text.size();) {
    const auto begin = at;
    UChar32 character = 0;
    U8_NEXT(bytes, at, text.size(), character);
    take(character < 0 ? kMalformed : character, text.substr(begin, at - begin));
  }
}

std::string Printable(std::string_view text) {
  std::string printable;
  ForEachCharacter(text, [&](UChar32 character, std::string_view bytes) {
    if (character == '\t')
      printable += ' ';
    else if (character == '\n' || u_charType(character) != U_CONTROL_CHAR)
      printable += bytes;
  });
  return printable;
}

// The pieces between the places where a line may be broken. A piece ends with its spaces.
std::vector<std::string_view> Pieces(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<int64_t>(text.size()), &status);
  if (U_FAILURE(status)) return {text};
  breaks->setText(&source, status);
  std::vector<std::string_view> pieces;
  for (int32_t begin = 0, end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    pieces.push_back(text.substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin)));
  }
  utext_close(&source);
  return pieces;
}

std::string_view WithoutSpacesAfter(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \n") + 1);
}

// Lines of one text that grow until they are full.
class Lines {
 public:
  explicit Lines(int width) : width_(width) {}

  void Add(std::string_view piece) {
    const auto shown = WithoutSpacesAfter(piece);
    if (!line_.empty() && width_ > 0 && Width(line_) + Width(shown) > width_) End();
    if (width_ > 0 && Width(shown) > width_)
      AddByCharacter(shown);
    else
      line_ += piece.substr(0, piece.find('\n'));
    if (piece.ends_with('\n')) End();
  }

  std::vector<std::string> Finish() {
    if (!line_.empty() || lines_.empty()) End();
    return std::move(lines_);
  }

 private:
  void AddByCharacter(std::string_view piece) {
    ForEachCharacter(piece, [this](UChar32 character, std::string_view bytes) {
      if (Width(line_) + WidthOf(character) > width_) End();
      line_ += bytes;
    });
  }
  void End() {
    lines_.emplace_back(WithoutSpacesAfter(line_));
    line_.clear();
  }

  int width_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

int Width(std::string_view line) {
  int width = 0;
  ForEachCharacter(line, [&](UChar32 character, std::string_view) { width += WidthOf(character); });
  return width;
}

std::vector<std::string> Wrap(std::string_view text, int width) {
  const auto printable = Printable(text);
  Lines lines(width);
  for (const auto piece : Pieces(printable)) lines.Add(piece);
  return lines.Finish();
}

std::string PadRight(std::string line, int width) {
  const auto missing = width - Width(line);
  return missing > 0 ? line.append(static_cast<size_t>(missing), ' ') : line;
}

std::string PadLeft(const std::string& line, int width) {
  const auto missing = width - Width(line);
  return missing > 0 ? std::string(static_cast<size_t>(missing), ' ') + line : line;
}

}  // namespace redpeak::cli
