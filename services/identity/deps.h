#pragma once

#include <string>

#include "services/base/sessions.h"
#include "services/identity/identity_number.h"

namespace redpeak::identity {

// What the handlers stand on beside their call.
struct IdentityDeps {
  Sessions& sessions;   // forgets when sessions, accounts or roles change
  IdentityKeys keys;    // of identity numbers
  std::string web_url;  // what links in mail begin with, e.g. http://127.0.0.1:8080
  int session_days = 7;
};

}  // namespace redpeak::identity
