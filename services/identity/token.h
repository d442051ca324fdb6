#pragma once

#include <string>

namespace redpeak::identity {

// A secret that is told once, of a session or a one-time link. Only its digest is stored.
struct Token {
  std::string text;    // 32 random bytes in base64url: 43 characters
  std::string sha256;  // of the text
};

Token NewToken();

}  // namespace redpeak::identity
