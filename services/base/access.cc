#include "services/base/access.h"

#include "services/base/errors.h"

namespace redpeak {

const options::v1::Access& AccessOf(const google::protobuf::MethodDescriptor& method) {
  return method.options().GetExtension(options::v1::access);
}

bool IsReadOnly(const google::protobuf::MethodDescriptor& method) {
  return method.options().idempotency_level() == google::protobuf::MethodOptions::NO_SIDE_EFFECTS;
}

Result<void> CheckAccess(const options::v1::Access& access, const Caller& caller,
                         std::string_view method) {
  if (caller.is_service()) {
    if (access.services()) return {};
    return RoleMissing(method);
  }
  if (access.anyone()) return {};
  if (!caller.signed_in()) return SignInRequired();
  if (access.signed_in()) return {};
  for (const auto role : access.roles()) {
    if (caller.Has(static_cast<Role>(role))) return {};
  }
  return RoleMissing(method);
}

}  // namespace redpeak
