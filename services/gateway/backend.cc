#include "services/gateway/backend.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <condition_variable>
#include <map>
#include <mutex>

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
  grpc::ClientContext context;
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
};

}  // namespace

// The calls under way, so that they can be ended before the channels are.
class Backend::Calls {
 public:
  // `cancel` ends the call. False: it was closed.
  bool Add(grpc::ClientContext* context, std::function<void()> cancel) {
    std::lock_guard lock(mutex_);
    if (closed_) return false;
    cancels_[context] = std::move(cancel);
    return true;
  }
  void Remove(grpc::ClientContext* context) {
    std::lock_guard lock(mutex_);
    cancels_.erase(context);
    if (cancels_.empty()) empty_condition_.notify_all();
  }
  void Close() {
    std::unique_lock lock(mutex_);
    closed_ = true;
    const auto cancels = cancels_;
    lock.unlock();  // one that ends takes itself out
    for (const auto& [context, cancel] : cancels) cancel();
    lock.lock();
    empty_condition_.wait(lock, [this] { return cancels_.empty(); });
  }

 private:
  std::mutex mutex_;
  std::condition_variable empty_condition_;
  std::map<grpc::ClientContext*, std::function<void()>> cancels_;
  bool closed_ = false;
};

Backend::Backend(Peers& peers) : peers_(peers), calls_(std::make_shared<Calls>()) {}
Backend::~Backend() { Close(); }

void Backend::Close() { calls_->Close(); }

std::shared_ptr<grpc::Channel> Backend::Prepare(grpc::ClientContext& call, const Method& method,
                                                const CallContext& context,
                                                std::function<void()> cancel,
                                                grpc::Status& refusal) {
  auto channel = peers_.Channel(method.service);
  if (!channel) {
    refusal = {grpc::StatusCode::UNAVAILABLE, method.service + " is not configured here"};
    return nullptr;
  }
  peers_.Prepare(call, {.id = context.trace});
  call.set_deadline(std::chrono::system_clock::now() + context.timeout);
  if (!context.authorization.empty()) call.AddMetadata("authorization", context.authorization);
  call.AddMetadata("redpeak-client-address", context.client_address);
  if (calls_->Add(&call, std::move(cancel))) return channel;
  refusal = {grpc::StatusCode::UNAVAILABLE, "the server is stopping"};
  return nullptr;
}

std::function<void()> Backend::Call(const Method& method, const CallContext& context,
                                    const std::string& message, Done done) {
  const auto call = std::make_shared<Unary>();
  const auto cancel = [weak = std::weak_ptr(call)] {
    if (const auto running = weak.lock()) running->context.TryCancel();
  };
  grpc::Status refusal;
  const auto channel = Prepare(call->context, method, context, cancel, refusal);
  if (!channel) {
    done(refusal, {});
    return [] {};
  }
  call->request = ToBuffer(message);
  grpc::GenericStub(channel).UnaryCall(
      &call->context, method.path, {}, &call->request, &call->response,
      [call, calls = calls_, done = std::move(done)](const grpc::Status& status) {
        done(status, status.ok() ? ToBytes(call->response) : std::string());
        calls->Remove(&call->context);
      });
  return cancel;
}

// Its hold keeps the call from ending while another thread begins an operation.
class Backend::Stream final : public RpcStream,
                              public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  Stream(std::shared_ptr<Calls> calls, std::function<void(const grpc::Status&)> done)
      : calls_(std::move(calls)), done_(std::move(done)) {}

  void Start(const std::shared_ptr<grpc::Channel>& channel, const std::string& path,
             std::shared_ptr<Stream> self) {
    self_ = std::move(self);
    grpc::GenericStub(channel).PrepareBidiStreamingCall(&context_, path, {}, this);
    AddHold();
    StartCall();
  }
  grpc::ClientContext& context() { return context_; }

  void Write(const std::string& message, std::function<void()> written) override {
    if (!Enter()) return written();
    out_ = ToBuffer(message);
    written_ = std::move(written);
    StartWrite(&out_);
    Leave();
  }
  void EndWrites() override {
    if (!Enter()) return;
    StartWritesDone();
    Leave();
  }
  void Read(std::function<void(std::optional<std::string>)> take) override {
    if (!Enter()) return take(std::nullopt);
    take_ = std::move(take);
    StartRead(&in_);
    Leave();
  }
  void Cancel() override {
    if (!Enter()) return;
    context_.TryCancel();
    End();
    Leave();
  }

  void OnWriteDone(bool) override { std::exchange(written_, nullptr)(); }
  void OnReadDone(bool ok) override {
    if (!ok) End();
    std::exchange(take_, nullptr)(ok ? std::optional(ToBytes(in_)) : std::nullopt);
  }
  void OnDone(const grpc::Status& status) override {
    const auto self = std::move(self_);
    std::exchange(done_, nullptr)(status);  // it may hold what holds this
    calls_->Remove(&context_);
  }

 private:
  bool Enter() {
    std::lock_guard lock(mutex_);
    if (ended_) return false;
    ++inside_;
    return true;
  }
  void Leave() {
    {
      std::lock_guard lock(mutex_);
      if (--inside_ > 0 || !ended_) return;
    }
    RemoveHold();
  }
  // Nothing begins any more.
  void End() {
    {
      std::lock_guard lock(mutex_);
      if (std::exchange(ended_, true) || inside_ > 0) return;
    }
    RemoveHold();
  }

  const std::shared_ptr<Calls> calls_;
  std::function<void(const grpc::Status&)> done_;
  std::shared_ptr<Stream> self_;  // until it is done
  grpc::ClientContext context_;
  grpc::ByteBuffer out_;
  grpc::ByteBuffer in_;
  std::function<void()> written_;
  std::function<void(std::optional<std::string>)> take_;
  std::mutex mutex_;
  int inside_ = 0;
  bool ended_ = false;
};

std::shared_ptr<RpcStream> Backend::Open(const Method& method, const CallContext& context,
                                         std::function<void(const grpc::Status&)> done) {
  auto stream = std::make_shared<Stream>(calls_, done);
  grpc::Status refusal;
  const auto cancel = [weak = std::weak_ptr(stream)] {
    if (const auto running = weak.lock()) running->Cancel();
  };
  const auto channel = Prepare(stream->context(), method, context, cancel, refusal);
  if (!channel) {
    done(refusal);
    return nullptr;
  }
  stream->Start(channel, method.path, stream);
  return stream;
}

}  // namespace redpeak::gateway
