#pragma once

#include <chrono>
#include <string>

#include "services/gateway/backend.h"
#include "services/gateway/http.h"

// What answers of every kind share.
namespace redpeak::gateway {

// Completes an answer with what every one carries, writes the access log, and gives it.
void Answer(Exchange& exchange, Response response);

// What goes with a call to the services on behalf of a request. False: it may have come from
// another site's page, and is answered here.
bool ReadContext(Exchange& exchange, const std::string& web_url, CallContext& context,
                 bool& by_cookie);

}  // namespace redpeak::gateway
