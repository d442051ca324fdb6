#pragma once

#include <string>

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"
#include "services/identity/session_store.h"
#include "services/identity/token.h"

namespace redpeak::identity {

// A session that can be opened, with the token that is told.
struct ReadySession {
  NewSession session;
  Token token;
};
ReadySession MakeSession(const IdentityDeps& deps, Call& call, const std::string& account,
                         const std::string& client);

// The answer that tells the token, once the session is open.
Result<v1::SignInResponse> TellSession(Call& call, const ReadySession& ready);

// Spends on an unknown login what is spent on a known one; computed once, so do it before serving.
void WarmUpPasswords();

Result<v1::SignInResponse> SignIn(IdentityDeps& deps, Call& call, const v1::SignInRequest& request);
Result<v1::SignOutResponse> SignOut(IdentityDeps& deps, Call& call,
                                    const v1::SignOutRequest& request);
Result<v1::ChangePasswordResponse> ChangePassword(IdentityDeps& deps, Call& call,
                                                  const v1::ChangePasswordRequest& request);

}  // namespace redpeak::identity
