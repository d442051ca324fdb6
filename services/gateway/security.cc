#include "services/gateway/security.h"

namespace redpeak::gateway {

std::string PagePolicy(std::string_view nonce) {
  std::string policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; "
      "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
      "frame-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
      "style-src 'self' 'nonce-";
  return policy.append(nonce).append("'");
}

void AddSecurityHeaders(const Request& request, Response& response) {
  auto& headers = response.headers;
  headers.Add("X-Content-Type-Options", "nosniff");
  headers.Add("Referrer-Policy", "same-origin");
  headers.Add("Cross-Origin-Opener-Policy", "same-origin");
  headers.Add("Cross-Origin-Resource-Policy", "same-origin");
  headers.Add("X-Request-Id", request.id);
  if (request.tls) headers.Add("Strict-Transport-Security", "max-age=31536000");
  // Only pages run anything.
  if (!headers.Has("Content-Security-Policy")) {
    headers.Add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }
  if (!headers.Has("Cache-Control")) headers.Add("Cache-Control", "no-store");
}

}  // namespace redpeak::gateway
