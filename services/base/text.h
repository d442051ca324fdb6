#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Unicode text in UTF-8, by ICU. Every text that a person wrote passes IsValidUtf8 and Nfc on its
// way in; the other functions expect that, and treat a malformed byte as U+FFFD.
namespace redpeak {

bool IsValidUtf8(std::string_view text);

// The text in normalisation form C, without what cannot be seen but changes what is: control
// characters except line feed and tab are dropped (so CR LF becomes LF, and NUL, which PostgreSQL
// cannot hold, goes), as are the marks that turn the direction of writing. A malformed byte becomes
// U+FFFD.
std::string Nfc(std::string_view text);

// The text without white space at its ends; Unicode's, so U+3000 and U+00A0 too.
std::string Trim(std::string_view text);

// How many characters people would be told of: a limit of 3,000 characters counts these, not bytes.
std::size_t CodePoints(std::string_view text);

// What to compare when searching: NFKC case folding makes full-width ASCII narrow and letters
// small, and drops what has no width. Not for display.
std::string Fold(std::string_view text);

}  // namespace redpeak
