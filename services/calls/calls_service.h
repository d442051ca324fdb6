#pragma once

#include <memory>

#include "services/base/peers.h"
#include "services/base/rpc.h"

namespace redpeak::calls {

struct CallsDeps {
  Peers& peers;
};

// Programmes and calls: proto/redpeak/calls/v1.
std::unique_ptr<RpcService> NewCallsService(RpcEnv env, CallsDeps deps);

}  // namespace redpeak::calls
