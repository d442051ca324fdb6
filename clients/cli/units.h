#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Times, lengths of time and money as people write them.
namespace redpeak::cli {

// "2022-04-30 18:00:00" in the local time zone (TZ).
std::string FormatTime(int64_t seconds_since_1970);

// Seconds since 1970 of "2022-04-30", "2022-04-30 18:00" or "2022-04-30T18:00:00", in the local
// zone unless "Z" or "+08:00" follows.
std::optional<int64_t> ParseTime(const std::string& text);

// Seconds of "90", "90s", "15m", "2h" or "3d".
std::optional<int64_t> ParseDuration(std::string_view text);
std::string FormatDuration(int64_t seconds);

// "2.00" (万元, 10,000 yuan) of 2,000,000 fen: two decimals, more where the amount has more.
std::string FormatMoney(int64_t fen);

// Fen of "2000000" (fen), "20000元" or "2万元" ("20000yuan", "2wan"). Nothing for fractions of a
// fen.
std::optional<int64_t> ParseMoney(std::string_view text);

}  // namespace redpeak::cli
