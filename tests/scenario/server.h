#pragma once

#include <google/protobuf/message.h>
#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "services/base/clock.h"
#include "services/base/status.h"
#include "services/base/wire.h"

namespace redpeak::scenario {

// One of those who play: what to call them when something goes wrong, and how they sign in.
struct User {
  std::string title{};
  std::string login{};
  std::string password{};
  std::string token{};  // of the open session
};

// Whoever has no account.
const User& Public();

// The server that is played on, as its clients see it: over several connections with TLS.
class Server {
 public:
  // `authority` is the PEM file to check the server's certificate with.
  Server(const std::string& address, const std::string& authority);

  // Calls a method, e.g. Ask(user, &CallsService::Stub::GetCall, request).
  template <typename Stub, typename Request, typename Response>
  Result<Response> Ask(const User& user,
                       grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                    Response*),
                       Request request) {
    SetRequestId(request);
    Stub stub(channel());
    grpc::ClientContext context;
    Prepare(context, user);
    Response response;
    const auto status = (stub.*method)(&context, request, &response);
    if (!status.ok()) return tl::unexpected(FromGrpc(status));
    return response;
  }

  // The same where a refusal ends the play: `deed` says what the user does, e.g. "publishes the
  // call".
  template <typename Stub, typename Request, typename Response>
  Response Do(const User& user, std::string_view deed,
              grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
              const Request& request) {
    auto response = Ask(user, method, request);
    if (!response) Stop(user, deed, response.error());
    return std::move(*response);
  }

  // Hands every page of a list to `take`.
  template <typename Stub, typename Request, typename Response>
  void ForEachPage(const User& user, std::string_view deed,
                   grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                   Request request,
                   const std::type_identity_t<std::function<void(const Response&)>>& take) {
    do {
      const auto page = Do(user, deed, method, request);
      take(page);
      request.set_page_token(page.next_page_token());
    } while (!request.page_token().empty());
  }

  // Moves the simulated clock there, unless it has passed that.
  void MoveClock(Instant to);
  Instant Now() const { return now_; }

  // One of the connections, by turns.
  std::shared_ptr<grpc::Channel> channel();
  // Puts the user's session and a deadline on a call.
  static void Prepare(grpc::ClientContext& context, const User& user);
  // Throws PlayStopped.
  [[noreturn]] static void Stop(const User& user, std::string_view deed, const Error& error);

 private:
  // Gives a mutation an id by which it could be repeated.
  static void SetRequestId(google::protobuf::Message& request);

  std::vector<std::shared_ptr<grpc::Channel>> channels_;
  std::atomic<std::size_t> turn_{0};
  Instant now_{};
};

}  // namespace redpeak::scenario
