#pragma once

#include <string>

#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/ids.h"
#include "services/base/status.h"

namespace redpeak::identity {

// Who manages a system in which nobody else can let anybody in.
struct FirstAdministrator {
  std::string login;  // an e-mail address
  std::string display_name;
  std::string password;
};

// Makes the person and an ACTIVE account with the role ADMINISTRATOR. `pool` connects as this
// service. FIELD_INVALID; PASSWORD_TOO_WEAK; ALREADY_EXISTS where there is an active administrator,
// or where the login is taken.
Result<v1::Account> CreateFirstAdministrator(Pool& pool, const FirstAdministrator& administrator,
                                             Instant now, IdSource& ids);

}  // namespace redpeak::identity
