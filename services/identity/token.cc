#include "services/identity/token.h"

#include "services/base/crypto.h"

namespace redpeak::identity {

Token NewToken() {
  static constexpr size_t kBytes = 32;
  auto text = ToBase64Url(RandomBytes(kBytes));
  auto sha256 = Sha256(text);
  return {std::move(text), std::move(sha256)};
}

}  // namespace redpeak::identity
