#include "services/gateway/ranges.h"

#include <charconv>

namespace redpeak::gateway {
namespace {

constexpr std::string_view kUnit = "bytes";

// Takes a number of at most 15 digits off the text. False: there is none.
bool TakeNumber(std::string_view& text, int64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto digits = static_cast<size_t>(end - text.data());
  if (error != std::errc() || number < 0 || digits > 15) return false;
  text.remove_prefix(digits);
  return true;
}

bool Take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

}  // namespace

std::optional<ByteRange> ReadRange(std::string_view field) {
  ByteRange range;
  if (!Take(field, kUnit) || !Take(field, "=") || !TakeNumber(field, range.first)) return {};
  if (!Take(field, "-")) return {};
  if (field.empty()) return range;
  int64_t last = 0;
  if (!TakeNumber(field, last) || !field.empty() || last < range.first) return {};
  range.last = last;
  return range;
}

std::optional<ContentRange> ReadContentRange(std::string_view field) {
  ContentRange range;
  const bool read = Take(field, kUnit) && Take(field, " ") && TakeNumber(field, range.first) &&
                    Take(field, "-") && TakeNumber(field, range.last) && Take(field, "/") &&
                    TakeNumber(field, range.whole) && field.empty();
  if (!read || range.last < range.first || range.last >= range.whole) return std::nullopt;
  return range;
}

}  // namespace redpeak::gateway
