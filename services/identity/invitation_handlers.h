#pragma once

#include <string>
#include <vector>

#include "services/base/call.h"
#include "services/identity/account_store.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

// Makes the accounts, mails each its link, and appends the events.
void InviteAll(const IdentityDeps& deps, Call& call, const std::vector<NewAccount>& accounts);

// Mails an account that is still INVITED a new link, which voids the older one.
void InviteAgain(const IdentityDeps& deps, Call& call, const v1::Account& account);

}  // namespace redpeak::identity
