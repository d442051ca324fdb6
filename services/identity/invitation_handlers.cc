#include "services/identity/invitation_handlers.h"

#include "services/base/names.h"
#include "services/base/outbox.h"
#include "services/identity/changes.h"
#include "services/identity/link_store.h"
#include "services/identity/mails.h"
#include "services/identity/token.h"

namespace redpeak::identity {
namespace {

constexpr std::chrono::days kActivationKept{14};  // mails.cc tells it, too

// Makes a link for each, and queues the mails that tell them.
void MailLinks(const IdentityDeps& deps, Call& call, const std::vector<NewAccount>& accounts) {
  std::vector<NewLink> links;
  std::vector<OutgoingMail> mails;
  for (const auto& account : accounts) {
    const auto token = NewToken();
    links.push_back({account.id, token.sha256});
    const auto mail = ActivationMail(account.language, deps.web_url, token.text);
    mails.push_back({account.login, mail.subject, mail.text});
  }
  PutLinks(call.tx(), LinkPurpose::kActivation, links, call.now() + kActivationKept);
  QueueMails(call, mails);
}

}  // namespace

void InviteAll(const IdentityDeps& deps, Call& call, const std::vector<NewAccount>& accounts) {
  InsertAccounts(call.tx(), accounts, call.now());
  MailLinks(deps, call, accounts);
  for (const auto& account : accounts) {
    const auto name = MakeName("accounts", account.id);
    call.Append(name, AccountChange("invited"));
    for (const auto& grant : account.grants) call.Append(name, RoleChange("role_granted", grant));
  }
}

void InviteAgain(const IdentityDeps& deps, Call& call, const v1::Account& account) {
  MailLinks(deps, call,
            {{.id = LastId(account.name()),
              .login = account.login(),
              .person = LastId(account.person()),
              .language = account.language(),
              .grants = {}}});
  call.Append(account.name(), AccountChange("invitation_resent"));
}

}  // namespace redpeak::identity
