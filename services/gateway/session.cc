#include "services/gateway/session.h"

#include <memory>

#include "services/gateway/encoding.h"

namespace redpeak::gateway {
namespace {

constexpr char kCookieAttributes[] = "; Path=/; Secure; HttpOnly; SameSite=Strict";

// https://example.org of https://example.org/pages
std::string_view OriginOf(std::string_view url) {
  const auto scheme = url.find("://");
  return scheme == url.npos ? url : url.substr(0, url.find('/', scheme + 3));
}

bool IsOwnOrigin(const Request& request, std::string_view origin, std::string_view web_url) {
  const auto own =
      std::string(request.tls ? "https://" : "http://").append(request.headers.Get("host"));
  return origin == own || origin == OriginOf(web_url);
}

// What changes something must show where it comes from; a plain read by a link shows nothing.
bool IsOwnPage(const Request& request, std::string_view web_url) {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  const auto site = request.headers.Get("sec-fetch-site");
  const auto origin = request.headers.Get("origin");
  if (!site.empty() && site != "same-origin" && !(reads && site == "none")) return false;
  if (!origin.empty()) return IsOwnOrigin(request, origin, web_url);
  return reads || !site.empty();
}

}  // namespace

bool ReadCredentials(const Request& request, const std::string& web_url, Credentials& credentials) {
  credentials.authorization = request.headers.Get("authorization");
  if (!credentials.authorization.empty()) return true;
  const auto token = CookieOf(request.headers.Get("cookie"), kSessionCookie);
  if (token.empty()) return !WantsCookie(request) || IsOwnPage(request, web_url);
  credentials = {"Bearer " + std::string(token), true};
  return IsOwnPage(request, web_url);
}

bool WantsCookie(const Request& request) {
  return request.headers.Get("redpeak-session") == "cookie";
}

std::string MoveTokenToCookie(const Method& method, const std::string& message,
                              std::string& set_cookie) {
  const std::unique_ptr<google::protobuf::Message> answer(method.response->New());
  if (!answer->ParseFromString(message)) return message;
  const auto token = answer->GetReflection()->GetString(*answer, method.session_token);
  if (token.empty()) return message;
  set_cookie = std::string(kSessionCookie) + "=" + token + kCookieAttributes;
  answer->GetReflection()->ClearField(answer.get(), method.session_token);
  return answer->SerializeAsString();
}

std::string ExpiredCookie() {
  return std::string(kSessionCookie) + "=; Max-Age=0" + kCookieAttributes;
}

}  // namespace redpeak::gateway
