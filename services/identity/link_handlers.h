#pragma once

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"

// What a stranger may do, with a mailed one-time link or to get one.
namespace redpeak::identity {

Result<v1::RegisterResponse> Register(IdentityDeps& deps, Call& call,
                                      const v1::RegisterRequest& request);
Result<v1::SignInResponse> ActivateAccount(IdentityDeps& deps, Call& call,
                                           const v1::ActivateAccountRequest& request);
Result<v1::RequestPasswordRecoveryResponse> RequestPasswordRecovery(
    IdentityDeps& deps, Call& call, const v1::RequestPasswordRecoveryRequest& request);
Result<v1::SignInResponse> RecoverPassword(IdentityDeps& deps, Call& call,
                                           const v1::RecoverPasswordRequest& request);

}  // namespace redpeak::identity
