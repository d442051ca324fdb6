// Uploads and downloads. Reads and writes wait for one another, so that a slow side holds the other
// back.

#include "services/base/blind.h"
#include "services/base/errors.h"
#include "services/base/requests.h"
#include "services/base/rpc.h"
#include "services/base/rpc_core.h"
#include "services/base/wire.h"

namespace redpeak {
namespace {

using google::protobuf::Message;
using rpc_internal::Admitted;
using rpc_internal::Method;
using UploadHandler =
    grpc::internal::CallbackClientStreamingHandler<grpc::ByteBuffer, grpc::ByteBuffer>;
using DownloadHandler =
    grpc::internal::CallbackServerStreamingHandler<grpc::ByteBuffer, grpc::ByteBuffer>;

// One step of a stream in a unit of work of its own.
Result<void> Step(const RpcEnv& env, const Admitted& admitted, TxMode mode,
                  const std::function<Result<void>(Call&)>& run, const RequestKey& key = {}) {
  return rpc_internal::Protect([&] {
    return InTransaction(env.pool, mode, [&](Tx& tx) -> Result<void> {
      Call call(admitted.caller, env.clock.Now(), env.ids, &tx, key, admitted.trace);
      REDPEAK_RETURN_IF_ERROR(run(call));
      if (mode == TxMode::kTransaction) WriteOutcome(tx, call, "");
      return {};
    });
  });
}

class UploadReactor final : public grpc::ServerReadReactor<grpc::ByteBuffer> {
 public:
  UploadReactor(const RpcEnv& env, const Method& method, grpc::CallbackServerContext* context,
                grpc::ByteBuffer* out)
      : env_(env), method_(method), context_(context), out_(out), upload_(method.upload.start()) {
    StartRead(&in_);
  }

  void OnReadDone(bool ok) override {
    const bool posted = env_.workers.Post([this, ok] { ok ? Take() : Complete(); });
    if (!posted) End(ServerBusy());
  }
  void OnDone() override { delete this; }

 private:
  void Take() {
    if (auto taken = TakePart(); !taken) return End(std::move(taken));
    StartRead(&in_);
  }

  Result<void> TakePart() {
    if (!admitted_) {
      REDPEAK_ASSIGN_OR_RETURN(auto admitted, rpc_internal::Admit(env_, method_, *context_));
      admitted_ = std::move(admitted);
    }
    const auto part = method_.upload.new_request();
    REDPEAK_RETURN_IF_ERROR(Decode(in_, *part));
    return Step(env_, *admitted_, TxMode::kStatement,
                [&](Call& call) { return upload_->Take(call, *part); });
  }

  void Complete() {
    if (context_->IsCancelled()) return End(Failure({Code::kCancelled, "", "cancelled"}));
    if (!admitted_) return End(FieldInvalid("start", "REQUIRED", "", "the upload is empty"));
    const auto response = method_.upload.new_response();
    auto finished = Step(env_, *admitted_, TxMode::kTransaction,
                         [&](Call& call) { return upload_->Finish(call, *response); });
    if (finished) {
      HideFrom(admitted_->caller, *response);
      *out_ = Encode(*response);
    }
    End(std::move(finished));
  }

  void End(Result<void> outcome) {
    const auto admitted = admitted_.value_or(Admitted{});
    Finish(rpc_internal::Close(method_, admitted.trace, admitted.caller, began_, outcome));
  }

  const RpcEnv& env_;
  const Method& method_;
  grpc::CallbackServerContext* const context_;
  grpc::ByteBuffer* const out_;
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::unique_ptr<rpc_internal::AnyUpload> upload_;
  std::optional<Admitted> admitted_;
  grpc::ByteBuffer in_;
};

class DownloadReactor final : public grpc::ServerWriteReactor<grpc::ByteBuffer> {
 public:
  DownloadReactor(const RpcEnv& env, const Method& method, grpc::CallbackServerContext* context,
                  const grpc::ByteBuffer* in)
      : env_(env), method_(method), context_(context), in_(*in) {
    Post();
  }

  void OnWriteDone(bool ok) override {
    if (ok) return Post();
    End(Failure({Code::kCancelled, "", "cancelled"}));
  }
  void OnDone() override { delete this; }

 private:
  void Post() {
    if (!env_.workers.Post([this] { Continue(); })) End(ServerBusy());
  }

  void Continue() {
    auto more = Next();
    if (!more) return End(tl::unexpected(std::move(more).error()));
    if (!*more) return End({});
    StartWrite(&out_);
  }

  Result<bool> Next() {
    if (!download_) REDPEAK_RETURN_IF_ERROR(Open());
    const auto piece = method_.download.new_response();
    bool more = false;
    REDPEAK_RETURN_IF_ERROR(
        Step(env_, admitted_, TxMode::kStatement, [&](Call& call) -> Result<void> {
          REDPEAK_ASSIGN_OR_RETURN(more, download_->Next(call, *piece));
          return {};
        }));
    if (more) out_ = Encode(*piece);
    return more;
  }

  Result<void> Open() {
    REDPEAK_ASSIGN_OR_RETURN(admitted_, rpc_internal::Admit(env_, method_, *context_));
    const auto request = method_.download.new_request();
    REDPEAK_RETURN_IF_ERROR(Decode(in_, *request));
    download_ = method_.download.start(*request);
    return {};
  }

  void End(Result<void> outcome) {
    Finish(rpc_internal::Close(method_, admitted_.trace, admitted_.caller, began_, outcome));
  }

  const RpcEnv& env_;
  const Method& method_;
  grpc::CallbackServerContext* const context_;
  const grpc::ByteBuffer in_;
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::unique_ptr<rpc_internal::AnyDownload> download_;
  Admitted admitted_;
  grpc::ByteBuffer out_;
};

}  // namespace

void RpcService::AddUpload(const std::string& name, rpc_internal::UploadMethod upload) {
  auto& method = AddMethod(name, *upload.new_request()->GetDescriptor(),
                           *upload.new_response()->GetDescriptor());
  method.upload = std::move(upload);
  grpc::Service::AddMethod(new grpc::internal::RpcServiceMethod(
      method.path.c_str(), grpc::internal::RpcMethod::CLIENT_STREAMING, nullptr));
  MarkMethodCallback(static_cast<int>(methods_.size()) - 1,
                     new UploadHandler([this, &method](grpc::CallbackServerContext* context,
                                                       grpc::ByteBuffer* out) {
                       return new UploadReactor(env_, method, context, out);
                     }));
}

void RpcService::AddDownload(const std::string& name, rpc_internal::DownloadMethod download) {
  auto& method = AddMethod(name, *download.new_request()->GetDescriptor(),
                           *download.new_response()->GetDescriptor());
  method.download = std::move(download);
  grpc::Service::AddMethod(new grpc::internal::RpcServiceMethod(
      method.path.c_str(), grpc::internal::RpcMethod::SERVER_STREAMING, nullptr));
  MarkMethodCallback(static_cast<int>(methods_.size()) - 1,
                     new DownloadHandler([this, &method](grpc::CallbackServerContext* context,
                                                         const grpc::ByteBuffer* in) {
                       return new DownloadReactor(env_, method, context, in);
                     }));
}

}  // namespace redpeak
