#include "services/identity/link_handlers.h"

#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/outbox.h"
#include "services/base/password.h"
#include "services/base/text.h"
#include "services/identity/account.h"
#include "services/identity/changes.h"
#include "services/identity/errors.h"
#include "services/identity/fields.h"
#include "services/identity/invitation_handlers.h"
#include "services/identity/link_store.h"
#include "services/identity/mails.h"
#include "services/identity/organisation_store.h"
#include "services/identity/person_store.h"
#include "services/identity/role.h"
#include "services/identity/sign_in_handlers.h"
#include "services/identity/tries_store.h"

namespace redpeak::identity {
namespace {

constexpr std::chrono::hours kRecoveryKept{2};  // mails.cc tells it, too
constexpr size_t kClientMax = 100;

// Whether this address may be mailed once more at the public's wish. Whoever asks for the same
// address at the same time waits until this call's end.
bool MayMail(Call& call, const std::string& login) {
  const std::vector<std::string> subjects = {MailSubject(login)};
  const auto tries = ReadTries(call.tx(), subjects).front();
  if (WaitLeft(tries, kMailTriesFree, call.now()).count() > 0) return false;
  CountTries(call.tx(), subjects, call.now());
  return true;
}

struct Choice {
  LinkPurpose purpose;
  AccountAction action;
  std::string token;
  std::string password;
  std::string client;
};

Result<void> CheckChoice(const Choice& choice) {
  Violations violations;
  violations.Required("token", choice.token);
  CheckOptionalLine(violations, "client", choice.client, kClientMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return CheckPasswordStrength(choice.password);
}

// The account that the link opens, with the new password; the link is used up, and all others are
// void. The slow hash comes before the first lock.
Result<v1::Account> UseLink(Call& call, const Choice& choice) {
  const auto token_sha256 = Sha256(choice.token);
  if (!FindLink(call.tx(), choice.purpose, token_sha256, call.now())) return LinkInvalid();
  const auto hash = HashPassword(choice.password);
  const auto id = TakeLink(call.tx(), choice.purpose, token_sha256, call.now());
  if (!id) return LinkInvalid();
  auto account = ReadAccountForUpdate(call.tx(), *id);
  if (!account || !Next(*account, choice.action, false)) return LinkInvalid();
  WritePassword(call.tx(), *id, hash);
  DeleteLinks(call.tx(), *id);
  return std::move(*account);
}

// Sets the password that was chosen, and signs in.
Result<v1::SignInResponse> Choose(IdentityDeps& deps, Call& call, const Choice& choice,
                                  const std::string& change) {
  REDPEAK_RETURN_IF_ERROR(CheckChoice(choice));
  REDPEAK_ASSIGN_OR_RETURN(const auto account, UseLink(call, choice));
  const auto id = LastId(account.name());
  DeleteSessions(call.tx(), id);
  const auto ready = MakeSession(deps, call, id, choice.client);
  InsertSession(call.tx(), ready.session, LoginSubject(account.login()));
  call.Append(account.name(), AccountChange(change));
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  return TellSession(call, ready);
}

Result<void> CheckRegistration(Call& call, const v1::RegisterRequest& request,
                               const std::string& login, const std::string& display_name) {
  Violations violations;
  CheckEmail(violations, "email", login);
  CheckLine(violations, "display_name", display_name, kPersonNameMax);
  CheckLanguage(violations, "language", request.language());
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  REDPEAK_ASSIGN_OR_RETURN(const auto organisation,
                           ParseId("organisations", "organisation", request.organisation()));
  if (ReadOrganisation(call.tx(), organisation)) return {};
  return FieldInvalid("organisation", "NOT_FOUND", request.organisation(),
                      "there is no such organisation");
}

// A person with an account that waits for its link.
void MakeResearcher(const IdentityDeps& deps, Call& call, const v1::RegisterRequest& request,
                    const std::string& login, const std::string& display_name) {
  v1::Person person;
  person.set_name(MakeName("people", call.NewId()));
  person.set_display_name(display_name);
  person.set_email(login);
  person.set_organisation(request.organisation());
  InsertPeople(call.tx(), {person}, deps.keys, call.now());
  call.Append(person.name(), PersonChange("created"));
  InviteAll(deps, call,
            {{.id = call.NewId(),
              .login = login,
              .person = LastId(person.name()),
              .language = LanguageOrDefault(request.language()),
              .grants = {GrantEverywhere(options::v1::RESEARCHER)}}});
}

}  // namespace

Result<v1::RegisterResponse> Register(IdentityDeps& deps, Call& call,
                                      const v1::RegisterRequest& request) {
  const auto login = NormaliseLogin(request.email());
  const auto display_name = Trim(request.display_name());
  REDPEAK_RETURN_IF_ERROR(CheckRegistration(call, request, login, display_name));
  if (!MayMail(call, login)) return v1::RegisterResponse();
  const auto known = FindAccount(call.tx(), login);
  if (!known) {
    MakeResearcher(deps, call, request, login, display_name);
  } else if (known->state() == v1::Account::INVITED) {
    InviteAgain(deps, call, *known);
  } else {
    const auto mail = AccountExistsMail(known->language(), deps.web_url);
    QueueMail(call, {login, mail.subject, mail.text});
  }
  return v1::RegisterResponse();
}

Result<v1::SignInResponse> ActivateAccount(IdentityDeps& deps, Call& call,
                                           const v1::ActivateAccountRequest& request) {
  return Choose(deps, call,
                {LinkPurpose::kActivation, AccountAction::kActivate, request.token(),
                 request.password(), request.client()},
                "activated");
}

Result<v1::RequestPasswordRecoveryResponse> RequestPasswordRecovery(
    IdentityDeps& deps, Call& call, const v1::RequestPasswordRecoveryRequest& request) {
  const auto login = NormaliseLogin(request.login());
  Violations violations;
  CheckEmail(violations, "login", login);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (!MayMail(call, login)) return v1::RequestPasswordRecoveryResponse();
  const auto account = FindAccount(call.tx(), login);
  if (account && account->state() == v1::Account::INVITED) {
    InviteAgain(deps, call, *account);
  } else if (account && account->state() == v1::Account::ACTIVE) {
    const auto token = NewToken();
    PutLinks(call.tx(), LinkPurpose::kRecovery, {{LastId(account->name()), token.sha256}},
             call.now() + kRecoveryKept);
    const auto mail = RecoveryMail(account->language(), deps.web_url, token.text);
    QueueMail(call, {account->login(), mail.subject, mail.text});
    call.Append(account->name(), AccountChange("recovery_requested"));
  }
  return v1::RequestPasswordRecoveryResponse();
}

Result<v1::SignInResponse> RecoverPassword(IdentityDeps& deps, Call& call,
                                           const v1::RecoverPasswordRequest& request) {
  return Choose(deps, call,
                {LinkPurpose::kRecovery, AccountAction::kRecover, request.token(),
                 request.password(), request.client()},
                "password_recovered");
}

}  // namespace redpeak::identity
