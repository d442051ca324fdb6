#include "tests/identity_server.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "services/base/ids.h"
#include "services/identity/bootstrap_handlers.h"
#include "services/server/secrets.h"
#include "tests/postgres.h"

namespace redpeak::testing {
namespace {

using identity::v1::IdentityService;
using Stub = IdentityService::Stub;

constexpr size_t kTokenSize = 43;

std::string SecretsFile() { return TestCluster::Get().socket_directory() + "/secrets"; }

// The same for every server of this program, so that a test can be a peer.
const server::Secrets& TestSecrets() {
  static const server::Secrets secrets = [] {
    auto made = server::MakeSecrets();
    umask(077);
    std::ofstream(SecretsFile()) << server::FormatSecrets(made);
    return made;
  }();
  return secrets;
}

void UseSecrets(server::Config& config) {
  TestSecrets();
  config.secrets_file = SecretsFile();
}

template <typename T>
T Must(Result<T> outcome) {
  if (!outcome) throw std::runtime_error(outcome.error().reason + " " + outcome.error().message);
  return std::move(*outcome);
}

}  // namespace

IdentityServer::IdentityServer()
    : TestServer(&UseSecrets), peers_("review", TestSecrets().peer_key) {
  peers_.Set({{"identity", channel()}});
  Pool pool(database() + " user=redpeak_identity options='-c search_path=identity'", 1);
  IdSource ids;
  first_account_ =
      Must(identity::CreateFirstAdministrator(pool, {kLogin, "Root", kPassword}, Now(), ids));
  administrator_ = SignIn(kLogin);
  AddOrganisation("cast", "Science Association", "51150402X008RGHXTN");
  AddOrganisation("lab", "Grass Laboratory", "91150403L5DPF5UWR4", "organisations/cast");
}

std::string IdentityServer::SignIn(const std::string& login, const std::string& password) {
  identity::v1::SignInRequest request;
  request.set_login(login);
  request.set_password(password);
  return Must(Call("", &Stub::SignIn, request)).token();
}

std::string IdentityServer::SignInReason(const std::string& login, const std::string& password) {
  identity::v1::SignInRequest request;
  request.set_login(login);
  request.set_password(password);
  const auto signed_in = Call("", &Stub::SignIn, request);
  return signed_in ? std::string() : signed_in.error().reason;
}

void IdentityServer::AddOrganisation(const std::string& id, const std::string& display_name,
                                     const std::string& uscc, const std::string& recommender) {
  identity::v1::CreateOrganisationRequest request;
  request.set_organisation_id(id);
  auto& organisation = *request.mutable_organisation();
  organisation.set_display_name(display_name);
  organisation.set_uscc(uscc);
  organisation.set_kind("institute");
  organisation.set_region("150402");
  organisation.set_recommender(recommender);
  Must(Call(administrator_, &Stub::CreateOrganisation, request));
}

void IdentityServer::AddPerson(const std::string& id, const std::string& display_name,
                               const std::string& organisation) {
  identity::v1::CreatePersonRequest request;
  request.set_person_id(id);
  auto& person = *request.mutable_person();
  person.set_display_name(display_name);
  person.set_organisation(organisation);
  person.set_email(id + "@example.org");
  person.set_phone("13900000001");
  Must(Call(administrator_, &Stub::CreatePerson, request));
}

identity::v1::Account IdentityServer::AddAccount(const std::string& id, Role role,
                                                 const std::string& scope) {
  AddPerson(id, "Person " + id);
  identity::v1::InviteAccountRequest invite;
  invite.set_person("people/" + id);
  auto& grant = *invite.add_grants();
  grant.set_role(role);
  grant.set_scope(scope);
  Must(Call(administrator_, &Stub::InviteAccount, invite));
  identity::v1::ActivateAccountRequest activate;
  activate.set_token(MailedToken(id + "@example.org"));
  activate.set_password(kPassword);
  return Must(Call("", &Stub::ActivateAccount, activate)).account();
}

// What was sent already is no longer in the outbox, but in a file.
std::vector<std::string> IdentityServer::Mails(const std::string& recipient) const {
  std::vector<std::string> texts;
  for (const auto& row : Query("SELECT id, subject || E'\\n' || coalesce(body, '') FROM base.mails "
                               "WHERE recipient = '" +
                               recipient + "' ORDER BY created_at, id")) {
    std::ostringstream file;
    file << std::ifstream(config().mail_directory + "/" + row[0].c_str() + ".eml").rdbuf();
    texts.push_back(row[1].c_str() + file.str());
  }
  return texts;
}

std::string IdentityServer::MailedToken(const std::string& recipient) const {
  const auto mails = Mails(recipient);
  if (mails.empty()) return {};
  std::istringstream lines(mails.back());
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.size() == kTokenSize && line.find(' ') == std::string::npos) return line;
  }
  return {};
}

pqxx::result IdentityServer::Query(const std::string& sql) const {
  pqxx::connection connection(database() + " user=redpeak_owner");
  return pqxx::nontransaction(connection).exec(sql);
}

std::vector<std::string> IdentityServer::Actions(const std::string& subject) const {
  std::vector<std::string> actions;
  for (const auto& row :
       Query("SELECT detail FROM base.events WHERE subject = '" + subject + "' ORDER BY id")) {
    events::v1::Detail detail;
    detail.ParseFromString(FromBytes(row[0]));
    actions.push_back(detail.has_account_changed()        ? detail.account_changed().action()
                      : detail.has_organisation_changed() ? detail.organisation_changed().action()
                                                          : detail.person_changed().action());
  }
  return actions;
}

}  // namespace redpeak::testing
