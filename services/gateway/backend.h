#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
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

// A streaming call under way. What it calls back comes from other threads.
class RpcStream {
 public:
  virtual ~RpcStream() = default;
  // One at a time; calls back when the next may come, also if the call has ended.
  virtual void Write(const std::string& message, std::function<void()> written) = 0;
  virtual void EndWrites() = 0;
  // One at a time. None: there is nothing more.
  virtual void Read(std::function<void(std::optional<std::string>)> take) = 0;
  virtual void Cancel() = 0;
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

  // Begins a streaming call. `done` is called once, when it has ended.
  std::shared_ptr<RpcStream> Open(const Method& method, const CallContext& context,
                                  std::function<void(const grpc::Status& status)> done);

  // Refuses further calls, cancels those under way, and waits until each has called back.
  void Close();

 private:
  class Calls;
  class Stream;
  // Null: the service is not configured, or the gateway is stopping; `refusal` says which.
  std::shared_ptr<grpc::Channel> Prepare(grpc::ClientContext& call, const Method& method,
                                         const CallContext& context, std::function<void()> cancel,
                                         grpc::Status& refusal);
  Peers& peers_;
  const std::shared_ptr<Calls> calls_;
};

}  // namespace redpeak::gateway
