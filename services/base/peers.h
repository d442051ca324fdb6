#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "services/base/call.h"
#include "services/base/status.h"

namespace redpeak {

// The channels to the other services, in this process or elsewhere, as one service uses them.
class Peers {
 public:
  // `self` names the asking service, `key` is what it proves itself with.
  Peers(std::string self, std::string key) : self_(std::move(self)), key_(std::move(key)) {}

  // Sets all channels, by service. Until then, Channel waits, but not for ever: the start may fail.
  void Set(std::map<std::string, std::shared_ptr<grpc::Channel>> channels);
  // Null for a service that is not configured, or where no channels are set within ten seconds.
  std::shared_ptr<grpc::Channel> Channel(const std::string& service);

  // Puts this service's proof, the trace and what is left of the deadline (at most 10 s) on a call.
  void Prepare(grpc::ClientContext& context, const Trace& trace) const;

 private:
  const std::string self_;
  const std::string key_;
  std::mutex mutex_;
  std::condition_variable set_condition_;
  bool set_ = false;
  std::map<std::string, std::shared_ptr<grpc::Channel>> channels_;
};

// Turns a peer's failure into this service's: its refusals pass as they are, its absence is
// PEER_UNAVAILABLE.
Error PeerError(const std::string& service, const grpc::Status& status);

// Asks a peer, e.g. Ask<calls::v1::CallsService>(peers, "calls", call.trace(),
// &calls::v1::CallsService::Stub::GetCall, request).
template <typename Service, typename Request, typename Response>
Result<Response> Ask(Peers& peers, const std::string& service, const Trace& trace,
                     grpc::Status (Service::Stub::*method)(grpc::ClientContext*, const Request&,
                                                           Response*),
                     const Request& request) {
  const auto channel = peers.Channel(service);
  if (!channel)
    return tl::unexpected(PeerError(service, {grpc::StatusCode::UNAVAILABLE, "not configured"}));
  const auto stub = Service::NewStub(channel);
  grpc::ClientContext context;
  peers.Prepare(context, trace);
  Response response;
  const auto status = ((*stub).*method)(&context, request, &response);
  if (!status.ok()) return tl::unexpected(PeerError(service, status));
  return response;
}

}  // namespace redpeak
