#pragma once

#include <cstdint>
#include <memory>

#include "services/base/peers.h"
#include "services/base/rpc.h"
#include "services/submissions/sending_store.h"
#include "services/submissions/submissions_peers.h"

namespace redpeak::submissions {

// What the handlers stand on.
struct SubmissionsDeps {
  Peers& peers;  // calls and identity
  int64_t attachment_bytes_max = 10 << 20;
  std::shared_ptr<KnownCalls> calls = std::make_shared<KnownCalls>();
  std::shared_ptr<Numbers> numbers = std::make_shared<Numbers>();
};

std::unique_ptr<RpcService> NewSubmissionsService(RpcEnv env, SubmissionsDeps deps);

}  // namespace redpeak::submissions
