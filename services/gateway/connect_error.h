#pragma once

#include <grpcpp/support/status.h>

#include "services/base/status.h"
#include "services/gateway/http.h"

namespace redpeak::gateway {

// Connect's name of a gRPC code, e.g. "not_found", and the HTTP status that goes with it.
std::string_view ConnectCode(int code);
int HttpStatus(int code);

// A failure as Connect's error JSON, its details (ErrorInfo, BadRequest) with it.
Response ErrorResponse(const grpc::Status& status);
Response ErrorResponse(const Error& error);

}  // namespace redpeak::gateway
