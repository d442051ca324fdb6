#pragma once

#include <memory>
#include <string>
#include <vector>

#include "services/base/peers.h"
#include "services/base/rpc.h"
#include "services/gateway/gateway.h"
#include "services/server/config.h"
#include "services/server/secrets.h"

namespace redpeak::server {

// What a service is made from.
struct Making {
  const Config& config;
  const Secrets& secrets;
  Peers& peers;
  Sessions& sessions;
  SimulatedClock* simulated_clock;  // null with the real clock
  Metrics& metrics;
  IdSource& ids;
};

// What a service consists of in this process.
struct Made {
  std::vector<std::unique_ptr<RpcService>> rpcs{};
  std::shared_ptr<void> background{};  // threads that end when it is destroyed
  std::unique_ptr<gateway::Gateway> gateway{};
};

// One service of the system.
struct ServiceEntry {
  std::string name;
  std::vector<std::string> needs;  // services that it asks
  Made (*make)(RpcEnv env, const Making& making);
  bool has_schema = true;  // and a role of the database, redpeak_{name}
};

// All, in an order in which each follows those that it needs.
const std::vector<ServiceEntry>& AllServices();

// Null if there is none of this name.
const ServiceEntry* FindService(const std::string& name);

// Those that a configuration serves here.
std::vector<const ServiceEntry*> ServicesOf(const Config& config);

// Services that those served here need, but that are neither served here nor configured as peers.
std::vector<std::string> MissingPeers(const Config& config);

}  // namespace redpeak::server
