#pragma once

// What unary and streaming calls share. Only rpc*.cc include this.

#include <grpcpp/impl/codegen/server_callback_handlers.h>
#include <grpcpp/impl/rpc_service_method.h>
#include <grpcpp/support/server_callback.h>

#include <chrono>
#include <string>

#include "services/base/rpc.h"

namespace redpeak::rpc_internal {

struct Method {
  const google::protobuf::MethodDescriptor* descriptor = nullptr;
  std::string path;  // /redpeak.review.v1.ReviewService/SubmitReview
  TxMode mode = TxMode::kTransaction;
  bool read_only = false;
  std::unique_ptr<MethodMetrics> metrics;
  UnaryMethod unary{};
  UploadMethod upload{};
  DownloadMethod download{};
};

// A call that was admitted: who calls, and what goes with it.
struct Admitted {
  Caller caller;
  Trace trace;
};

// Finds the caller by the call's metadata, and checks deadline, rates and access.
Result<Admitted> Admit(const RpcEnv& env, const Method& method,
                       grpc::CallbackServerContext& context);

// Counts, times and logs a call that has ended, and gives its status.
grpc::Status Close(const Method& method, const Trace& trace, const Caller& caller,
                   std::chrono::steady_clock::time_point began, const Result<void>& outcome);

// The request_id of a message, checked to be a UUID, with the fingerprint of the message.
Result<RequestKey> KeyOf(const RpcEnv& env, const Caller& caller, const Method& method,
                         const google::protobuf::Message& request);

// Turns what a handler throws into an Internal failure.
Result<void> Protect(const std::function<Result<void>()>& run);

}  // namespace redpeak::rpc_internal
