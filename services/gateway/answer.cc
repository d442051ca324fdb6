#include "services/gateway/answer.h"

#include "services/base/log.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/security.h"
#include "services/gateway/session.h"

namespace redpeak::gateway {
namespace {

Response CrossSite() {
  return ErrorResponse(grpc::Status(grpc::StatusCode::PERMISSION_DENIED,
                                    "this request came from another site's page"));
}

}  // namespace

// Reads that went well are for debugging; everything else is on record.
void Answer(Exchange& exchange, Response response) {
  const auto& request = exchange.request;
  AddSecurityHeaders(request, response);
  const auto level = request.reads && response.status < 400 ? LogLevel::kDebug : LogLevel::kInfo;
  Log(level, "request",
      {{"trace", request.id},
       {"client", request.client_address},
       {"method", request.method},
       {"path", request.path},
       {"status", std::to_string(response.status)}});
  exchange.Answer(std::move(response));
}

bool ReadContext(Exchange& exchange, const std::string& web_url, CallContext& context,
                 bool& by_cookie) {
  const auto& request = exchange.request;
  Credentials credentials;
  if (!ReadCredentials(request, web_url, credentials)) {
    Answer(exchange, CrossSite());
    return false;
  }
  context.authorization = credentials.authorization;
  context.client_address = request.client_address;
  context.trace = request.id;
  by_cookie = credentials.by_cookie;
  return true;
}

}  // namespace redpeak::gateway
