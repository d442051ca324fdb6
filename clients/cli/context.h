#pragma once

#include <chrono>
#include <istream>
#include <memory>
#include <ostream>
#include <string>

#include "clients/cli/catalog.h"
#include "clients/cli/connection.h"
#include "clients/cli/credentials.h"

namespace redpeak::cli {

// What holds for every command of one run, by its options, the environment and what login saved.
struct Settings {
  Endpoint endpoint{};
  std::string token{};
  std::string profile = "default";
  std::chrono::seconds timeout{30};
  bool json = false;  // answers as protobuf's JSON
  bool wide = false;  // lines as long as they come out
  bool yes = false;   // decisions are confirmed already
};

// A run of the program: its settings, its language, and where it reads and writes.
struct Context {
  const Catalog& catalog;
  Settings settings;
  std::istream& in;
  std::ostream& out;  // answers
  std::ostream& err;  // everything else
  std::unique_ptr<Connection> connection{};
};

// The connection to the server, made at its first use.
Result<Connection*> Connect(Context& context);

// Calls an RPC of one request and one answer.
Result<std::unique_ptr<google::protobuf::Message>> Call(
    Context& context, const google::protobuf::MethodDescriptor& method,
    const google::protobuf::Message& request);

// Calls an RPC whose messages are known.
template <typename Response, typename Request>
Result<Response> CallKnown(Context& context, const google::protobuf::MethodDescriptor& method,
                           const Request& request) {
  auto answer = Call(context, method, request);
  if (!answer) return tl::unexpected(std::move(answer).error());
  return static_cast<Response&>(**answer);
}

}  // namespace redpeak::cli
