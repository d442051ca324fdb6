#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "services/base/rpc.h"

namespace redpeak::system {

struct SystemDeps {
  std::string version;
  std::vector<std::string> services;  // that this process serves
  bool clock_simulated = false;
};

// Serves redpeak.system.v1.SystemService.
std::unique_ptr<RpcService> NewSystemService(RpcEnv env, SystemDeps deps);

// Serves redpeak.system.v1.ClockService, which moves `clock` and its row in the database.
std::unique_ptr<RpcService> NewClockService(RpcEnv env, SystemDeps deps, SimulatedClock& clock);

}  // namespace redpeak::system
