#pragma once

#include <string>
#include <string_view>

#include "services/gateway/http.h"

namespace redpeak::gateway {

// The Content-Security-Policy of the pages: everything from here, styles by file or with the nonce.
std::string PagePolicy(std::string_view nonce);

// Adds the fields that every answer carries to what it lacks.
void AddSecurityHeaders(const Request& request, Response& response);

}  // namespace redpeak::gateway
