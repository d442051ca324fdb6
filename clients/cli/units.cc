#include "clients/cli/units.h"

#include <array>
#include <charconv>
#include <ctime>

namespace redpeak::cli {
namespace {

constexpr int64_t kFenPerWan = 1'000'000;  // 10,000 yuan
constexpr int64_t kFenPerYuan = 100;
constexpr int kWanDecimals = 6;  // a fen is the sixth

std::optional<int64_t> ParseInteger(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Takes a zone off the end of the text: how far it is ahead of UTC in seconds.
std::optional<int64_t> TakeZone(std::string& text) {
  if (text.ends_with('Z')) {
    text.pop_back();
    return 0;
  }
  constexpr size_t kZone = 6;  // +08:00
  if (text.size() < kZone || text[text.size() - 3] != ':') return std::nullopt;
  const auto zone = text.substr(text.size() - kZone);
  if (zone[0] != '+' && zone[0] != '-') return std::nullopt;
  const auto hours = ParseInteger(std::string_view(zone).substr(1, 2));
  const auto minutes = ParseInteger(std::string_view(zone).substr(4, 2));
  if (!hours || !minutes) return std::nullopt;
  text.resize(text.size() - kZone);
  return (zone[0] == '-' ? -60 : 60) * (*hours * 60 + *minutes);
}

// Fen of a decimal number of units, exactly.
std::optional<int64_t> ParseDecimal(std::string_view text, int64_t fen_per_unit) {
  const auto dot = std::min(text.find('.'), text.size());
  const auto whole = ParseInteger(text.substr(0, dot));
  if (!whole || *whole < 0 || *whole > INT64_MAX / fen_per_unit - 1) return std::nullopt;
  auto fen = *whole * fen_per_unit;
  for (auto decimals = text.substr(std::min(dot + 1, text.size())); !decimals.empty();
       decimals.remove_prefix(1)) {
    const auto digit = decimals[0] - '0';
    fen_per_unit = fen_per_unit % 10 == 0 ? fen_per_unit / 10 : 0;
    if (digit < 0 || digit > 9 || (digit > 0 && fen_per_unit == 0)) return std::nullopt;
    fen += digit * fen_per_unit;
  }
  return fen;
}

}  // namespace

std::string FormatTime(int64_t seconds_since_1970) {
  const std::time_t time = seconds_since_1970;
  std::tm local{};
  localtime_r(&time, &local);
  std::array<char, 40> text{};
  const auto size = std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &local);
  return {text.data(), size};
}

std::optional<int64_t> ParseTime(const std::string& text) {
  auto rest = text;
  const auto ahead = TakeZone(rest);
  for (const auto* format :
       {"%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"}) {
    std::tm broken{};
    const auto* end = strptime(rest.c_str(), format, &broken);
    if (end == nullptr || *end != '\0') continue;
    broken.tm_isdst = -1;
    const auto day = broken.tm_mday;
    const auto time = ahead ? timegm(&broken) - *ahead : std::mktime(&broken);
    return broken.tm_mday == day ? std::optional<int64_t>(time) : std::nullopt;  // 30 February
  }
  return std::nullopt;
}

std::optional<int64_t> ParseDuration(std::string_view text) {
  int64_t unit = 1;
  if (text.ends_with('d')) unit = int64_t{24} * 60 * 60;
  if (text.ends_with('h')) unit = int64_t{60} * 60;
  if (text.ends_with('m')) unit = 60;
  if (unit > 1 || text.ends_with('s')) text.remove_suffix(1);
  const auto count = ParseInteger(text);
  if (!count || *count < 0 || *count > INT64_MAX / unit) return std::nullopt;
  return *count * unit;
}

std::string FormatDuration(int64_t seconds) { return std::to_string(seconds) + " s"; }

std::string FormatMoney(int64_t fen) {
  const auto size = fen < 0 ? uint64_t{0} - static_cast<uint64_t>(fen) : static_cast<uint64_t>(fen);
  auto decimals = std::to_string(size % kFenPerWan);
  decimals.insert(0, kWanDecimals - decimals.size(), '0');
  while (decimals.size() > 2 && decimals.ends_with('0')) decimals.pop_back();
  return (fen < 0 ? "-" : "") + std::to_string(size / kFenPerWan) + "." + decimals;
}

std::optional<int64_t> ParseMoney(std::string_view text) {
  for (const std::string_view unit : {"万元", "万", "wan"}) {
    if (text.ends_with(unit))
      return ParseDecimal(text.substr(0, text.size() - unit.size()), kFenPerWan);
  }
  for (const std::string_view unit : {"元", "yuan"}) {
    if (text.ends_with(unit))
      return ParseDecimal(text.substr(0, text.size() - unit.size()), kFenPerYuan);
  }
  return ParseDecimal(text, 1);
}

}  // namespace redpeak::cli
