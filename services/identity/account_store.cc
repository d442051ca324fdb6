#include "services/identity/account_store.h"

#include "services/base/names.h"
#include "services/identity/role.h"

namespace redpeak::identity {
namespace {

using options::v1::Role_Name;

const Statement kInsertAccounts{"identity.insert_accounts", R"(
  WITH made AS (
    INSERT INTO accounts (id, login, person, state, language, created_at)
    SELECT id, login, person, 'INVITED', language, base.instant($5)
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
           AS new (id, login, person, language))
  INSERT INTO grants (account, role, scope, granted_at)
  SELECT DISTINCT account, role, scope, base.instant($5)
    FROM unnest($6::text[], $7::text[], $8::text[]) AS new (account, role, scope))"};

const Statement kReadAccount{"identity.read_account", R"(
  SELECT id, login, person, display_name, state, language, created_at, version, grants
    FROM account_resources
   WHERE id = $1)"};

const Statement kFindAccount{"identity.find_account", R"(
  SELECT id, login, person, display_name, state, language, created_at, version, grants
    FROM account_resources
   WHERE login = $1)"};

const Statement kLockAccount{"identity.lock_account", R"(
  SELECT FROM accounts WHERE id = $1 FOR NO KEY UPDATE)"};

const Statement kFindTaken{"identity.find_taken_accounts", R"(
  SELECT login, person FROM accounts WHERE login = ANY ($1::text[]) OR person = ANY ($2::text[]))"};

const Statement kReadLanguages{"identity.read_languages", R"(
  SELECT person, language FROM accounts WHERE person = ANY ($1::text[]))"};

// Two statements, so that PostgreSQL plans each for what it is: in order, or by trigrams.
const Statement kListAccounts{"identity.list_accounts", R"(
  SELECT id, login, person, display_name, state, language, created_at, version, grants
    FROM account_resources
   WHERE (display_name, person) > ($1, $2)
     AND ($4 = '' OR state = $4)
     AND ($5 = '' OR EXISTS (SELECT FROM grants WHERE account = account_resources.id AND role = $5))
   ORDER BY display_name, person
   LIMIT $3)"};

const Statement kSearchAccounts{"identity.search_accounts", R"(
  SELECT id, login, person, display_name, state, language, created_at, version, grants
    FROM account_resources
   WHERE id IN (SELECT id FROM accounts WHERE login ILIKE $6
                UNION ALL
                SELECT accounts.id
                  FROM accounts JOIN people ON people.id = person
                 WHERE people.display_name ILIKE $6)
     AND (display_name, person) > ($1, $2)
     AND ($4 = '' OR state = $4)
     AND ($5 = '' OR EXISTS (SELECT FROM grants WHERE account = account_resources.id AND role = $5))
   ORDER BY display_name, person
   LIMIT $3)"};

const Statement kReadCredentials{"identity.read_credentials", R"(
  SELECT id, state, coalesce(password_hash, '') FROM accounts WHERE login = $1)"};

const Statement kHasPassword{"identity.has_password", R"(
  SELECT FROM accounts WHERE id = $1 AND password_hash IS NOT NULL)"};

const Statement kWriteState{"identity.write_state", R"(
  UPDATE accounts SET state = $2, version = version + 1 WHERE id = $1)"};

const Statement kWritePassword{"identity.write_password", R"(
  UPDATE accounts SET password_hash = $2, state = 'ACTIVE', version = version + 1 WHERE id = $1)"};

const Statement kRehash{"identity.rehash", R"(
  UPDATE accounts SET password_hash = $3 WHERE id = $1 AND password_hash = $2)"};

const Statement kAddGrant{"identity.add_grant", R"(
  WITH added AS (
    INSERT INTO grants (account, role, scope, granted_at)
    VALUES ($1, $2, $3, base.instant($4))
        ON CONFLICT DO NOTHING
    RETURNING account)
  UPDATE accounts SET version = version + 1 WHERE id IN (SELECT account FROM added))"};

const Statement kRemoveGrant{"identity.remove_grant", R"(
  WITH removed AS (
    DELETE FROM grants WHERE account = $1 AND role = $2 AND scope = $3 RETURNING account)
  UPDATE accounts SET version = version + 1 WHERE id IN (SELECT account FROM removed))"};

const Statement kAddGrantToPeople{"identity.add_grant_to_people", R"(
  WITH added AS (
    INSERT INTO grants (account, role, scope, granted_at)
    SELECT id, $2, '', base.instant($3) FROM accounts WHERE person = ANY ($1::text[])
        ON CONFLICT DO NOTHING
    RETURNING account)
  UPDATE accounts SET version = version + 1 WHERE id IN (SELECT account FROM added)
  RETURNING id)"};

const Statement kLockAdministrators{"identity.lock_administrators", R"(
  SELECT accounts.id
    FROM accounts JOIN grants ON grants.account = accounts.id
   WHERE grants.role = 'ADMINISTRATOR' AND accounts.state = 'ACTIVE'
   ORDER BY accounts.id
     FOR NO KEY UPDATE)"};

const Statement kFindHolders{"identity.find_holders", R"(
  SELECT DISTINCT accounts.person
    FROM grants JOIN accounts ON accounts.id = grants.account
   WHERE grants.role = $1 AND grants.scope IN ('', $2) AND accounts.state <> 'DISABLED'
   ORDER BY accounts.person)"};

const Statement kReadPeopleOfAccounts{"identity.read_people_of_accounts", R"(
  SELECT id, person FROM accounts WHERE id = ANY ($1::text[]))"};

v1::Account ToAccount(const pqxx::row& row) {
  v1::Account account;
  account.set_name(MakeName("accounts", row["id"].c_str()));
  account.set_login(row["login"].c_str());
  account.set_person(MakeName("people", row["person"].c_str()));
  account.set_display_name(row["display_name"].c_str());
  v1::Account::State state = v1::Account::STATE_UNSPECIFIED;
  v1::Account::State_Parse(row["state"].c_str(), &state);
  account.set_state(state);
  for (const auto& grant : FromArray(row["grants"])) *account.add_grants() = GrantOf(grant);
  *account.mutable_create_time() = ToProto(FromMicros(row["created_at"].as<int64_t>()));
  account.set_language(row["language"].c_str());
  account.set_etag(row["version"].c_str());
  return account;
}

std::optional<v1::Account> One(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  return ToAccount(rows[0]);
}

}  // namespace

void InsertAccounts(Tx& tx, const std::vector<NewAccount>& accounts, Instant now) {
  std::vector<std::string> ids, logins, people, languages, grantees, roles, scopes;
  for (const auto& account : accounts) {
    ids.push_back(account.id);
    logins.push_back(account.login);
    people.push_back(account.person);
    languages.push_back(account.language);
    for (const auto& grant : account.grants) {
      grantees.push_back(account.id);
      roles.push_back(Role_Name(grant.role()));
      scopes.push_back(grant.scope());
    }
  }
  tx.Run(kInsertAccounts, ToArray(ids), ToArray(logins), ToArray(people), ToArray(languages),
         ToMicros(now), ToArray(grantees), ToArray(roles), ToArray(scopes));
}

std::optional<v1::Account> ReadAccount(Tx& tx, const std::string& id) {
  return One(tx.Run(kReadAccount, id));
}

std::optional<v1::Account> FindAccount(Tx& tx, const std::string& login) {
  return One(tx.Run(kFindAccount, login));
}

std::optional<v1::Account> ReadAccountForUpdate(Tx& tx, const std::string& id) {
  if (tx.Run(kLockAccount, id).empty()) return std::nullopt;
  return ReadAccount(tx, id);
}

std::map<std::string, std::string> ReadLanguages(Tx& tx, const std::vector<std::string>& people) {
  std::map<std::string, std::string> languages;
  for (const auto& row : tx.Run(kReadLanguages, ToArray(people))) {
    languages[row[0].c_str()] = row[1].c_str();
  }
  return languages;
}

Taken FindTaken(Tx& tx, const std::vector<std::string>& logins,
                const std::vector<std::string>& people) {
  Taken taken;
  for (const auto& row : tx.Run(kFindTaken, ToArray(logins), ToArray(people))) {
    taken.logins.emplace_back(row[0].c_str());
    taken.people.emplace_back(row[1].c_str());
  }
  return taken;
}

std::vector<v1::Account> ListAccounts(Tx& tx, const v1::ListAccountsRequest& request,
                                      const Page& page) {
  const auto state = request.state() == v1::Account::STATE_UNSPECIFIED
                         ? std::string()
                         : v1::Account::State_Name(request.state());
  const auto role = request.role() == options::v1::Role::ROLE_UNSPECIFIED
                        ? std::string()
                        : Role_Name(request.role());
  const auto name = page.after.empty() ? std::string() : page.after[0];
  const auto id = page.after.empty() ? std::string() : page.after[1];
  const auto rows = request.query().empty()
                        ? tx.Run(kListAccounts, name, id, page.size + 1, state, role)
                        : tx.Run(kSearchAccounts, name, id, page.size + 1, state, role,
                                 LikePattern(request.query()));
  std::vector<v1::Account> accounts;
  for (const auto& row : rows) accounts.push_back(ToAccount(row));
  return accounts;
}

std::optional<Credentials> ReadCredentials(Tx& tx, const std::string& login) {
  const auto rows = tx.Run(kReadCredentials, login);
  if (rows.empty()) return std::nullopt;
  Credentials credentials;
  credentials.account = rows[0][0].c_str();
  v1::Account::State_Parse(rows[0][1].c_str(), &credentials.state);
  credentials.password_hash = rows[0][2].c_str();
  return credentials;
}

bool HasPassword(Tx& tx, const std::string& account) {
  return !tx.Run(kHasPassword, account).empty();
}

void WriteState(Tx& tx, const std::string& account, v1::Account::State state) {
  tx.Run(kWriteState, account, v1::Account::State_Name(state));
}

void WritePassword(Tx& tx, const std::string& account, const std::string& hash) {
  tx.Run(kWritePassword, account, hash);
}

void Rehash(Tx& tx, const Credentials& credentials, const std::string& hash) {
  tx.Run(kRehash, credentials.account, credentials.password_hash, hash);
}

bool AddGrant(Tx& tx, const std::string& account, const v1::RoleGrant& grant, Instant now) {
  return tx.Run(kAddGrant, account, Role_Name(grant.role()), grant.scope(), ToMicros(now))
             .affected_rows() > 0;
}

bool RemoveGrant(Tx& tx, const std::string& account, const v1::RoleGrant& grant) {
  return tx.Run(kRemoveGrant, account, Role_Name(grant.role()), grant.scope()).affected_rows() > 0;
}

std::vector<std::string> AddGrantToPeople(Tx& tx, const std::vector<std::string>& people,
                                          options::v1::Role role, Instant now) {
  std::vector<std::string> accounts;
  for (const auto& row :
       tx.Run(kAddGrantToPeople, ToArray(people), Role_Name(role), ToMicros(now))) {
    accounts.emplace_back(row[0].c_str());
  }
  return accounts;
}

std::vector<std::string> FindHolders(Tx& tx, options::v1::Role role, const std::string& scope) {
  std::vector<std::string> people;
  for (const auto& row : tx.Run(kFindHolders, Role_Name(role), scope)) {
    people.emplace_back(row[0].c_str());
  }
  return people;
}

std::map<std::string, std::string> ReadPeopleOfAccounts(Tx& tx,
                                                        const std::vector<std::string>& accounts) {
  std::map<std::string, std::string> people;
  for (const auto& row : tx.Run(kReadPeopleOfAccounts, ToArray(accounts))) {
    people[row[0].c_str()] = row[1].c_str();
  }
  return people;
}

std::vector<std::string> LockAdministrators(Tx& tx) {
  std::vector<std::string> ids;
  for (const auto& row : tx.Run(kLockAdministrators)) ids.emplace_back(row[0].c_str());
  return ids;
}

}  // namespace redpeak::identity
