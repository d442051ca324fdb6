#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "services/base/status.h"

// Passwords, kept as Argon2id hashes. A hash takes 19 MiB; two are worked on at once, others wait.
namespace redpeak {

constexpr std::size_t kPasswordCodePointsMin = 10;
constexpr std::size_t kPasswordCodePointsMax = 128;

// "$argon2id$v=19$m=19456,t=2,p=1$salt$hash", OWASP's first choice of parameters, with a fresh
// salt. The password's bytes are hashed as they are: give the NFC form, here and to VerifyPassword.
// Throws std::runtime_error where no memory is left.
std::string HashPassword(std::string_view password);

// Whether the password is the one that was hashed; false for text that is no Argon2id hash.
bool VerifyPassword(std::string_view encoded, std::string_view password);

// Whether the hash was made with other parameters than today's: hash anew at the next sign-in.
bool NeedsRehash(std::string_view encoded);

// PASSWORD_TOO_WEAK unless the password is UTF-8 of 10 to 128 code points, is not one of those that
// are tried first (in any letter case), and is not one short piece (up to 4 bytes) over and over.
Result<void> CheckPasswordStrength(std::string_view password);

// INVALID_ARGUMENT, PASSWORD_TOO_WEAK; rule, which is in the metadata: LENGTH, COMMON or
// REPETITIVE.
Failure PasswordTooWeak(const std::string& rule);

}  // namespace redpeak
