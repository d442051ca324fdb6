#include "services/identity/identity_number.h"

#include "services/base/crypto.h"

namespace redpeak::identity {
namespace {

std::string Place(const std::string& person) { return person + "/identity_number"; }

}  // namespace

SealedNumber SealNumber(const IdentityKeys& keys, const std::string& person,
                        const std::string& number) {
  if (number.empty()) return {};
  return {Seal(keys.sealing, number, Place(person)), HmacSha256(keys.lookup, number)};
}

std::string OpenNumber(const IdentityKeys& keys, const std::string& person,
                       const std::string& sealed) {
  if (sealed.empty()) return {};
  return Open(keys.sealing, sealed, Place(person)).value_or("");
}

}  // namespace redpeak::identity
