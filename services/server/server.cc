#include "services/server/server.h"

#include <google/protobuf/stubs/logging.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <fstream>
#include <sstream>

#include "services/base/errors.h"
#include "services/base/log.h"
#include "services/base/metrics.h"
#include "services/base/peers.h"
#include "services/server/callback_threads.h"
#include "services/server/clock_keeper.h"
#include "services/server/housekeeper.h"
#include "services/server/migrations.h"
#include "services/server/resolver.h"
#include "services/server/services.h"

namespace redpeak::server {
namespace {

constexpr std::chrono::seconds kShutdownMax{10};
constexpr int kMessageBytesMax = 4 << 20;

Failure Unusable(const std::string& why) {
  return Failure({Code::kFailedPrecondition, "INTERNAL", why});
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A service's own threads, connections and peers. They outlive its RPCs.
struct Unit {
  std::string name;
  bool has_schema = true;
  std::unique_ptr<Workers> workers;
  std::unique_ptr<Pool> pool;
  std::unique_ptr<Peers> peers;
  Made made;
};

// Prepares every statement of a service once, so that a mistake is found before the first call.
Result<void> CheckStatements(const Unit& unit) {
  return InTransaction(*unit.pool, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
    for (const auto* statement : Statement::All()) {
      if (std::string_view(statement->name()).starts_with(unit.name + ".")) tx.Prepare(*statement);
    }
    return {};
  });
}

std::shared_ptr<grpc::ServerCredentials> ServerCredentials(const Config& config) {
  if (config.tls_certificate.empty()) return grpc::InsecureServerCredentials();
  grpc::SslServerCredentialsOptions options;
  options.pem_key_cert_pairs.push_back(
      {ReadFile(config.tls_key), ReadFile(config.tls_certificate)});
  return grpc::SslServerCredentials(options);
}

std::shared_ptr<grpc::Channel> PeerChannel(const Config& config, const std::string& address) {
  if (config.tls_ca.empty())
    return grpc::CreateChannel(address, grpc::InsecureChannelCredentials());
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = ReadFile(config.tls_ca);
  return grpc::CreateChannel(address, grpc::SslCredentials(options));
}

LogLevel LevelOf(const std::string& name) {
  if (name == "debug") return LogLevel::kDebug;
  if (name == "warning") return LogLevel::kWarning;
  return name == "error" ? LogLevel::kError : LogLevel::kInfo;
}

}  // namespace

struct Server::Impl {
  explicit Impl(const Config& given)
      : config(given),
        account_rate(given.account_rate, given.account_rate * 5),
        address_rate(given.address_rate, given.address_rate * 5) {}

  Result<void> Open();
  Result<void> OpenClock();
  const Clock& clock() const {
    return clock_keeper ? static_cast<const Clock&>(clock_keeper->clock()) : real;
  }
  void MakeUnit(const ServiceEntry& entry);
  void KeepHouse();
  gateway::Gateway* FindGateway();
  Result<void> Listen();
  void Connect();
  void Shutdown();

