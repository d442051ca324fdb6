#include "services/identity/sign_in_handlers.h"

#include <algorithm>

#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/password.h"
#include "services/identity/account.h"
#include "services/identity/changes.h"
#include "services/identity/errors.h"
#include "services/identity/fields.h"
#include "services/identity/tries_store.h"

namespace redpeak::identity {
namespace {

constexpr size_t kClientMax = 100;

// A hash that no password has.
const std::string& NobodysHash() {
  static const std::string hash = HashPassword(RandomBytes(32));
  return hash;
}

// SIGN_IN_THROTTLED where the login or the address has failed too often.
Result<void> CheckTries(Call& call, const std::vector<std::string>& subjects) {
  const auto tries = ReadTries(call.tx(), subjects);
  const auto wait = std::max(WaitLeft(tries[0], kLoginTriesFree, call.now()),
                             WaitLeft(tries[1], kAddressTriesFree, call.now()));
  if (wait.count() > 0) return SignInThrottled(wait);
  return {};
}

// The credentials that login and password prove. Every failure is counted, though the call fails:
// the methods that call this commit each statement by itself. Several tries at once may all pass
// the check before the first is counted; each makes the wait that follows longer.
Result<Credentials> Prove(Call& call, const std::string& login, const std::string& password) {
  const std::vector<std::string> subjects = {LoginSubject(login),
                                             AddressSubject(call.caller().peer_address)};
  REDPEAK_RETURN_IF_ERROR(CheckTries(call, subjects));
  const auto found = ReadCredentials(call.tx(), login);
  const bool known = found && found->state == v1::Account::ACTIVE && !found->password_hash.empty();
  const bool right = VerifyPassword(known ? found->password_hash : NobodysHash(), password);
  if (known && right) return *found;
  CountTries(call.tx(), subjects, call.now());
  return CredentialsWrong();
}

// Today's parameters, where the hash was made with older ones.
void Renew(Call& call, Credentials& credentials, const std::string& password) {
  if (!NeedsRehash(credentials.password_hash)) return;
  const auto hash = HashPassword(password);
  Rehash(call.tx(), credentials, hash);
  credentials.password_hash = hash;
}

}  // namespace

void WarmUpPasswords() { NobodysHash(); }

ReadySession MakeSession(const IdentityDeps& deps, Call& call, const std::string& account,
                         const std::string& client) {
  auto token = NewToken();
  NewSession session{.id = call.NewId(),
                     .account = account,
                     .token_sha256 = token.sha256,
                     .create_time = call.now(),
                     .expire_time = call.now() + std::chrono::days(deps.session_days),
                     .peer = call.caller().peer_address,
                     .client = client};
  return {std::move(session), std::move(token)};
}

Result<v1::SignInResponse> TellSession(Call& call, const ReadySession& ready) {
  auto account = ReadAccount(call.tx(), ready.session.account);
  if (!account) return Internal("the account of a new session is gone");
  v1::SignInResponse response;
  response.set_token(ready.token.text);
  *response.mutable_account() = std::move(*account);
  *response.mutable_expire_time() = ToProto(ready.session.expire_time);
  return response;
}

Result<v1::SignInResponse> SignIn(IdentityDeps& deps, Call& call,
                                  const v1::SignInRequest& request) {
  const auto login = NormaliseLogin(request.login());
  Violations violations;
  violations.Required("login", login);
  violations.Required("password", request.password());
  CheckOptionalLine(violations, "client", request.client(), kClientMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  REDPEAK_ASSIGN_OR_RETURN(auto credentials, Prove(call, login, request.password()));
  Renew(call, credentials, request.password());
  const auto ready = MakeSession(deps, call, credentials.account, request.client());
  if (!OpenSession(call.tx(), ready.session, credentials, LoginSubject(login),
                   AccountChange("signed_in"))) {
    return CredentialsWrong();  // disabled, or given another password, since it was verified
  }
  return TellSession(call, ready);
}

Result<v1::SignOutResponse> SignOut(IdentityDeps& deps, Call& call, const v1::SignOutRequest&) {
  const auto& caller = call.caller();
  if (DeleteSession(call.tx(), LastId(caller.account), caller.session)) {
    call.Append(caller.account, AccountChange("signed_out"));
  }
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  return v1::SignOutResponse();
}

Result<v1::ChangePasswordResponse> ChangePassword(IdentityDeps& deps, Call& call,
                                                  const v1::ChangePasswordRequest& request) {
  Violations violations;
  violations.Required("old_password", request.old_password());
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  REDPEAK_RETURN_IF_ERROR(CheckPasswordStrength(request.new_password()));
  const auto account = ReadAccount(call.tx(), LastId(call.caller().account));
  if (!account) return NotFound(call.caller().account);
  REDPEAK_ASSIGN_OR_RETURN(const auto credentials,
                           Prove(call, account->login(), request.old_password()));
  const auto hash = HashPassword(request.new_password());
  if (!ChangePassword(call.tx(), credentials, hash, call.caller().session, call.now(),
                      AccountChange("password_changed"))) {
    return CredentialsWrong();
  }
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  return v1::ChangePasswordResponse();
}

}  // namespace redpeak::identity
