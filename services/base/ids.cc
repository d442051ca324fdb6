#include "services/base/ids.h"

#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace redpeak {

std::string IdSource::NewId(Instant now) {
  static constexpr char kAlphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
  std::array<unsigned char, 16> noise{};
  if (RAND_bytes(noise.data(), static_cast<int>(noise.size())) != 1) {
    throw std::runtime_error("no random bytes");
  }
  std::string id(26, '0');
  auto millis = static_cast<uint64_t>(ToMicros(now) / 1000);
  for (size_t i = 10; i-- > 0; millis /= 32) id[i] = kAlphabet[millis % 32];
  for (size_t i = 0; i < noise.size(); ++i) id[10 + i] = kAlphabet[noise[i] % 32];
  return id;
}

}  // namespace redpeak
