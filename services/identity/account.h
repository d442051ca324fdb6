#pragma once

#include <string>
#include <string_view>

#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/status.h"

namespace redpeak::identity {

// What is done to an account as a whole.
enum class AccountAction { kActivate, kResendInvitation, kRecover, kDisable, kEnable };

// The state after it. `has_password`: its first link was used, so that enabling makes it ACTIVE
// again. FAILED_PRECONDITION STATE_WRONG where it cannot be done in the account's state.
Result<v1::Account::State> Next(const v1::Account& account, AccountAction action,
                                bool has_password);

// The login that was meant: without white space at its ends, ASCII letters small.
std::string NormaliseLogin(std::string_view typed);

}  // namespace redpeak::identity
