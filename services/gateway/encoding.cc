#include "services/gateway/encoding.h"

#include <algorithm>

#include "services/base/crypto.h"

namespace redpeak::gateway {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool IsUnreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::string_view TrimSpaces(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Takes what stands before the separator off the text.
std::string_view TakeUntil(std::string_view& text, char separator) {
  const auto at = text.find(separator);
  const auto head = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  return head;
}

}  // namespace

std::optional<std::string> PercentDecode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = HexDigit(text[i + 1]);
      const int low = HexDigit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    if (c == '\0') return std::nullopt;
    decoded += c;
  }
  return decoded;
}

std::string PercentEncode(std::string_view text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (IsUnreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return encoded;
}

std::optional<std::map<std::string, std::string>> ParseQuery(std::string_view query) {
  std::map<std::string, std::string> fields;
  while (!query.empty()) {
    auto value = TakeUntil(query, '&');
    if (value.empty()) continue;
    const auto name = PercentDecode(TakeUntil(value, '='), true);
    auto text = PercentDecode(value, true);
    if (!name || !text) return std::nullopt;
    fields[*name] = std::move(*text);
  }
  return fields;
}

std::string_view CookieOf(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    auto value = TrimSpaces(TakeUntil(cookies, ';'));
    if (TakeUntil(value, '=') == name) return value;
  }
  return {};
}

std::optional<std::string> FromBase64(std::string_view text) {
  std::string plain(text);
  while (plain.ends_with('=')) plain.pop_back();
  std::ranges::replace(plain, '+', '-');
  std::ranges::replace(plain, '/', '_');
  return FromBase64Url(plain);
}

std::string ToBase64(std::string_view bytes) {
  auto text = ToBase64Url(bytes);
  std::ranges::replace(text, '-', '+');
  std::ranges::replace(text, '_', '/');
  return text;
}

bool Accepts(std::string_view list, std::string_view what) {
  while (!list.empty()) {
    auto entry = TrimSpaces(TakeUntil(list, ','));
    if (TrimSpaces(TakeUntil(entry, ';')) != what) continue;
    const auto quality = TrimSpaces(entry);
    return !quality.starts_with("q=0") || quality.find_first_of("123456789") != quality.npos;
  }
  return false;
}

}  // namespace redpeak::gateway
