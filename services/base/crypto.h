#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// OpenSSL, wrapped for what the services need. Byte strings are std::string. A function throws
// std::runtime_error only when OpenSSL itself fails (no memory, no randomness) or a key is too
// short.
namespace redpeak {

constexpr std::size_t kSha256Bytes = 32;
constexpr std::size_t kSealKeyBytes = 32;

// The digest of data: 32 bytes.
std::string Sha256(std::string_view data);

// The digest of data that arrives in pieces, such as an upload.
class Sha256Stream {
 public:
  Sha256Stream();
  void Update(std::string_view piece);
  // The digest, 32 bytes, of everything since the last Finish; the stream then starts anew.
  std::string Finish();

 private:
  struct Free {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, Free> context_;
};

// A keyed digest: 32 bytes, by RFC 2104.
std::string HmacSha256(std::string_view key, std::string_view data);

// Bytes that nobody can guess, fit for keys and tokens.
std::string RandomBytes(std::size_t count);

// Whether a and b are the same, in a time that does not tell where they differ.
bool Equal(std::string_view a, std::string_view b);

// Two lower-case digits a byte. FromHex takes both cases, and nothing else.
std::string Hex(std::string_view bytes);
std::optional<std::string> FromHex(std::string_view hex);

// RFC 4648's alphabet for addresses, without padding. Decoding refuses padding, other characters,
// and the spellings whose unused bits are not zero, so that each byte string has exactly one
// spelling.
std::string ToBase64Url(std::string_view bytes);
std::optional<std::string> FromBase64Url(std::string_view text);

// AES-256-GCM under a key of 32 bytes: nonce (12, random) | ciphertext | tag (16). What is
// associated is not in the result but must be the same on opening, which ties the text to its place
// (a row's id).
std::string Seal(std::string_view key, std::string_view plaintext, std::string_view associated);

// The plaintext, or nothing where key, associated text or any sealed byte is not what it was.
std::optional<std::string> Open(std::string_view key, std::string_view sealed,
                                std::string_view associated);

}  // namespace redpeak
