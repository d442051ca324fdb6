#include "services/base/check_digits.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>

namespace redpeak {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kUsccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::string_view kRorAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

bool HasOnly(std::string_view text, std::string_view alphabet) {
  return text.find_first_not_of(alphabet) == std::string_view::npos;
}

// The number that a text of decimal digits spells.
int Number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = 10 * number + (digit - '0');
  return number;
}

// The character that ISO 7064 MOD 11-2 puts after these digits.
char CheckMod11(std::string_view digits) {
  int sum = 0;
  for (const char digit : digits) sum = (sum + (digit - '0')) * 2 % 11;
  const int check = (12 - sum) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

// Whether all but the last are digits, and the last their check character.
bool PassesMod11(std::string_view text) {
  const std::string_view digits = text.substr(0, text.size() - 1);
  return HasOnly(digits, kDigits) && text.back() == CheckMod11(digits);
}

// Whether the calendar has this day, given as YYYYMMDD.
bool IsBirthday(std::string_view digits) {
  const std::chrono::year year{Number(digits.substr(0, 4))};
  const std::chrono::month month{static_cast<unsigned>(Number(digits.substr(4, 2)))};
  const std::chrono::day day{static_cast<unsigned>(Number(digits.substr(6, 2)))};
  return year >= std::chrono::year{1800} && year < std::chrono::year{2100} &&
         (year / month / day).ok();
}

}  // namespace

bool IsUscc(std::string_view code) {
  if (code.size() != 18 || !HasOnly(code, kUsccAlphabet)) return false;
  if (!HasOnly(code.substr(2, 6), kDigits)) return false;
  std::size_t sum = 0;
  std::size_t weight = 1;  // 3 to the power of the place, modulo 31
  for (const char character : code.substr(0, 17)) {
    sum += kUsccAlphabet.find(character) * weight;
    weight = weight * 3 % 31;
  }
  return code.back() == kUsccAlphabet[(31 - sum % 31) % 31];
}

bool IsOrcid(std::string_view id) {
  if (id.size() != 19 || id[4] != '-' || id[9] != '-' || id[14] != '-') return false;
  std::string plain(id);
  std::erase(plain, '-');
  return plain.size() == 16 && PassesMod11(plain);
}

bool IsResidentId(std::string_view number) {
  return number.size() == 18 && PassesMod11(number) && IsBirthday(number.substr(6, 8));
}

bool IsRor(std::string_view id) {
  if (id.size() != 9 || id[0] != '0') return false;
  const std::string_view body = id.substr(1, 6);
  const std::string_view check = id.substr(7);
  if (!HasOnly(body, kRorAlphabet) || !HasOnly(check, kDigits)) return false;
  std::size_t number = 0;
  for (const char character : body) number = 32 * number + kRorAlphabet.find(character);
  return static_cast<std::size_t>(Number(check)) == 98 - number * 100 % 97;
}

}  // namespace redpeak
