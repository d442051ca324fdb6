#include "services/gateway/connect.h"

#include <charconv>

#include "services/base/errors.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/encoding.h"
#include "services/gateway/gzip.h"
#include "services/gateway/json.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::Message;

constexpr size_t kWorthGzip = 1024;  // bytes
constexpr size_t kTimeoutDigitsMax = 10;

// What a call carries, whichever way it came.
struct Carried {
  Codec codec = Codec::kJson;
  std::string bytes{};
  std::string encoding{};  // of the bytes
};

Response Refuse(int status, std::string_view text, std::string_view allow = {}) {
  auto response = Response::Text(status, text);
  if (!allow.empty())
    response.headers.Add(status == 405 ? "Allow" : "Accept-Post", std::string(allow));
  return response;
}

std::optional<Codec> CodecOf(std::string_view name) {
  if (name == "json") return Codec::kJson;
  if (name == "proto") return Codec::kProto;
  return std::nullopt;
}

// application/json or application/proto, whatever parameters follow.
std::optional<Codec> CodecOfContentType(std::string_view type) {
  constexpr std::string_view kPrefix = "application/";
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  if (!type.starts_with(kPrefix)) return std::nullopt;
  return CodecOf(type.substr(kPrefix.size()));
}

Result<Carried> CarriedByQuery(const Request& request) {
  const auto query = ParseQuery(request.query);
  if (!query) return FieldInvalid("query", "MALFORMED", "", "has a broken escape");
  const auto field = [&](const char* name) {
    const auto it = query->find(name);
    return it == query->end() ? std::string() : it->second;
  };
  const auto codec = CodecOf(field("encoding"));
  if (!codec) return FieldInvalid("encoding", "UNKNOWN", "json, proto", "must be json or proto");
  if (const auto version = field("connect"); !version.empty() && version != "v1") {
    return FieldInvalid("connect", "UNKNOWN", "v1", "must be v1");
  }
  auto bytes = field("message");
  if (field("base64") == "1") {
    auto decoded = FromBase64(bytes);
    if (!decoded) return FieldInvalid("message", "MALFORMED", "", "is not base64");
    bytes = std::move(*decoded);
  }
  return Carried{*codec, std::move(bytes), field("compression")};
}

Result<std::string> Inflated(Carried carried) {
  if (carried.encoding.empty() || carried.encoding == "identity") return std::move(carried.bytes);
  if (carried.encoding != "gzip") {
    return Failure({Code::kUnimplemented, "FIELD_INVALID",
                    "unknown compression " + carried.encoding + ": only gzip and identity"});
  }
  auto bytes = Gunzip(carried.bytes, static_cast<size_t>(kCallBytesMax));
  if (!bytes) {
    return FieldInvalid("request", "MALFORMED", "", "is not gzip, or more than 1 MiB inflated");
  }
  return std::move(*bytes);
}

// Checks a message by parsing it, since a service would refuse it without saying why.
Result<std::string> Binary(const Method& method, Codec codec, std::string bytes) {
  const std::unique_ptr<Message> message(method.request->New());
  if (codec == Codec::kJson) {
    REDPEAK_RETURN_IF_ERROR(ReadJson(bytes, *message));
    return message->SerializeAsString();
  }
  if (message->ParseFromString(bytes)) return bytes;
  return FieldInvalid("request", "MALFORMED", "", "is not a " + message->GetTypeName());
}

Result<std::optional<std::chrono::milliseconds>> TimeoutOf(const Request& request) {
  const auto text = request.headers.Get("connect-timeout-ms");
  if (text.empty()) return std::nullopt;
  int64_t milliseconds = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), milliseconds);
  if (error != std::errc() || end != text.end() || milliseconds < 0 ||
      text.size() > kTimeoutDigitsMax) {
    return FieldInvalid("Connect-Timeout-Ms", "MALFORMED", "", "must be at most ten digits");
  }
  return std::chrono::milliseconds(milliseconds);
}

Result<ConnectCall> Finish(const Method& method, const Request& request, Carried carried) {
  const auto codec = carried.codec;
  REDPEAK_ASSIGN_OR_RETURN(auto timeout, TimeoutOf(request));
  REDPEAK_ASSIGN_OR_RETURN(auto bytes, Inflated(std::move(carried)));
  REDPEAK_ASSIGN_OR_RETURN(auto message, Binary(method, codec, std::move(bytes)));
  return ConnectCall{&method, codec, std::move(message), timeout,
                     Accepts(request.headers.Get("accept-encoding"), "gzip")};
}

std::optional<ConnectCall> OrRefuse(Result<ConnectCall> call, Response& refusal) {
  if (call) return std::move(*call);
  refusal = ErrorResponse(call.error());
  return std::nullopt;
}

}  // namespace

std::optional<ConnectCall> ReadCall(const Method& method, const Request& request,
                                    Response& refusal) {
  const auto allowed = method.safe ? "GET, POST" : "POST";
  if (request.method == "GET" && method.safe) {
    auto carried = CarriedByQuery(request);
    if (!carried) return OrRefuse(tl::unexpected(carried.error()), refusal);
    return OrRefuse(Finish(method, request, std::move(*carried)), refusal);
  }
  if (request.method != "POST") {
    refusal = Refuse(405, "this method takes " + std::string(allowed), allowed);
    return std::nullopt;
  }
  const auto codec = CodecOfContentType(request.headers.Get("content-type"));
  if (!codec) {
    constexpr std::string_view kTypes = "application/json, application/proto";
    refusal = Refuse(415, "Content-Type must be application/json or application/proto", kTypes);
    return std::nullopt;
  }
  if (request.headers.Get("connect-protocol-version") != "1") {
    refusal = ErrorResponse(
        FieldInvalid("Connect-Protocol-Version", "REQUIRED", "1", "must be given, as 1").value());
    return std::nullopt;
  }
  const auto encoding = std::string(request.headers.Get("content-encoding"));
  return OrRefuse(Finish(method, request, {*codec, request.body, encoding}), refusal);
}

Response AnswerCall(const ConnectCall& call, std::string message) {
  Response response;
  if (call.codec == Codec::kJson) {
    auto json = BinaryToJson(*call.method->descriptor->output_type(), message);
    if (!json) return ErrorResponse(json.error());
    response.headers.Add("Content-Type", "application/json");
    response.body = std::move(*json);
  } else {
    response.headers.Add("Content-Type", "application/proto");
    response.body = std::move(message);
  }
  if (call.gzip && response.body.size() >= kWorthGzip) {
    response.headers.Add("Content-Encoding", "gzip");
    response.body = Gzip(response.body);
  }
  response.headers.Add("Vary", "Accept-Encoding");
  return response;
}

Response NoSuchMethod(std::string_view path) {
  auto response = ErrorResponse(
      grpc::Status(grpc::StatusCode::UNIMPLEMENTED, "there is no method " + std::string(path)));
  response.status = 404;
  return response;
}

}  // namespace redpeak::gateway
