#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "services/base/caller.h"
#include "services/base/crypto.h"
#include "services/base/status.h"
#include "services/base/wire.h"
#include "services/server/secrets.h"
#include "services/server/server.h"

namespace redpeak::testing {

// An instant of a text like "2022-03-01T08:00:00+08:00".
Instant At(const std::string& text);

// All services in this process on a new database, with a simulated clock that begins at
// 2022-03-01T08:00:00+08:00, without limits on rates.
class TestServer {
 public:
  // `tweak` may change the configuration before the start.
  explicit TestServer(void (*tweak)(server::Config&) = nullptr);

  // A token by which the server takes its bearer for this caller, without an account in identity;
  // real tokens of identity are good too. Give `account`, `person` and what else the test needs.
  std::string SignInAs(Caller caller);
  // The same for a usual caller: accounts/{id}, people/{id}, with one role.
  std::string SignInAs(const std::string& id, Role role, const std::string& scope = "",
                       const std::string& organisation = "");

  // Calls a method of a generated stub, e.g.
  // Ask<calls::v1::CallsService>(token, &calls::v1::CallsService::Stub::GetCall, request).
  // An empty token calls without an account.
  template <typename Service, typename Request, typename Response>
  Result<Response> Ask(const std::string& token,
                       grpc::Status (Service::Stub::*method)(grpc::ClientContext*, const Request&,
                                                             Response*),
                       const Request& request) {
    const auto stub = Service::NewStub(channel());
    grpc::ClientContext context;
    if (!token.empty()) context.AddMetadata("authorization", "Bearer " + token);
    Response response;
    const auto status = ((*stub).*method)(&context, request, &response);
    if (!status.ok()) return tl::unexpected(FromGrpc(status));
    return response;
  }

  // The same as another service of the system.
  template <typename Service, typename Request, typename Response>
  Result<Response> AskAs(const std::string& service,
                         grpc::Status (Service::Stub::*method)(grpc::ClientContext*, const Request&,
                                                               Response*),
                         const Request& request) {
    const auto stub = Service::NewStub(channel());
    grpc::ClientContext context;
    context.AddMetadata("redpeak-peer", service + ":" + Hex(secrets_.peer_key));
    Response response;
    const auto status = ((*stub).*method)(&context, request, &response);
    if (!status.ok()) return tl::unexpected(FromGrpc(status));
    return response;
  }

  std::shared_ptr<grpc::Channel> channel() { return channel_; }
  server::Server& server() { return *server_; }
  const server::Config& config() const { return config_; }
  // Its database's connection settings, without a user.
  const std::string& database() const { return config_.database; }

  Instant Now() { return server_->simulated_clock()->Now(); }
  void MoveTo(Instant instant) { server_->simulated_clock()->Set(instant); }
  void MoveTo(const std::string& text) { MoveTo(At(text)); }

 private:
  server::Config config_;
  server::Secrets secrets_ = server::MakeSecrets();
  std::mutex mutex_;
  std::map<std::string, Caller> callers_;  // by the SHA-256 of their tokens
  std::unique_ptr<server::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

}  // namespace redpeak::testing
