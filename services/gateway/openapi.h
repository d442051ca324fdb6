#pragma once

#include <string>

#include "services/gateway/methods.h"

namespace redpeak::gateway {

// The description of everything that the gateway offers, in OpenAPI 3.1, made from the descriptors.
std::string OpenApi(const Methods& methods);

}  // namespace redpeak::gateway
