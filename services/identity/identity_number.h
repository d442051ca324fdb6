#pragma once

#include <string>

namespace redpeak::identity {

// Keys of 32 bytes each, which never leave the process.
struct IdentityKeys {
  std::string sealing;  // AES-256-GCM
  std::string lookup;   // HMAC-SHA-256
};

// A resident identity number as it is stored; both empty where there is none.
struct SealedNumber {
  std::string sealed;  // bound to the person, so that it cannot be moved to another
  std::string hash;    // the same for the same number
};

// `person` is people/{person}.
SealedNumber SealNumber(const IdentityKeys& keys, const std::string& person,
                        const std::string& number);

// The number; empty if there is none, or if it was not sealed for this person with this key.
std::string OpenNumber(const IdentityKeys& keys, const std::string& person,
                       const std::string& sealed);

}  // namespace redpeak::identity
