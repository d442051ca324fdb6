#pragma once

#include <memory>

#include "services/base/rpc.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

// Serves redpeak.identity.v1.IdentityService, and sets who may see what of a Person.
std::unique_ptr<RpcService> NewIdentityService(RpcEnv env, IdentityDeps deps);

// Finds callers by their sessions in the database itself. In the process that serves identity this
// must be the resolver: were its workers to ask identity who calls, all could wait for one another.
Sessions::Resolver MakeSessionResolver(Pool& pool, const Clock& clock);

}  // namespace redpeak::identity
