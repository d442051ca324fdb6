#pragma once

#include <google/protobuf/descriptor.h>
#include <grpcpp/channel.h>

#include <string>
#include <vector>

#include "services/base/status.h"

namespace redpeak::testing {

// Every method of every service that the server offers.
std::vector<const google::protobuf::MethodDescriptor*> AllMethods();

// Calls any method with a serialised request, and returns the serialised answer. A streaming method
// is sent one message, and what it answers is left out.
Result<std::string> CallBytes(grpc::Channel& channel,
                              const google::protobuf::MethodDescriptor& method,
                              const std::string& token, const std::string& request);

}  // namespace redpeak::testing
