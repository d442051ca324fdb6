#include "services/identity/bootstrap_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/password.h"
#include "services/base/requests.h"
#include "services/base/text.h"
#include "services/identity/account.h"
#include "services/identity/account_store.h"
#include "services/identity/changes.h"
#include "services/identity/fields.h"
#include "services/identity/person_store.h"
#include "services/identity/role.h"

namespace redpeak::identity {
namespace {

// Of two that are started at once, one waits here.
const Statement kLockGrants{"identity.lock_grants", R"(
  LOCK TABLE grants IN SHARE ROW EXCLUSIVE MODE)"};

FirstAdministrator Tidied(const FirstAdministrator& given) {
  return {NormaliseLogin(given.login), Trim(Nfc(given.display_name)), Nfc(given.password)};
}

Result<void> Check(const FirstAdministrator& administrator) {
  Violations violations;
  CheckEmail(violations, "login", administrator.login);
  CheckLine(violations, "display_name", administrator.display_name, kPersonNameMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return CheckPasswordStrength(administrator.password);
}

// The account's id.
std::string Insert(Call& call, const FirstAdministrator& administrator, const std::string& hash) {
  v1::Person person;
  person.set_name(MakeName("people", call.NewId()));
  person.set_display_name(administrator.display_name);
  person.set_email(administrator.login);
  InsertPeople(call.tx(), {person}, {}, call.now());
  const auto grant = GrantEverywhere(options::v1::ADMINISTRATOR);
  const NewAccount account{.id = call.NewId(),
                           .login = administrator.login,
                           .person = LastId(person.name()),
                           .language = LanguageOrDefault(""),
                           .grants = {grant}};
  InsertAccounts(call.tx(), {account}, call.now());
  WritePassword(call.tx(), account.id, hash);
  call.Append(person.name(), PersonChange("created"));
  call.Append(MakeName("accounts", account.id), AccountChange("activated"));
  call.Append(MakeName("accounts", account.id), RoleChange("role_granted", grant));
  return account.id;
}

}  // namespace

Result<v1::Account> CreateFirstAdministrator(Pool& pool, const FirstAdministrator& given,
                                             Instant now, IdSource& ids) {
  const auto administrator = Tidied(given);
  REDPEAK_RETURN_IF_ERROR(Check(administrator));
  const auto hash = HashPassword(administrator.password);
  const Caller caller{.service = "redpeakd"};
  return InTransaction(pool, TxMode::kTransaction, [&](Tx& tx) -> Result<v1::Account> {
    Call call(caller, now, ids, &tx);
    tx.Run(kLockGrants);
    if (!LockAdministrators(tx).empty()) return AlreadyExists("an administrator");
    if (FindAccount(tx, administrator.login)) return AlreadyExists(administrator.login);
    const auto id = Insert(call, administrator, hash);
    WriteOutcome(tx, call, "");
    return *ReadAccount(tx, id);
  });
}

}  // namespace redpeak::identity
