#pragma once

#include "services/base/peers.h"
#include "services/base/sessions.h"

namespace redpeak::server {

// Asks the identity service who has a session.
Sessions::Resolver MakeResolver(Peers& peers);

}  // namespace redpeak::server
