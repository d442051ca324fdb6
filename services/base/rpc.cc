#include "services/base/rpc.h"

#include <algorithm>
#include <stdexcept>

#include "services/base/access.h"
#include "services/base/blind.h"
#include "services/base/errors.h"
#include "services/base/requests.h"
#include "services/base/rpc_core.h"
#include "services/base/wire.h"

namespace redpeak {
namespace {

using google::protobuf::Message;
using rpc_internal::Admitted;
using rpc_internal::Method;
using UnaryHandler = grpc::internal::CallbackUnaryHandler<grpc::ByteBuffer, grpc::ByteBuffer>;

// Runs the handler in its unit of work and, after the commit, what it left to do.
Result<void> Handle(const RpcEnv& env, const Method& method, const Admitted& admitted,
                    const RequestKey& key, const Message& request, Message& response) {
  std::vector<std::function<void()>> after_commit;
  auto done = InTransaction(env.pool, method.mode, [&](Tx& tx) -> Result<void> {
    response.Clear();
    Call call(admitted.caller, env.clock.Now(), env.ids, &tx, key, admitted.trace);
    REDPEAK_RETURN_IF_ERROR(method.unary.handle(call, request, response));
    if (method.mode == TxMode::kTransaction) {
      WriteOutcome(tx, call, key.id.empty() ? std::string() : response.SerializeAsString());
    }
    after_commit = call.after_commit();
    return {};
  });
  // What only reads wrote nothing, whenever the connection was lost.
  if (!done && method.read_only && done.error().reason == "OUTCOME_UNKNOWN") {
    return DatabaseUnavailable();
  }
  if (!done) return done;
  for (const auto& action : after_commit) action();
  return {};
}

// A mutation that failed may have succeeded before, under the same request_id: then this is the
// answer.
Result<void> Repeat(const RpcEnv& env, const RequestKey& key, Error error, Message& response) {
  if (key.id.empty()) return tl::unexpected(std::move(error));
  const auto stored = InTransaction(
      env.pool, TxMode::kStatement,
      [&](Tx& tx) -> Result<std::optional<StoredAnswer>> { return ReadAnswer(tx, key); });
  if (!stored || !*stored) return tl::unexpected(std::move(error));
  if ((*stored)->fingerprint != key.fingerprint) return RequestIdReused();
  if (!response.ParseFromString((*stored)->answer))
    return Internal("a stored answer is unreadable");
  return {};
}

Result<void> Answer(const RpcEnv& env, const Method& method, const Admitted& admitted,
                    const grpc::ByteBuffer& in, grpc::ByteBuffer& out) {
  const auto request = method.unary.new_request();
  const auto response = method.unary.new_response();
  REDPEAK_RETURN_IF_ERROR(Decode(in, *request));
  REDPEAK_ASSIGN_OR_RETURN(const auto key,
                           rpc_internal::KeyOf(env, admitted.caller, method, *request));
  if (auto done = Handle(env, method, admitted, key, *request, *response); !done) {
    REDPEAK_RETURN_IF_ERROR(Repeat(env, key, std::move(done).error(), *response));
  }
  HideFrom(admitted.caller, *response);
  out = Encode(*response);
  return {};
}

grpc::Status Serve(const RpcEnv& env, const Method& method, grpc::CallbackServerContext& context,
                   std::chrono::steady_clock::time_point began, const grpc::ByteBuffer& in,
                   grpc::ByteBuffer& out) {
  Admitted admitted;
  const auto outcome = rpc_internal::Protect([&]() -> Result<void> {
    REDPEAK_ASSIGN_OR_RETURN(admitted, rpc_internal::Admit(env, method, context));
    return Answer(env, method, admitted, in, out);
  });
  return rpc_internal::Close(method, admitted.trace, admitted.caller, began, outcome);
}

grpc::ServerUnaryReactor* Start(const RpcEnv& env, const Method& method,
                                grpc::CallbackServerContext* context, const grpc::ByteBuffer* in,
                                grpc::ByteBuffer* out) {
  auto* reactor = context->DefaultReactor();
  const auto began = std::chrono::steady_clock::now();
  const bool posted = env.workers.Post([&env, &method, context, in, out, reactor, began] {
    if (context->IsCancelled()) return reactor->Finish(grpc::Status::CANCELLED);
    reactor->Finish(Serve(env, method, *context, began, *in, *out));
  });
  if (!posted) {
    reactor->Finish(rpc_internal::Close(method, {}, {}, began, Result<void>(ServerBusy())));
  }
  return reactor;
}

const google::protobuf::ServiceDescriptor& FindService(const std::string& full_name) {
  const auto* found =
      google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(full_name);
  if (found == nullptr) throw std::logic_error("no service " + full_name);
  return *found;
}

TxMode ModeOf(const google::protobuf::MethodDescriptor& method) {
  if (IsReadOnly(method)) return TxMode::kStatement;
  const bool one = method.options().GetExtension(options::v1::commit) == options::v1::STATEMENT;
  return one ? TxMode::kStatement : TxMode::kTransaction;
}

}  // namespace

RpcService::RpcService(const std::string& full_name, RpcEnv env)
    : descriptor_(FindService(full_name)), env_(std::move(env)) {}

RpcService::~RpcService() = default;

Method& RpcService::AddMethod(const std::string& name, const google::protobuf::Descriptor& request,
                              const google::protobuf::Descriptor& response) {
  const auto* descriptor = descriptor_.FindMethodByName(name);
  if (descriptor == nullptr) throw std::logic_error("no method " + full_name() + "/" + name);
  if (descriptor->input_type() != &request || descriptor->output_type() != &response) {
    throw std::logic_error("a handler of other types for " + descriptor->full_name());
  }
  auto& method = *methods_.emplace_back(std::make_unique<Method>());
  method.descriptor = descriptor;
  method.path = "/" + full_name() + "/" + name;
  method.read_only = IsReadOnly(*descriptor);
  method.mode = ModeOf(*descriptor);
  method.metrics = env_.metrics.ForMethod(descriptor->full_name());
  return method;
}

void RpcService::AddUnary(const std::string& name, rpc_internal::UnaryMethod unary) {
  auto& method = AddMethod(name, *unary.new_request()->GetDescriptor(),
                           *unary.new_response()->GetDescriptor());
  method.unary = std::move(unary);
  grpc::Service::AddMethod(new grpc::internal::RpcServiceMethod(
      method.path.c_str(), grpc::internal::RpcMethod::NORMAL_RPC, nullptr));
  MarkMethodCallback(
      static_cast<int>(methods_.size()) - 1,
      new UnaryHandler([this, &method](grpc::CallbackServerContext* context,
                                       const grpc::ByteBuffer* in, grpc::ByteBuffer* out) {
        return Start(env_, method, context, in, out);
      }));
}

void RpcService::CheckComplete() const {
  for (int i = 0; i < descriptor_.method_count(); ++i) {
    const auto* method = descriptor_.method(i);
    const bool handled = std::ranges::any_of(
        methods_, [&](const auto& known) { return known->descriptor == method; });
    if (!handled) throw std::logic_error("no handler for " + method->full_name());
  }
}

}  // namespace redpeak
