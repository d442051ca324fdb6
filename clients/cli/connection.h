#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "services/base/status.h"

namespace grpc {
class Channel;
}

namespace redpeak::cli {

// A server and how to reach it.
struct Endpoint {
  std::string server = "127.0.0.1:7070";  // host:port, or unix:/path
  std::string ca{};        // a file of PEM certificates to trust; empty: the system's
  bool plaintext = false;  // without TLS; only on this machine
};

// Calls any method by its descriptor. Not thread-safe.
class Connection {
 public:
  // FAILED_PRECONDITION: plaintext to another machine, or an unreadable `ca`. `token` may be empty.
  static Result<std::unique_ptr<Connection>> Open(const Endpoint& endpoint, std::string token,
                                                  std::chrono::seconds timeout);
  ~Connection();

  using Message = google::protobuf::Message;

  // A call of one request and one answer. UNAVAILABLE is tried again with the same request where
  // that cannot do a thing twice: it has a request_id, or changes nothing.
  Result<std::unique_ptr<Message>> Call(const google::protobuf::MethodDescriptor& method,
                                        const Message& request);

  // The parts of a stream: `next` fills one in, or says that there is none left.
  using Next = std::function<bool(Message& part)>;
  // Takes an answer.
  using Take = std::function<Result<void>(const Message& answer)>;

  // A call of any kind, once: sends every part, takes every answer. `more_time` is added to the
  // timeout.
  Result<void> Exchange(const google::protobuf::MethodDescriptor& method, const Next& next,
                        const Take& take, std::chrono::seconds more_time = std::chrono::seconds(0));

  // Runs `attempt` until it does anything but fail with UNAVAILABLE, four times at most.
  static Result<void> Retry(const std::function<Result<void>()>& attempt);

 private:
  Connection(std::shared_ptr<grpc::Channel> channel, std::string token,
             std::chrono::seconds timeout);

  std::shared_ptr<grpc::Channel> channel_;
  std::string token_;
  std::chrono::seconds timeout_;
};

}  // namespace redpeak::cli
