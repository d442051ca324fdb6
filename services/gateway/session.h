#pragma once

#include <string>

#include "services/gateway/http.h"
#include "services/gateway/methods.h"

// A browser's session: its token is kept in a cookie that pages cannot read. Pure.
namespace redpeak::gateway {

inline constexpr char kSessionCookie[] = "__Host-redpeak";

// With what a request proves who it comes from.
struct Credentials {
  std::string authorization{};  // "Bearer …", or empty
  bool by_cookie = false;
};

// An Authorization field comes before a cookie. `web_url` is an origin that the pages may have
// besides the address that was asked (behind a proxy). False: a cookie that another site's page may
// have sent, to be refused;
// https://developer.mozilla.org/docs/Glossary/Fetch_metadata_request_header
bool ReadCredentials(const Request& request, const std::string& web_url, Credentials& credentials);

// Whether the pages themselves ask, so that the token belongs into the cookie.
bool WantsCookie(const Request& request);

// Moves the token out of an answer in binary into Set-Cookie.
std::string MoveTokenToCookie(const Method& method, const std::string& message,
                              std::string& set_cookie);
std::string ExpiredCookie();

}  // namespace redpeak::gateway
