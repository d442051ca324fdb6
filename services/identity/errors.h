#pragma once

#include <chrono>

#include "services/base/status.h"

namespace redpeak::identity {

// UNAUTHENTICATED, whatever was wrong of login and password.
Failure CredentialsWrong();

// RESOURCE_EXHAUSTED; metadata: seconds.
Failure SignInThrottled(std::chrono::seconds wait);

// FAILED_PRECONDITION: the one-time link was used, was replaced, has expired, or never was.
Failure LinkInvalid();

// FAILED_PRECONDITION: without this account's role nobody could manage accounts.
Failure LastAdministrator();

}  // namespace redpeak::identity
