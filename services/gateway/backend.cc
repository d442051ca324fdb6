#include "services/gateway/backend.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <condition_variable>
#include <mutex>
#include <set>

namespace redpeak::gateway {
namespace {

grpc::ByteBuffer ToBuffer(const std::string& bytes) {
  const grpc::Slice slice(bytes);  // one even if empty: without any, the buffer is invalid
  return {&slice, 1};
}

std::string ToBytes(const grpc::ByteBuffer& buffer) {
  std::string bytes;
  std::vector<grpc::Slice> slices;
  if (!buffer.Valid() || !buffer.Dump(&slices).ok()) return bytes;
  bytes.reserve(buffer.Length());
  for (const auto& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

struct Unary {
  explicit Unary(const std::shared_ptr<grpc::Channel>& channel) : stub(channel) {}
  grpc::GenericStub stub;
  grpc::ClientContext context;
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
};

}  // namespace

// The calls under way, so that they can be ended before the channels are.
class Backend::Calls {
 public:
  // False: it was closed.
  bool Add(grpc::ClientContext* context) {
    std::lock_guard lock(mutex_);
    if (closed_) return false;
    contexts_.insert(context);
    return true;
  }
  void Remove(grpc::ClientContext* context) {
    std::lock_guard lock(mutex_);
    contexts_.erase(context);
    if (contexts_.empty()) empty_condition_.notify_all();
  }
  void Close() {
    std::unique_lock lock(mutex_);
    closed_ = true;
    for (auto* context : contexts_) context->TryCancel();
    empty_condition_.wait(lock, [this] { return contexts_.empty(); });
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_condition_;
  std::set<grpc::ClientContext*> contexts_;
  bool closed_ = false;
};

Backend::Backend(Peers& peers) : peers_(peers), calls_(std::make_shared<Calls>()) {}
Backend::~Backend() { Close(); }

void Backend::Close() { calls_->Close(); }

std::function<void()> Backend::Call(const Method& method, const CallContext& context,
                                    const std::string& message, Done done) {
  const auto channel = peers_.Channel(method.service);
  if (!channel) {
    done({grpc::StatusCode::UNAVAILABLE, method.service + " is not configured here"}, {});
    return [] {};
  }
  const auto call = std::make_shared<Unary>(channel);
  peers_.Prepare(call->context, {.id = context.trace});
  call->context.set_deadline(std::chrono::system_clock::now() + context.timeout);
  if (!context.authorization.empty()) {
    call->context.AddMetadata("authorization", context.authorization);
  }
  call->context.AddMetadata("redpeak-client-address", context.client_address);
  call->request = ToBuffer(message);
  if (!calls_->Add(&call->context)) {
    done({grpc::StatusCode::UNAVAILABLE, "the server is stopping"}, {});
    return [] {};
  }
  call->stub.UnaryCall(&call->context, method.path, {}, &call->request, &call->response,
                       [call, calls = calls_, done = std::move(done)](const grpc::Status& status) {
                         done(status, status.ok() ? ToBytes(call->response) : std::string());
                         calls->Remove(&call->context);
                       });
  return [weak = std::weak_ptr(call)] {
    if (const auto running = weak.lock()) running->context.TryCancel();
  };
}

}  // namespace redpeak::gateway
