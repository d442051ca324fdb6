#include "tests/server.h"

#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>
#include <grpcpp/grpcpp.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "tests/postgres.h"

namespace redpeak::testing {
namespace {

void WriteSecrets(const std::string& path, const server::Secrets& secrets) {
  using std::filesystem::perms;
  std::ofstream(path) << server::FormatSecrets(secrets);
  std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
}

}  // namespace

Instant At(const std::string& text) {
  google::protobuf::Timestamp timestamp;
  if (!google::protobuf::util::TimeUtil::FromString(text, &timestamp))
    throw std::runtime_error(text);
  return FromProto(timestamp);
}

TestServer::TestServer(void (*tweak)(server::Config&)) {
  config_.database = TestCluster::Get().NewDatabase();
  config_.listen = "127.0.0.1:0";
  config_.web_listen = "127.0.0.1:0";
  config_.clock = "simulated";
  config_.clock_start = "2022-03-01T08:00:00+08:00";
  config_.log_level = "warning";
  config_.account_rate = 0;
  config_.address_rate = 0;
  config_.workers = 4;
  config_.mail_directory = TestCluster::Get().socket_directory() + "/mail-" +
                           std::to_string(reinterpret_cast<uintptr_t>(this));
  config_.secrets_file = config_.mail_directory + "-secrets";
  WriteSecrets(config_.secrets_file, secrets_);
  if (tweak != nullptr) tweak(config_);
  auto started = server::Server::Start(config_);
  if (!started) throw std::runtime_error(started.error().message);
  server_ = std::move(*started);
  // By TCP as clients come, since calls inside a process must not outlive its server.
  channel_ = grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()),
                                 grpc::InsecureChannelCredentials());
  server_->sessions().SetResolver([this, real = server_->sessions().resolver()](
                                      const std::string& hash) -> Result<SessionCaller> {
    {
      std::lock_guard lock(mutex_);
      const auto it = callers_.find(hash);
      if (it != callers_.end()) return SessionCaller{it->second, Instant::max()};
    }
    return real(hash);
  });
}

std::string TestServer::SignInAs(Caller caller) {
  const auto token = ToBase64Url(RandomBytes(16));
  std::lock_guard lock(mutex_);
  callers_[Sha256(token)] = std::move(caller);
  return token;
}

std::string TestServer::SignInAs(const std::string& id, Role role, const std::string& scope,
                                 const std::string& organisation) {
  Caller caller;
  caller.account = "accounts/" + id;
  caller.person = "people/" + id;
  caller.display_name = id;
  caller.organisation = organisation;
  caller.grants = {{role, scope}};
  return SignInAs(std::move(caller));
}

}  // namespace redpeak::testing
