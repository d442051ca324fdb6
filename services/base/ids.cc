#include "services/base/ids.h"

#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace redpeak {
namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr size_t kTimeDigits = 10;

// The next id of the same millisecond. There are 2^80 of them, so that it never overflows.
std::string After(std::string id) {
  for (size_t i = id.size(); i-- > kTimeDigits;) {
    const auto digit = kAlphabet.find(id[i]);
    id[i] = kAlphabet[(digit + 1) % kAlphabet.size()];
    if (digit + 1 < kAlphabet.size()) break;
  }
  return id;
}

}  // namespace

std::string IdSource::NewId(Instant now) {
  std::array<unsigned char, 16> noise{};
  if (RAND_bytes(noise.data(), static_cast<int>(noise.size())) != 1) {
    throw std::runtime_error("no random bytes");
  }
  std::string id(26, '0');
  auto millis = static_cast<uint64_t>(ToMicros(now) / 1000);
  for (size_t i = 10; i-- > 0; millis /= 32) id[i] = kAlphabet[millis % 32];
  for (size_t i = 0; i < noise.size(); ++i) id[10 + i] = kAlphabet[noise[i] % 32];
  std::lock_guard lock(mutex_);
  if (last_.compare(0, kTimeDigits, id, 0, kTimeDigits) == 0 && !last_.empty()) id = After(last_);
  last_ = id;
  return id;
}

}  // namespace redpeak
