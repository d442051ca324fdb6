#include "services/base/password.h"

#include <argon2.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <semaphore>
#include <stdexcept>

#include "services/base/crypto.h"
#include "services/base/text.h"

namespace redpeak {
namespace {

// OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
constexpr std::uint32_t kMemoryKib = 19456;
constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kLanes = 1;
constexpr std::string_view kPrefix = "$argon2id$v=19$m=19456,t=2,p=1$";
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr int kAtOnceMax = 2;
constexpr int kKeptBlockBytesMax = 1 << 20;
constexpr std::size_t kPieceBytesMax = 4;

// Of 10 characters or more, since shorter ones fall to the length; folded.
constexpr std::array<std::string_view, 54> kCommon = {
    "0123456789",  "012345678910", "0987654321",    "1029384756",   "11223344556",  "1122334455",
    "1234567890",  "12345678900",  "12345678910",   "123456789a",   "123456789abc", "1234567891",
    "1234567899",  "1234qwerasdf", "123qweasdzxc",  "1357924680",   "147258369a",   "1472583690",
    "1q2w3e4r5t",  "1q2w3e4r5t6y", "1qaz2wsx3edc",  "3141592653",   "5201314520",   "9876543210",
    "a123456789",  "a1b2c3d4e5",   "aa123456789",   "abc123456789", "abcdefghij",   "abcd123456",
    "admin12345",  "admin123456",  "administrator", "asd123456789", "asdfghjkl1",   "changeme123",
    "iloveyou123", "letmein123",   "p@ssw0rd123",   "passw0rd123",  "password01",   "password12",
    "password123", "password1234", "q1w2e3r4t5",    "qazwsxedcrfv", "qq123456789",  "qwer123456",
    "qwerty12345", "qwerty123456", "qwertyuiop",    "welcome123",   "woaini1314",   "woaini1314520",
};

// Holds one of the places in which memory may be filled.
class Place {
 public:
  Place() {
    // Else glibc learns from the first 19 MiB freed to keep such blocks, one for each thread that
    // hashed.
    static const int fixed_threshold = mallopt(M_MMAP_THRESHOLD, kKeptBlockBytesMax);
    static_cast<void>(fixed_threshold);
    places.acquire();
  }
  ~Place() { places.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  static inline std::counting_semaphore<kAtOnceMax> places{kAtOnceMax};
};

bool IsRepetitive(std::string_view text) {
  for (std::size_t piece = 1; piece <= std::min(kPieceBytesMax, text.size()); ++piece) {
    if (text.substr(piece) == text.substr(0, text.size() - piece)) return true;
  }
  return false;
}

}  // namespace

std::string HashPassword(std::string_view password) {
  const Place place;
  const std::string salt = RandomBytes(kSaltBytes);
  std::string encoded(
      argon2_encodedlen(kPasses, kMemoryKib, kLanes, kSaltBytes, kHashBytes, Argon2_id), '\0');
  const int failure =
      argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, password.data(), password.size(),
                            salt.data(), salt.size(), kHashBytes, encoded.data(), encoded.size());
  if (failure != ARGON2_OK) throw std::runtime_error(argon2_error_message(failure));
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool VerifyPassword(std::string_view encoded, std::string_view password) {
  const Place place;
  return argon2id_verify(std::string(encoded).c_str(), password.data(), password.size()) ==
         ARGON2_OK;
}

bool NeedsRehash(std::string_view encoded) { return !encoded.starts_with(kPrefix); }

Result<void> CheckPasswordStrength(std::string_view password) {
  const std::size_t length = CodePoints(password);
  if (!IsValidUtf8(password) || length < kPasswordCodePointsMin ||
      length > kPasswordCodePointsMax) {
    return PasswordTooWeak("LENGTH");
  }
  if (std::ranges::find(kCommon, Fold(password)) != kCommon.end()) return PasswordTooWeak("COMMON");
  if (IsRepetitive(password)) return PasswordTooWeak("REPETITIVE");
  return {};
}

Failure PasswordTooWeak(const std::string& rule) {
  return Failure(Error{.code = Code::kInvalidArgument,
                       .reason = "PASSWORD_TOO_WEAK",
                       .message =
                           "The password needs 10 to 128 characters, and must be neither a common "
                           "one nor a repetition.",
                       .metadata = {{"rule", rule}}});
}

}  // namespace redpeak
