#include "services/base/crypto.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <climits>
#include <cstdint>
#include <stdexcept>

namespace redpeak {
namespace {

constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void Require(bool good, const char* what) {
  if (!good) throw std::runtime_error(std::string("crypto: ") + what);
}

unsigned char* Bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

const unsigned char* Bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

int Length(std::string_view text) {
  Require(text.size() <= INT_MAX, "text too long");
  return static_cast<int>(text.size());
}

EVP_MD_CTX* AsDigest(void* context) { return static_cast<EVP_MD_CTX*>(context); }

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

Cipher NewCipher(std::string_view key, std::string_view nonce, bool sealing) {
  Require(key.size() == kSealKeyBytes, "a sealing key has 32 bytes");
  Cipher cipher(EVP_CIPHER_CTX_new());
  Require(cipher != nullptr && EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr,
                                                 Bytes(key), Bytes(nonce), sealing ? 1 : 0) == 1,
          "cipher");
  return cipher;
}

// Runs associated text and text through the cipher; out must have text's size.
void Transform(const Cipher& cipher, std::string_view associated, std::string_view text,
               unsigned char* out) {
  int written = 0;
  Require(
      EVP_CipherUpdate(cipher.get(), nullptr, &written, Bytes(associated), Length(associated)) == 1,
      "associated text");
  Require(EVP_CipherUpdate(cipher.get(), out, &written, Bytes(text), Length(text)) == 1, "text");
}

// The value of one digit, or npos.
std::size_t HexValue(char digit) {
  const bool upper = digit >= 'A' && digit <= 'F';
  return kHexDigits.find(upper ? static_cast<char>(digit - 'A' + 'a') : digit);
}

}  // namespace

std::string Sha256(std::string_view data) {
  Sha256Stream stream;
  stream.Update(data);
  return stream.Finish();
}

void Sha256Stream::Free::operator()(void* context) const { EVP_MD_CTX_free(AsDigest(context)); }

Sha256Stream::Sha256Stream() : context_(EVP_MD_CTX_new()) {
  Require(context_ != nullptr &&
              EVP_DigestInit_ex(AsDigest(context_.get()), EVP_sha256(), nullptr) == 1,
          "digest");
}

void Sha256Stream::Update(std::string_view piece) {
  Require(EVP_DigestUpdate(AsDigest(context_.get()), piece.data(), piece.size()) == 1, "digest");
}

std::string Sha256Stream::Finish() {
  std::string digest(kSha256Bytes, '\0');
  Require(EVP_DigestFinal_ex(AsDigest(context_.get()), Bytes(digest), nullptr) == 1 &&
              EVP_DigestInit_ex(AsDigest(context_.get()), EVP_sha256(), nullptr) == 1,
          "digest");
  return digest;
}

std::string HmacSha256(std::string_view key, std::string_view data) {
  std::string digest(kSha256Bytes, '\0');
  std::size_t size = 0;
  // OpenSSL reads a null key as "no key given", which an empty view may hold.
  const std::string_view given = key.empty() ? std::string_view("") : key;
  Require(EVP_Q_mac(nullptr, OSSL_MAC_NAME_HMAC, nullptr, OSSL_DIGEST_NAME_SHA2_256, nullptr,
                    Bytes(given), given.size(), Bytes(data), data.size(), Bytes(digest),
                    digest.size(), &size) != nullptr,
          "hmac");
  return digest;
}

std::string RandomBytes(std::size_t count) {
  std::string bytes(count, '\0');
  Require(RAND_bytes(Bytes(bytes), Length(bytes)) == 1, "random bytes");
  return bytes;
}

bool Equal(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string Hex(std::string_view bytes) {
  std::string hex;
  hex.reserve(2 * bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kHexDigits[byte >> 4U];
    hex += kHexDigits[byte & 15U];
  }
  return hex;
}

std::optional<std::string> FromHex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const std::size_t high = HexValue(hex[i]);
    const std::size_t low = HexValue(hex[i + 1]);
    if (high > 15 || low > 15) return std::nullopt;
    bytes += static_cast<char>(high << 4U | low);
  }
  return bytes;
}

std::string ToBase64Url(std::string_view bytes) {
  std::string text;
  text.reserve((4 * bytes.size() + 2) / 3);
  std::uint32_t window = 0;
  unsigned held = 0;  // bits in the window that are not written yet
  for (const char c : bytes) {
    window = window << 8U | static_cast<unsigned char>(c);
    for (held += 8; held >= 6; held -= 6) text += kBase64Digits[window >> (held - 6) & 63U];
  }
  if (held > 0) text += kBase64Digits[window << (6 - held) & 63U];
  return text;
}

std::optional<std::string> FromBase64Url(std::string_view text) {
  std::string bytes;
  bytes.reserve(3 * text.size() / 4);
  std::uint32_t window = 0;
  unsigned held = 0;
  for (const char c : text) {
    const std::size_t digit = kBase64Digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    window = window << 6U | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(window >> held & 255U);
  }
  const std::uint32_t unused = window & ((1U << held) - 1);
  if (held == 6 || unused != 0) return std::nullopt;
  return bytes;
}

std::string Seal(std::string_view key, std::string_view plaintext, std::string_view associated) {
  std::string sealed = RandomBytes(kNonceBytes);
  const Cipher cipher = NewCipher(key, sealed, /*sealing=*/true);
  sealed.resize(kNonceBytes + plaintext.size() + kTagBytes);
  Transform(cipher, associated, plaintext, Bytes(sealed) + kNonceBytes);
  unsigned char* tag = Bytes(sealed) + kNonceBytes + plaintext.size();
  int written = 0;
  Require(EVP_CipherFinal_ex(cipher.get(), tag, &written) == 1 &&
              EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, tag) == 1,
          "seal");
  return sealed;
}

std::optional<std::string> Open(std::string_view key, std::string_view sealed,
                                std::string_view associated) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const Cipher cipher = NewCipher(key, sealed.substr(0, kNonceBytes), /*sealing=*/false);
  std::string tag(sealed.substr(sealed.size() - kTagBytes));
  std::string plaintext(sealed.size() - kNonceBytes - kTagBytes, '\0');
  Transform(cipher, associated, sealed.substr(kNonceBytes, plaintext.size()), Bytes(plaintext));
  Require(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag.data()) == 1,
          "tag");
  std::array<unsigned char, kTagBytes> rest{};
  int written = 0;
  if (EVP_CipherFinal_ex(cipher.get(), rest.data(), &written) != 1) return std::nullopt;
  return plaintext;
}

}  // namespace redpeak
