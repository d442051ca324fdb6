#include "services/base/peers.h"

#include <algorithm>

#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/wire.h"

namespace redpeak {
namespace {

constexpr std::chrono::seconds kSetWithin{10};

}  // namespace

void Peers::Set(std::map<std::string, std::shared_ptr<grpc::Channel>> channels) {
  {
    std::lock_guard lock(mutex_);
    channels_ = std::move(channels);
    set_ = true;
  }
  set_condition_.notify_all();
}

std::shared_ptr<grpc::Channel> Peers::Channel(const std::string& service) {
  std::unique_lock lock(mutex_);
  set_condition_.wait_for(lock, kSetWithin, [this] { return set_; });
  const auto it = channels_.find(service);
  return it == channels_.end() ? nullptr : it->second;
}

void Peers::Prepare(grpc::ClientContext& context, const Trace& trace) const {
  using std::chrono::system_clock;
  context.AddMetadata("redpeak-peer", self_ + ":" + Hex(key_));  // metadata is printable ASCII
  if (!trace.id.empty()) context.AddMetadata("redpeak-trace", trace.id);
  context.set_deadline(std::min(trace.deadline, system_clock::now() + std::chrono::seconds(10)));
}

Error PeerError(const std::string& service, const grpc::Status& status) {
  auto error = FromGrpc(status);
  if (!error.reason.empty() && error.code != Code::kInternal) return error;
  if (error.code == Code::kUnavailable || error.code == Code::kDeadlineExceeded) {
    return PeerUnavailable(service).value();
  }
  return Internal(service + " answered " + std::to_string(status.error_code()) + " " +
                  status.error_message())
      .value();
}

}  // namespace redpeak