  const Config config;
  Secrets secrets;
  SystemClock real;
  IdSource ids;
  Sessions sessions;
  Metrics metrics;
  RateLimiter account_rate;
  RateLimiter address_rate;
  std::unique_ptr<MetricsServer> metrics_server;
  std::vector<std::unique_ptr<Unit>> units;
  std::unique_ptr<Peers> session_peers;
  std::unique_ptr<ClockKeeper> clock_keeper;
  std::unique_ptr<Housekeeper> housekeeper;
  // The first is for other processes and clients; the second carries calls between services of this
  // process, and outlives the first, so that calls under way can finish at shutdown.
  std::unique_ptr<grpc::Server> outer;
  std::unique_ptr<grpc::Server> inner;
  int port = 0;
};

Result<void> Server::Impl::Open() {
  REDPEAK_RETURN_IF_ERROR(CheckConfig(config));
  SetLogLevel(LevelOf(config.log_level));
  // protobuf would write what it cannot read to standard error.
  google::protobuf::SetLogHandler(nullptr);
  if (config.secrets_file.empty()) {
    secrets = MakeSecrets();
  } else {
    REDPEAK_ASSIGN_OR_RETURN(secrets, ReadSecrets(config.secrets_file));
  }
  REDPEAK_RETURN_IF_ERROR(CheckMigrated(DsnOf(config.database, "system")));
  REDPEAK_RETURN_IF_ERROR(OpenClock());
  session_peers = std::make_unique<Peers>("session", secrets.peer_key);
  sessions.SetResolver(
      MakeResolver(*session_peers));  // identity, if it is served here, sets its own
  for (const auto* entry : ServicesOf(config)) MakeUnit(*entry);
  for (const auto& unit : units) {
    if (unit->has_schema) REDPEAK_RETURN_IF_ERROR(CheckStatements(*unit));
  }
  REDPEAK_RETURN_IF_ERROR(Listen());
  Connect();
  KeepHouse();
  if (auto* gateway = FindGateway(); gateway != nullptr) REDPEAK_RETURN_IF_ERROR(gateway->Start());
  if (!config.metrics_listen.empty()) {
    metrics_server = std::make_unique<MetricsServer>(config.metrics_listen, metrics);
  }
  return {};
}

Result<void> Server::Impl::OpenClock() {
  if (config.clock != "simulated") return {};
  REDPEAK_ASSIGN_OR_RETURN(
      clock_keeper, ClockKeeper::Start(DsnOf(config.database, "system"), config.clock_start));
  return {};
}

void Server::Impl::MakeUnit(const ServiceEntry& entry) {
  auto& unit = *units.emplace_back(std::make_unique<Unit>());
  unit.name = entry.name;
  unit.has_schema = entry.has_schema;
  const auto threads = static_cast<size_t>(config.workers);
  unit.workers = std::make_unique<Workers>(threads, static_cast<size_t>(config.queue_max));
  unit.pool = std::make_unique<Pool>(DsnOf(config.database, entry.name), threads + 1);
  unit.peers = std::make_unique<Peers>(entry.name, secrets.peer_key);
  SimulatedClock* moved = clock_keeper ? &clock_keeper->clock() : nullptr;
  const RpcEnv env{*unit.workers, *unit.pool,   clock(),         ids, sessions, metrics,
                   account_rate,  address_rate, secrets.peer_key};
  unit.made = entry.make(env, {config, secrets, *unit.peers, sessions, moved, metrics, ids});
  for (const auto& rpc : unit.made.rpcs) rpc->CheckComplete();
}

Result<void> Server::Impl::Listen() {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  grpc::ServerBuilder inside;
  grpc::ServerBuilder outside;
  outside.AddListeningPort(config.listen, ServerCredentials(config), &port);
  // A second server on the same port would otherwise share it silently.
  outside.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  outside.SetMaxReceiveMessageSize(kMessageBytesMax);
  for (const auto& unit : units) {
    for (const auto& rpc : unit->made.rpcs) {
      inside.RegisterService(rpc.get());
      outside.RegisterService(rpc.get());
    }
  }
  inside.SetMaxReceiveMessageSize(-1);
  inner = inside.BuildAndStart();
  outer = outside.BuildAndStart();
  if (inner == nullptr || outer == nullptr || port == 0) {
    return Unusable("cannot listen on " + config.listen + ": is it in use?");
  }
  for (const auto& unit : units) {
    for (const auto& rpc : unit->made.rpcs) {
      outer->GetHealthCheckService()->SetServingStatus(rpc->full_name(), true);
    }
  }
  return {};
}

void Server::Impl::Connect() {
  std::map<std::string, std::shared_ptr<grpc::Channel>> channels;
  for (const auto& [name, address] : config.peers) channels[name] = PeerChannel(config, address);
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(-1);
  for (const auto& unit : units) channels[unit->name] = inner->InProcessChannel(arguments);
  for (const auto& unit : units) unit->peers->Set(channels);
  session_peers->Set(channels);
}

void Server::Impl::KeepHouse() {
  std::vector<Pool*> pools;
  for (const auto& unit : units) {
    if (unit->has_schema) pools.push_back(unit->pool.get());
  }
  housekeeper = std::make_unique<Housekeeper>(std::move(pools), clock());
}

gateway::Gateway* Server::Impl::FindGateway() {
  for (const auto& unit : units) {
    if (unit->made.gateway) return unit->made.gateway.get();
  }
  return nullptr;
}

void Server::Impl::Shutdown() {
  housekeeper.reset();
  if (auto* gateway = FindGateway(); gateway != nullptr) gateway->Stop();
  if (outer) {
    outer->GetHealthCheckService()->SetServingStatus(false);
    outer->Shutdown(std::chrono::system_clock::now() + kShutdownMax);
    outer->Wait();
  }
  for (const auto& unit : units) unit->made.background.reset();
  if (inner) {
    inner->Shutdown(std::chrono::system_clock::now() + kShutdownMax);
    inner->Wait();
  }
  for (const auto& unit : units) unit->workers->Stop();
  outer.reset();
  inner.reset();
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Server::~Server() { Shutdown(); }

Result<std::unique_ptr<Server>> Server::Start(const Config& config) {
  KeepCallbackThreads();
  auto impl = std::make_unique<Impl>(config);
  if (auto opened = impl->Open(); !opened) {
    impl->Shutdown();
    return tl::unexpected(std::move(opened).error());
  }
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

int Server::port() const { return impl_->port; }

int Server::web_port() const {
  const auto* gateway = impl_->FindGateway();
  return gateway == nullptr ? 0 : gateway->port();
}

std::shared_ptr<grpc::Channel> Server::InProcessChannel() {
  return impl_->outer->InProcessChannel({});
}

SimulatedClock* Server::simulated_clock() {
  return impl_->clock_keeper ? &impl_->clock_keeper->clock() : nullptr;
}

Sessions& Server::sessions() { return impl_->sessions; }

void Server::Shutdown() { impl_->Shutdown(); }

}  // namespace redpeak::server
