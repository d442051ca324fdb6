#pragma once

#include <memory>

#include "services/base/peers.h"
#include "services/review/review_peers_cache.h"

namespace redpeak::review {

// What the handlers stand on.
struct ReviewDeps {
  Peers& peers;  // identity, calls and submissions
  std::shared_ptr<CallCache> calls = std::make_shared<CallCache>();
};

}  // namespace redpeak::review
