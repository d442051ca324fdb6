#include "services/gateway/router.h"

#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "services/base/clock.h"
#include "services/base/crypto.h"
#include "services/base/log.h"
#include "services/gateway/answer.h"
#include "services/gateway/api_docs.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/download.h"
#include "services/gateway/openapi.h"
#include "services/gateway/public_data.h"
#include "services/gateway/security.h"
#include "services/gateway/upload.h"

namespace redpeak::gateway {
namespace {

constexpr std::string_view kApi = "/api";
constexpr std::string_view kApiDocs = "/api-docs/";
constexpr std::chrono::milliseconds kTimeoutDefault{30'000};
constexpr std::chrono::milliseconds kTimeoutMax{120'000};
constexpr std::chrono::milliseconds kProbeTimeout{2'000};

bool IsLocal(const Request& request) {
  const bool forwarded = request.headers.Has("x-forwarded-for") || request.headers.Has("forwarded");
  return !forwarded && (request.client_address.starts_with("ipv4:127.") ||
                        request.client_address == "ipv6:[::1]");
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

// A file of the page that tries calls; "" is the page itself.
Response ApiDocs(std::string_view name) {
  const auto text = ApiDocsFile(name.empty() ? "index.html" : name);
  if (text.empty()) return Response::Text(404, "there is no such file");
  const char* type = name.ends_with(".js")    ? "text/javascript; charset=utf-8"
                     : name.ends_with(".css") ? "text/css; charset=utf-8"
                                              : "text/html; charset=utf-8";
  Response response;
  response.headers.Add("Content-Type", type);
  response.headers.Add("Cache-Control", "no-cache");
  response.headers.Add("Content-Security-Policy", PagePolicy(ToBase64Url(RandomBytes(16))));
  response.body = text;
  return response;
}

}  // namespace

Router::Router(const std::vector<std::string>& services, std::string web_root, std::string web_url,
               Backend& backend, Metrics& metrics, IdSource& ids)
    : methods_(services),
      addresses_(methods_),
      web_url_(std::move(web_url)),
      pages_(std::move(web_root)),
      backend_(backend),
      sheets_(methods_, backend),
      metrics_(metrics),
      ids_(ids) {}

Intake Router::IntakeOf(const Request& head) {
  Found found;
  const bool upload =
      head.method == "PUT" && addresses_.Find(AddressKind::kUpload, head.path, found);
  return {.body_max = upload ? kUploadBytesMax : kCallBytesMax, .streamed = upload};
}

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
  if (path.starts_with("/sheets/")) return StartSheet(exchange);
  if (path == "/healthz") return Answer(*exchange, Response::Text(200, "ok"));
  if (path == "/metrics") return Answer(*exchange, MetricsPage(request));
  if (path == "/openapi.json") return Answer(*exchange, OpenApiDocument());
  if (path == "/api-docs" || path.starts_with("/api-docs/")) {
    return Answer(*exchange, ApiDocs(path.substr(std::min(path.size(), kApiDocs.size()))));
  }
  if (path == "/readyz") return Probe(exchange);
  if (RouteFiles(exchange) || RouteData(exchange)) return;
  if (path.starts_with("/files/") || path.starts_with("/public/")) {
    return Answer(*exchange, Response::Text(404, "there is nothing here, or not for this method"));
  }
  Answer(*exchange, pages_.Serve(request));
}

bool Router::RouteFiles(const std::shared_ptr<Exchange>& exchange) {
  const auto& request = exchange->request;
  const auto find = [&](AddressKind kind, Found& found) {
    return addresses_.Find(kind, request.path, found);
  };
  Found found;
  const bool upload = request.method == "PUT" && find(AddressKind::kUpload, found);
  const bool state = request.method == "HEAD" && find(AddressKind::kUploadState, found);
  const bool download = request.reads && !upload && !state && find(AddressKind::kDownload, found);
  if (!upload && !state && !download) return false;
  CallContext context;
  bool by_cookie = false;
  if (!ReadContext(*exchange, web_url_, context, by_cookie)) return true;
  if (upload) HandleUpload(backend_, context, std::move(found), exchange);
  if (state) HandleUploadState(backend_, context, std::move(found), exchange);
  if (download) HandleDownload(backend_, context, found, exchange);
  return true;
}

bool Router::RouteData(const std::shared_ptr<Exchange>& exchange) {
  const auto& request = exchange->request;
  std::string_view path = request.path;
  Found found;
  bool csv = false;
  if (!request.reads || !TakeDataSuffix(path, csv)) return false;
  if (!addresses_.Find(AddressKind::kData, path, found)) return false;
  CallContext context;
  context.client_address = request.client_address;
  context.trace = request.id;
  HandleData(backend_, std::move(context), std::move(found), csv, exchange);
  return true;
}

// A read that everybody may make reaches a service and its database, or says why not.
void Router::Probe(const std::shared_ptr<Exchange>& exchange) {
  if (addresses_.probe() == nullptr) return Answer(*exchange, Response::Text(503, "no services"));
  CallContext context;
  context.client_address = "gateway";
  context.trace = exchange->request.id;
  context.timeout = kProbeTimeout;
  exchange->on_cancel = backend_.Call(
      *addresses_.probe(), context, {}, [exchange](const grpc::Status& status, const std::string&) {
        Answer(*exchange,
               status.ok() ? Response::Text(200, "ready") : Response::Text(503, "not ready"));
      });
}

// Made when it is first asked for: it never changes.
Response Router::OpenApiDocument() {
  if (!openapi_) openapi_ = std::make_shared<const std::string>(OpenApi(methods_));
  Response response;
  response.headers.Add("Content-Type", "application/json");
  response.headers.Add("Cache-Control", "no-cache");
  response.shared_body = openapi_;
  return response;
}

Response Router::MetricsPage(const Request& request) const {
  if (!IsLocal(request)) return Response::Text(403, "metrics are for this machine only");
  auto response =
      Response::Text(200, prometheus::TextSerializer().Serialize(metrics_.registry()->Collect()));
  return response;
}

void Router::StartSheet(const std::shared_ptr<Exchange>& exchange) {
  CallContext context;
  bool by_cookie = false;
  if (ReadContext(*exchange, web_url_, context, by_cookie)) sheets_.Start(exchange, context);
}

void Router::CallMethod(const std::shared_ptr<Exchange>& exchange, std::string_view path) {
  const auto& request = exchange->request;
  const auto* method = methods_.Find(path);
  const bool unary = method != nullptr && !method->descriptor->client_streaming() &&
                     !method->descriptor->server_streaming();
  if (!unary) return Answer(*exchange, NoSuchMethod(path));
  exchange->request.reads = method->safe;
  CallContext context;
  bool by_cookie = false;
  if (!ReadContext(*exchange, web_url_, context, by_cookie)) return;
  Response refusal;
  auto call = ReadCall(*method, request, refusal);
  if (!call) return Answer(*exchange, std::move(refusal));
  context.timeout = std::min(call->timeout.value_or(kTimeoutDefault), kTimeoutMax);
  const auto message = std::move(call->message);
  exchange->on_cancel = backend_.Call(
      *method, context, message,
      [exchange, call = std::move(*call), by_cookie](const grpc::Status& status,
                                                     std::string answer) {
        Answer(*exchange, AnswerOf(call, exchange->request, by_cookie, status, std::move(answer)));
      });
}

}  // namespace redpeak::gateway
