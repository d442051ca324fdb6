#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

namespace redpeak {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

// Sets the least level that is written. Lines go to standard error, one JSON object each.
void SetLogLevel(LogLevel level);

// Whether lines of this level are written.
bool Logs(LogLevel level);

// Writes a line: {"time":…,"level":…,"message":…, and the fields}. Never give it a password, token,
// identity number or the text of a review.
void Log(LogLevel level, std::string_view message,
         std::initializer_list<std::pair<std::string_view, std::string_view>> fields = {});

}  // namespace redpeak
