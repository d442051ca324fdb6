#include "tests/scenario/accounts.h"

#include <set>

#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "services/base/crypto.h"
#include "tests/scenario/parallel.h"

namespace redpeak::scenario {
namespace {

namespace identity = ::redpeak::identity::v1;
using Stub = identity::IdentityService::Stub;

Result<identity::SignInResponse> TryToken(Play& play, const User& user, const std::string& token) {
  identity::ActivateAccountRequest request;
  request.set_token(token);
  request.set_password(user.password);
  request.set_client("redpeak_scenario");
  return play.server.Ask(Public(), &Stub::ActivateAccount, request);
}

// A new token in the place of one that has expired.
std::string Renew(Play& play, const User& user, const std::string& expired) {
  identity::ListAccountsRequest find;
  find.set_query(user.login);
  const auto found =
      play.server.Do(play.cast.administrator, "looks for " + user.login, &Stub::ListAccounts, find);
  identity::ResendInvitationRequest request;
  for (const auto& account : found.accounts()) {
    if (account.login() == user.login) request.set_name(account.name());
  }
  play.server.Do(play.cast.administrator, "invites " + user.login + " again",
                 &Stub::ResendInvitation, request);
  return play.mailbox.WaitForToken(user.login, expired);
}

// A password that nobody can guess.
std::string NewPassword() { return ToBase64Url(RandomBytes(12)); }

void SignIn(Server& server, User& user) {
  identity::SignInRequest request;
  request.set_login(user.login);
  request.set_password(user.password);
  request.set_client("redpeak_scenario");
  user.token = server.Do(Public(), "signs in as " + user.title, &Stub::SignIn, request).token();
}

void Activate(Play& play, User& user) {
  user.password = NewPassword();
  const auto token = play.mailbox.WaitForToken(user.login);
  auto session = TryToken(play, user, token);
  if (!session && session.error().reason == "LINK_INVALID") {
    session = TryToken(play, user, Renew(play, user, token));
  }
  if (!session) Server::Stop(user, "activates the account", session.error());
  user.token = session->token();
}

// The names of everybody's account, by people/{person}.
std::map<std::string, std::string> ListAccounts(Play& play) {
  std::map<std::string, std::string> accounts;
  identity::ListAccountsRequest request;
  request.set_page_size(1000);
  play.server.ForEachPage(play.cast.administrator, "lists the accounts", &Stub::ListAccounts,
                          request, [&](const identity::ListAccountsResponse& page) {
                            for (const auto& account : page.accounts())
                              accounts[account.person()] = account.name();
                          });
  return accounts;
}

// Experts may apply, too.
void LetApply(Play& play, const std::string& account) {
  identity::GrantRoleRequest request;
  request.set_name(account);
  request.mutable_grant()->set_role(redpeak::options::v1::RESEARCHER);
  play.server.Do(play.cast.administrator, "lets " + account + " apply", &Stub::GrantRole, request);
}

}  // namespace

void Enter(Play& play, User& user) {
  if (!user.token.empty()) return;
  if (user.password.empty()) {
    Activate(play, user);
  } else {
    SignIn(play.server, user);
  }
}

User Hire(Play& play, const Staff& staff) {
  User user{.title = staff.title, .login = staff.id + "@redpeak.invalid"};
  identity::CreatePersonRequest person;
  person.set_person_id(staff.id);
  person.mutable_person()->set_display_name(staff.name);
  person.mutable_person()->set_organisation(staff.organisation);
  person.mutable_person()->set_email(user.login);
  play.server.Do(play.cast.administrator, "enters " + staff.id, &Stub::CreatePerson, person);
  identity::InviteAccountRequest invitation;
  invitation.set_person("people/" + staff.id);
  auto& grant = *invitation.add_grants();
  grant.set_role(staff.role);
  grant.set_scope(staff.scope);
  play.server.Do(play.cast.administrator, "invites " + staff.id, &Stub::InviteAccount, invitation);
  Enter(play, user);
  return user;
}

void EnterApplicants(Play& play) {
  std::set<std::string> applicants;
  for (const auto& application : play.folder.applications) applicants.insert(application.applicant);
  const std::vector<std::string> all(applicants.begin(), applicants.end());
  const auto accounts = ListAccounts(play);
  InParallel(all.size(), [&](std::size_t i) {
    if (play.folder.people.at(all[i]).expert) LetApply(play, accounts.at("people/" + all[i]));
    Enter(play, play.cast.people.at(all[i]));
  });
}

}  // namespace redpeak::scenario
