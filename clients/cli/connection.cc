#include "clients/cli/connection.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/security/credentials.h>

#include <thread>

#include "clients/cli/errors.h"
#include "clients/cli/files.h"
#include "clients/cli/schema.h"
#include "services/base/wire.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kAttempts = 4;
constexpr milliseconds kFirstPause(250);  // doubled after each attempt
constexpr int kLargestAnswer = 64 << 20;  // bytes; a page of 1000 may exceed gRPC's 4 MiB

bool IsLoopback(const std::string& server) {
  if (server.starts_with("unix:")) return true;
  if (server.starts_with("[::1]:")) return true;
  const auto host = server.substr(0, server.rfind(':'));
  const auto digits_only = host.find_first_not_of("0123456789.") == std::string::npos;
  return host == "localhost" || (host.starts_with("127.") && digits_only);
}

Result<std::shared_ptr<grpc::ChannelCredentials>> CredentialsFor(const Endpoint& endpoint) {
  if (endpoint.plaintext && !IsLoopback(endpoint.server)) return PlaintextRemote(endpoint.server);
  if (endpoint.plaintext) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions options;
  if (!endpoint.ca.empty()) {
    REDPEAK_ASSIGN_OR_RETURN(options.pem_root_certs, ReadFile(endpoint.ca));
  }
  return grpc::SslCredentials(options);
}

// One call under way, a step after another.
class Steps {
 public:
  Steps(std::shared_ptr<grpc::Channel> channel, grpc::ClientContext& context,
        const std::string& path)
      : stub_(std::move(channel)), stream_(stub_.PrepareCall(&context, path, &queue_)) {}

  // Each says whether the call goes on.
  bool Start() {
    stream_->StartCall(this);
    return Await();
  }
  bool Send(const Message& message) {
    stream_->Write(Encode(message), this);
    return Await();
  }
  bool EndSending() {
    stream_->WritesDone(this);
    return Await();
  }
  bool Receive(grpc::ByteBuffer& bytes) {
    stream_->Read(&bytes, this);
    return Await();
  }
  grpc::Status Finish() {
    grpc::Status status;
    stream_->Finish(&status, this);
    Await();
    return status;
  }

 private:
  bool Await() {
    void* tag = nullptr;
    bool going_on = false;
    return queue_.Next(&tag, &going_on) && going_on;
  }

  grpc::CompletionQueue queue_;
  grpc::GenericStub stub_;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
};

void SendAll(Steps& steps, const google::protobuf::Descriptor& type, const Connection::Next& next) {
  const auto part = NewMessage(type);
  while (next(*part)) {
    if (!steps.Send(*part)) return;  // the answer tells why
    part->Clear();
  }
  steps.EndSending();
}

Result<void> TakeAll(Steps& steps, const google::protobuf::Descriptor& type,
                     const Connection::Take& take) {
  grpc::ByteBuffer bytes;
  const auto answer = NewMessage(type);
  while (steps.Receive(bytes)) {
    REDPEAK_RETURN_IF_ERROR(Decode(bytes, *answer));
    REDPEAK_RETURN_IF_ERROR(take(*answer));
  }
  return {};
}

std::string PathOf(const MethodDescriptor& method) {
  return "/" + method.service()->full_name() + "/" + method.name();
}

bool IsRepeatable(const MethodDescriptor& method, const Message& request) {
  return !IsMutation(method) || request.GetDescriptor()->FindFieldByName("request_id") != nullptr;
}

}  // namespace

Connection::Connection(std::shared_ptr<grpc::Channel> channel, std::string token, seconds timeout)
    : channel_(std::move(channel)), token_(std::move(token)), timeout_(timeout) {}
Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::Open(const Endpoint& endpoint, std::string token,
                                                     seconds timeout) {
  REDPEAK_ASSIGN_OR_RETURN(const auto credentials, CredentialsFor(endpoint));
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kLargestAnswer);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, static_cast<int>(kFirstPause.count()));
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, static_cast<int>(kFirstPause.count()));
  auto channel = grpc::CreateCustomChannel(endpoint.server, credentials, arguments);
  return std::unique_ptr<Connection>(new Connection(std::move(channel), std::move(token), timeout));
}

Result<void> Connection::Exchange(const MethodDescriptor& method, const Next& next,
                                  const Take& take, seconds more_time) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + timeout_ + more_time);
  if (!token_.empty()) context.AddMetadata("authorization", "Bearer " + token_);
  Steps steps(channel_, context, PathOf(method));
  Result<void> taken;
  if (steps.Start()) {
    SendAll(steps, *method.input_type(), next);
    taken = TakeAll(steps, *method.output_type(), take);
    if (!taken) context.TryCancel();
  }
  const auto status = steps.Finish();
  REDPEAK_RETURN_IF_ERROR(taken);
  if (!status.ok()) return tl::unexpected(FromGrpc(status));
  return {};
}

Result<std::unique_ptr<Message>> Connection::Call(const MethodDescriptor& method,
                                                  const Message& request) {
  auto answer = NewMessage(*method.output_type());
  const auto attempt = [&] {
    bool sent = false;
    return Exchange(
        method,
        [&](Message& part) {
          if (!sent) part.CopyFrom(request);
          return !std::exchange(sent, true);
        },
        [&](const Message& taken) {
          answer->CopyFrom(taken);
          return Result<void>();
        });
  };
  REDPEAK_RETURN_IF_ERROR(IsRepeatable(method, request) ? Retry(attempt) : attempt());
  return answer;
}

Result<void> Connection::Retry(const std::function<Result<void>()>& attempt) {
  auto pause = kFirstPause;
  for (int left = kAttempts - 1;; --left, pause *= 2) {
    auto outcome = attempt();
    if (outcome || outcome.error().code != Code::kUnavailable || left == 0) return outcome;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace redpeak::cli
