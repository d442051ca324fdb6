#pragma once

#include <string>

#include "services/base/status.h"

namespace redpeak::server {

// What must never be in the repository, in a log or in an answer. 32 bytes each.
struct Secrets {
  std::string peer_key;     // what services prove themselves to one another with
  std::string sealing_key;  // AES-256-GCM of identity numbers
  std::string lookup_key;   // HMAC by which identity numbers are found
};

// New random ones.
Secrets MakeSecrets();

// Reads a file of lines "name = hex". FAILED_PRECONDITION INTERNAL where it is missing something,
// or where others than its owner may read it.
Result<Secrets> ReadSecrets(const std::string& path);

// What ReadSecrets reads.
std::string FormatSecrets(const Secrets& secrets);

}  // namespace redpeak::server
