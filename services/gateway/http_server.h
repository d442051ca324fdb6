#pragma once

#include <memory>
#include <string>

#include "services/base/status.h"
#include "services/gateway/connection.h"
#include "services/gateway/http.h"

namespace redpeak::gateway {

struct HttpSettings {
  std::string listen = "127.0.0.1:8080";  // a port of 0 takes a free one
  std::string tls_certificate{};          // PEM files; both or none
  std::string tls_key{};
  size_t connections_max = 10'000;
  size_t connections_max_address = 512;  // of one client address, but for this machine's own
  Patience patience{};
};

// Listens for HTTP/1.1 and has every request answered by the handler, on a thread of its own.
class HttpServer {
 public:
  // Fails, saying why, if it cannot listen or TLS's files are wrong. The handler outlives it.
  static Result<std::unique_ptr<HttpServer>> Start(const HttpSettings& settings, Handler& handler);
  ~HttpServer();

  int port() const;
  size_t connections() const;
  // Takes no more requests, and waits until those under way are answered, at most `wait`.
  void Stop(std::chrono::milliseconds wait);

 private:
  struct Impl;
  explicit HttpServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace redpeak::gateway
