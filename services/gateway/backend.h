#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "services/base/peers.h"
#include "services/gateway/methods.h"

namespace redpeak::gateway {

// What goes with a call to a service.
struct CallContext {
  std::string authorization{};   // "Bearer …", or empty
  std::string client_address{};  // ipv4:127.0.0.1, which the services limit rates by
  std::string trace{};
  std::chrono::milliseconds timeout{30'000};
};

// The services, reached by gRPC without knowing their types.
class Backend {
 public:
  // `peers` outlive it.
  explicit Backend(Peers& peers);
  ~Backend();

  // Calls back, once and from any thread, with the status and the answer in binary. What it returns
  // cancels the call; it may be called at any time.
  using Done = std::function<void(const grpc::Status& status, std::string message)>;
  std::function<void()> Call(const Method& method, const CallContext& context,
                             const std::string& message, Done done);

  // Refuses further calls, cancels those under way, and waits until each has called back.
  void Close();

 private:
  class Calls;
  Peers& peers_;
  const std::shared_ptr<Calls> calls_;
};

}  // namespace redpeak::gateway
