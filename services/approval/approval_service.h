#pragma once

#include <memory>

#include "services/approval/approval_peers.h"
#include "services/base/rpc.h"

namespace redpeak::approval {

// Serves redpeak.approval.v1.ApprovalService.
std::unique_ptr<RpcService> NewApprovalService(RpcEnv env, ApprovalDeps deps);

}  // namespace redpeak::approval
