#pragma once

#include <cstdint>
#include <string>

#include "services/gateway/http.h"

namespace redpeak::gateway {

// The reason phrase of a status, e.g. "Not Found"; "Status" for one that is not used here.
std::string_view ReasonPhrase(int status);

// Everything of an answer before its body. Header values lose what could end a line.
std::string ResponseHead(const Response& response, int64_t body_bytes, bool keep_alive);

}  // namespace redpeak::gateway
