#include "services/gateway/router.h"

#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "services/base/clock.h"
#include "services/base/log.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/security.h"

namespace redpeak::gateway {
namespace {

constexpr std::string_view kApi = "/api";
constexpr std::chrono::milliseconds kTimeoutDefault{30'000};
constexpr std::chrono::milliseconds kTimeoutMax{120'000};

bool IsLocal(const Request& request) {
  const bool forwarded = request.headers.Has("x-forwarded-for") || request.headers.Has("forwarded");
  return !forwarded && (request.client_address.starts_with("ipv4:127.") ||
                        request.client_address == "ipv6:[::1]");
}

Response CrossSite() {
  return ErrorResponse(grpc::Status(grpc::StatusCode::PERMISSION_DENIED,
                                    "this request came from another site's page"));
}

// What a method's answer does to the session's cookie.
Response AnswerOf(const ConnectCall& call, const Request& request, bool by_cookie,
                  const grpc::Status& status, std::string message) {
  std::string cookie;
  if (!status.ok()) {
    auto response = ErrorResponse(status);
    const bool over = status.error_code() == grpc::StatusCode::UNAUTHENTICATED;
    if (by_cookie && over) response.headers.Add("Set-Cookie", ExpiredCookie());
    return response;
  }
  const auto& method = *call.method;
  if (method.session_token != nullptr && WantsCookie(request)) {
    message = MoveTokenToCookie(method, message, cookie);
  }
  if (method.ends_session && by_cookie) cookie = ExpiredCookie();
  auto response = AnswerCall(call, std::move(message));
  if (!cookie.empty()) response.headers.Add("Set-Cookie", cookie);
  return response;
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

Router::Router(const std::vector<std::string>& services, std::string web_root, std::string web_url,
               Backend& backend, Metrics& metrics, IdSource& ids)
    : methods_(services),
      web_url_(std::move(web_url)),
      pages_(std::move(web_root)),
      backend_(backend),
      metrics_(metrics),
      ids_(ids) {}

Intake Router::IntakeOf(const Request&) { return {.body_max = kCallBytesMax, .streamed = false}; }

void Router::Handle(std::shared_ptr<Exchange> exchange) {
  auto& request = exchange->request;
  request.id = ids_.NewId(SystemClock().Now());
  request.reads = request.method == "GET" || request.method == "HEAD";
  try {
    Route(exchange);
  } catch (const std::exception& e) {
    Log(LogLevel::kError, e.what(), {{"trace", exchange->request.id}});
    Answer(*exchange, Response::Text(500, "internal error"));
  }
}

void Router::Route(const std::shared_ptr<Exchange>& exchange) {
  const auto& request = exchange->request;
  const std::string_view path = request.path;
  if (path.starts_with("/api/")) return CallMethod(exchange, path.substr(kApi.size()));
  if (path == "/healthz") return Answer(*exchange, Response::Text(200, "ok"));
  if (path == "/metrics") return Answer(*exchange, MetricsPage(request));
  Answer(*exchange, pages_.Serve(request));
}

Response Router::MetricsPage(const Request& request) const {
  if (!IsLocal(request)) return Response::Text(403, "metrics are for this machine only");
  auto response =
      Response::Text(200, prometheus::TextSerializer().Serialize(metrics_.registry()->Collect()));
  return response;
}

void Router::CallMethod(const std::shared_ptr<Exchange>& exchange, std::string_view path) {
  const auto& request = exchange->request;
  const auto* method = methods_.Find(path);
  const bool unary = method != nullptr && !method->descriptor->client_streaming() &&
                     !method->descriptor->server_streaming();
  if (!unary) return Answer(*exchange, NoSuchMethod(path));
  exchange->request.reads = method->safe;
  Credentials credentials;
  if (!ReadCredentials(request, web_url_, credentials)) return Answer(*exchange, CrossSite());
  Response refusal;
  auto call = ReadCall(*method, request, refusal);
  if (!call) return Answer(*exchange, std::move(refusal));
  const CallContext context{credentials.authorization, request.client_address, request.id,
                            std::min(call->timeout.value_or(kTimeoutDefault), kTimeoutMax)};
  const auto message = std::move(call->message);
  exchange->on_cancel = backend_.Call(
      *method, context, message,
      [exchange, call = std::move(*call), by_cookie = credentials.by_cookie](
          const grpc::Status& status, std::string answer) {
        Answer(*exchange, AnswerOf(call, exchange->request, by_cookie, status, std::move(answer)));
      });
}

}  // namespace redpeak::gateway
