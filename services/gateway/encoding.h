#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace redpeak::gateway {

// The text of a percent-encoded one; none for a broken escape or a zero byte. `plus_is_space`: as
// forms write it.
std::optional<std::string> PercentDecode(std::string_view text, bool plus_is_space = false);
// Escapes everything but letters, digits and -._~
std::string PercentEncode(std::string_view text);

// The fields of a query such as a=1&b=%20; the last of a name counts. None if one is broken.
std::optional<std::map<std::string, std::string>> ParseQuery(std::string_view query);

// The value of a cookie in a Cookie field, or empty.
std::string_view CookieOf(std::string_view cookies, std::string_view name);

// RFC 4648, both alphabets, with or without padding.
std::optional<std::string> FromBase64(std::string_view text);
// The usual alphabet without padding, as Connect writes bytes in JSON.
std::string ToBase64(std::string_view bytes);

// Whether a list such as "gzip, br;q=0.5" has an entry with a quality above 0.
bool Accepts(std::string_view list, std::string_view what);

}  // namespace redpeak::gateway
