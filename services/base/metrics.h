#pragma once

#include <chrono>
#include <memory>
#include <string>

namespace prometheus {
class Registry;
}

namespace redpeak {

// What one RPC method has done.
class MethodMetrics {
 public:
  virtual ~MethodMetrics() = default;
  // `code` is gRPC's, 0 to 16.
  virtual void Observe(int code, std::chrono::nanoseconds took) = 0;
};

// Counts and times the RPCs, for Prometheus: redpeak_rpc_seconds{method} and
// redpeak_rpcs{method,code}.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  std::unique_ptr<MethodMetrics> ForMethod(const std::string& method);
  std::shared_ptr<prometheus::Registry> registry() { return registry_; }

 private:
  std::shared_ptr<prometheus::Registry> registry_;
};

// Serves GET /metrics at an address such as 127.0.0.1:9464 while it lives.
class MetricsServer {
 public:
  MetricsServer(const std::string& address, Metrics& metrics);
  ~MetricsServer();

 private:
  struct Exposer;
  std::unique_ptr<Exposer> exposer_;
};

}  // namespace redpeak
