#include "services/identity/account_handlers.h"

#include <algorithm>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/identity/account.h"
#include "services/identity/account_store.h"
#include "services/identity/changes.h"
#include "services/identity/errors.h"
#include "services/identity/fields.h"
#include "services/identity/invitation_handlers.h"
#include "services/identity/link_store.h"
#include "services/identity/person_store.h"
#include "services/identity/role.h"
#include "services/identity/role_handlers.h"
#include "services/identity/session_store.h"

namespace redpeak::identity {
namespace {

constexpr int kGrantsMax = 100;
constexpr size_t kQueryMax = 120;

Result<v1::Account> ForUpdate(Call& call, const std::string& name, const std::string& etag) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("accounts", "name", name));
  auto account = ReadAccountForUpdate(call.tx(), id);
  if (!account) return NotFound(name);
  if (!etag.empty() && etag != account->etag()) return EtagMismatch(name);
  return std::move(*account);
}

// The account as it now is.
Result<v1::Account> Tell(Call& call, const std::string& id) {
  auto account = ReadAccount(call.tx(), id);
  if (!account) return NotFound(MakeName("accounts", id));
  return std::move(*account);
}

Result<void> CheckGrants(Call& call, const v1::InviteAccountRequest& request) {
  Violations violations;
  violations.Range("grants", request.grants_size(), 0, kGrantsMax);
  CheckLanguage(violations, "language", request.language());
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  for (int i = 0; i < request.grants_size(); ++i) {
    const auto field = "grants[" + std::to_string(i) + "]";
    REDPEAK_RETURN_IF_ERROR(CheckGrant(call.tx(), field, request.grants(i)));
  }
  return {};
}

// The person's new login, which nobody may have.
Result<std::string> NewLogin(Call& call, const v1::InviteAccountRequest& request,
                             const v1::Person& person) {
  const auto login = NormaliseLogin(request.login().empty() ? person.email() : request.login());
  Violations violations;
  if (violations.Required("login", login)) CheckEmail(violations, "login", login);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  const auto taken = FindTaken(call.tx(), {login}, {LastId(person.name())});
  if (std::ranges::find(taken.logins, login) != taken.logins.end()) return AlreadyExists(login);
  if (!taken.people.empty()) return AlreadyExists("an account of " + person.name());
  return login;
}

}  // namespace

Result<v1::Account> InviteAccount(IdentityDeps& deps, Call& call,
                                  const v1::InviteAccountRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto person_id, ParseId("people", "person", request.person()));
  REDPEAK_RETURN_IF_ERROR(CheckGrants(call, request));
  const auto person = ReadPersonForUpdate(call.tx(), person_id);
  if (!person) return NotFound(request.person());
  REDPEAK_ASSIGN_OR_RETURN(const auto login, NewLogin(call, request, *person));
  const NewAccount account{.id = call.NewId(),
                           .login = login,
                           .person = person_id,
                           .language = LanguageOrDefault(request.language()),
                           .grants = {request.grants().begin(), request.grants().end()}};
  InviteAll(deps, call, {account});
  return Tell(call, account.id);
}

Result<v1::Account> ResendInvitation(IdentityDeps& deps, Call& call,
                                     const v1::ResendInvitationRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto account, ForUpdate(call, request.name(), ""));
  REDPEAK_RETURN_IF_ERROR(Next(account, AccountAction::kResendInvitation, false));
  InviteAgain(deps, call, account);
  return account;
}

Result<v1::Account> GetAccount(IdentityDeps&, Call& call, const v1::GetAccountRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("accounts", "name", request.name()));
  return Tell(call, id);
}

Result<v1::ListAccountsResponse> ListAccounts(IdentityDeps&, Call& call,
                                              const v1::ListAccountsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  Violations violations;
  violations.Length("query", request.query(), kQueryMax);
  if (!options::v1::Role_IsValid(request.role()))
    violations.Add("role", "UNKNOWN", "", "is no role");
  if (!v1::Account::State_IsValid(request.state()))
    violations.Add("state", "UNKNOWN", "", "is no state");
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  v1::ListAccountsResponse response;
  for (auto& account : ListAccounts(call.tx(), request, page)) {
    if (response.accounts_size() == page.size) {
      const auto& last = response.accounts(page.size - 1);
      response.set_next_page_token(
          MakePageToken(request, {last.display_name(), LastId(last.person())}));
      break;
    }
    *response.add_accounts() = std::move(account);
  }
  return response;
}

Result<v1::Account> DisableAccount(IdentityDeps& deps, Call& call,
                                   const v1::DisableAccountRequest& request) {
  Violations violations;
  CheckOptionalLine(violations, "reason", request.reason(), kReasonMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  const auto administrators = LockAdministrators(call.tx());
  REDPEAK_ASSIGN_OR_RETURN(const auto account, ForUpdate(call, request.name(), request.etag()));
  REDPEAK_ASSIGN_OR_RETURN(const auto state, Next(account, AccountAction::kDisable, false));
  const auto id = LastId(account.name());
  if (IsLast(administrators, id)) return LastAdministrator();
  WriteState(call.tx(), id, state);
  DeleteSessions(call.tx(), id);
  DeleteLinks(call.tx(), id);
  auto change = AccountChange("disabled");
  change.mutable_account_changed()->set_reason(request.reason());
  call.Append(account.name(), std::move(change));
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  return Tell(call, id);
}

Result<v1::Account> EnableAccount(IdentityDeps& deps, Call& call,
                                  const v1::EnableAccountRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto account, ForUpdate(call, request.name(), request.etag()));
  const auto id = LastId(account.name());
  REDPEAK_ASSIGN_OR_RETURN(const auto state,
                           Next(account, AccountAction::kEnable, HasPassword(call.tx(), id)));
  WriteState(call.tx(), id, state);
  call.Append(account.name(), AccountChange("enabled"));
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  return Tell(call, id);
}

}  // namespace redpeak::identity
