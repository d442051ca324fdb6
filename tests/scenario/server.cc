#include "tests/scenario/server.h"

#include <google/protobuf/timestamp.pb.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <fstream>
#include <sstream>

#include "redpeak/system/v1/system_service.grpc.pb.h"
#include "services/base/crypto.h"
#include "tests/scenario/play_stopped.h"

namespace redpeak::scenario {
namespace {

using ::redpeak::system::v1::ClockService;
using ::redpeak::system::v1::MoveClockRequest;
using ::redpeak::system::v1::SystemService;

constexpr int kConnections = 4;
constexpr std::chrono::seconds kAnswerMax{60};

std::string ReadPem(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw PlayStopped("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string NewUuid() {
  auto bytes = RandomBytes(16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);  // version 4, by RFC 9562
  bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
  auto text = Hex(bytes);
  for (const std::size_t place : {20, 16, 12, 8}) text.insert(place, "-");
  return text;
}

}  // namespace

const User& Public() {
  static const User user{.title = "the public"};
  return user;
}

Server::Server(const std::string& address, const std::string& authority) {
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = ReadPem(authority);
  const auto credentials = grpc::SslCredentials(tls);
  for (int i = 0; i < kConnections; ++i) {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(-1);
    // Else channels alike would share one connection.
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    channels_.push_back(grpc::CreateCustomChannel(address, credentials, arguments));
  }
  const auto info = Do(Public(), "asks for the time", &SystemService::Stub::GetServerInfo, {});
  if (!info.clock_simulated()) throw PlayStopped("the server's clock is not simulated");
  now_ = FromProto(info.time());
}

void Server::MoveClock(Instant to) {
  if (to <= now_) return;
  MoveClockRequest request;
  *request.mutable_time() = ToProto(to);
  now_ = FromProto(Do(Public(), "moves the clock", &ClockService::Stub::MoveClock, request).time());
}

std::shared_ptr<grpc::Channel> Server::channel() { return channels_[turn_++ % channels_.size()]; }

void Server::Prepare(grpc::ClientContext& context, const User& user) {
  if (!user.token.empty()) context.AddMetadata("authorization", "Bearer " + user.token);
  context.set_deadline(std::chrono::system_clock::now() + kAnswerMax);
}

void Server::Stop(const User& user, std::string_view deed, const Error& error) {
  std::string text = user.title + " " + std::string(deed) + ": " + error.reason + " (" +
                     std::to_string(static_cast<int>(error.code)) + ") " + error.message;
  for (const auto& violation : error.violations) {
    text += "\n  " + violation.field + ": " + violation.description;
  }
  throw PlayStopped(text);
}

void Server::SetRequestId(google::protobuf::Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr || !request.GetReflection()->GetString(request, field).empty()) return;
  request.GetReflection()->SetString(&request, field, NewUuid());
}

}  // namespace redpeak::scenario
