#pragma once

#include <string>
#include <string_view>
#include <vector>

// Text as a terminal shows it: a Chinese character takes two columns, a combining mark none.
namespace redpeak::cli {

// The columns that a line of UTF-8 takes.
int Width(std::string_view line);

// The text cut into lines of at most `width` columns (0: no limit), at line feeds and where
// Unicode's rules allow a break (UAX 14); what is longer than a line without one is cut where the
// line ends. What a terminal would obey instead of showing (escape sequences) is left out.
std::vector<std::string> Wrap(std::string_view text, int width);

// The line with spaces after it (or before it) until it is `width` wide.
std::string PadRight(std::string line, int width);
std::string PadLeft(const std::string& line, int width);

}  // namespace redpeak::cli
