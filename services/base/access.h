#pragma once

#include <google/protobuf/descriptor.h>

#include "redpeak/options/v1/options.pb.h"
#include "services/base/caller.h"
#include "services/base/status.h"

namespace redpeak {

// The rule that a method declares. A method without one admits nobody.
const options::v1::Access& AccessOf(const google::protobuf::MethodDescriptor& method);

// Whether the method says that it changes nothing.
bool IsReadOnly(const google::protobuf::MethodDescriptor& method);

// OK; UNAUTHENTICATED SIGN_IN_REQUIRED; or PERMISSION_DENIED ROLE_MISSING. Scopes are for handlers.
Result<void> CheckAccess(const options::v1::Access& access, const Caller& caller,
                         std::string_view method);

}  // namespace redpeak
