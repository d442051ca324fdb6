#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/page.h"

namespace redpeak::identity {

// An account that is about to be made, INVITED.
struct NewAccount {
  std::string id;
  std::string login;   // normalised
  std::string person;  // its id
  std::string language;
  std::vector<v1::RoleGrant> grants;
};

void InsertAccounts(Tx& tx, const std::vector<NewAccount>& accounts, Instant now);

// Accounts by id, and by login.
std::optional<v1::Account> ReadAccount(Tx& tx, const std::string& id);
std::optional<v1::Account> FindAccount(Tx& tx, const std::string& login);
// Holds the row until the end of the transaction.
std::optional<v1::Account> ReadAccountForUpdate(Tx& tx, const std::string& id);

// The language of each of these people (ids) who has an account, by the person's id.
std::map<std::string, std::string> ReadLanguages(Tx& tx, const std::vector<std::string>& people);

// Of these logins and people (ids), those that have an account: names of their accounts' logins and
// people.
struct Taken {
  std::vector<std::string> logins;
  std::vector<std::string> people;
};
Taken FindTaken(Tx& tx, const std::vector<std::string>& logins,
                const std::vector<std::string>& people);

// In order of display name and person (ids), which make the page's key; one more than the page
// holds if there are more.
std::vector<v1::Account> ListAccounts(Tx& tx, const v1::ListAccountsRequest& request,
                                      const Page& page);

// How an account proves itself.
struct Credentials {
  std::string account;  // its id
  v1::Account::State state = v1::Account::STATE_UNSPECIFIED;
  std::string password_hash;  // empty before the first link was used
};
std::optional<Credentials> ReadCredentials(Tx& tx, const std::string& login);
bool HasPassword(Tx& tx, const std::string& account);

void WriteState(Tx& tx, const std::string& account, v1::Account::State state);
// Makes it ACTIVE, too.
void WritePassword(Tx& tx, const std::string& account, const std::string& hash);
// Replaces a hash, unless another has come in its place meanwhile.
void Rehash(Tx& tx, const Credentials& credentials, const std::string& hash);

// Each tells whether anything changed.
bool AddGrant(Tx& tx, const std::string& account, const v1::RoleGrant& grant, Instant now);
bool RemoveGrant(Tx& tx, const std::string& account, const v1::RoleGrant& grant);
// Gives the role, everywhere, to the accounts of these people (ids) who lack it; returns their ids.
std::vector<std::string> AddGrantToPeople(Tx& tx, const std::vector<std::string>& people,
                                          options::v1::Role role, Instant now);

// The people (ids) whose accounts have the role everywhere or for the scope, and are not disabled.
std::vector<std::string> FindHolders(Tx& tx, options::v1::Role role, const std::string& scope);

// The people (ids) of those of these accounts (ids) that exist, by the account's id.
std::map<std::string, std::string> ReadPeopleOfAccounts(Tx& tx,
                                                        const std::vector<std::string>& accounts);

// The ids of active accounts with the role ADMINISTRATOR. In a transaction they stay so until its
// end.
std::vector<std::string> LockAdministrators(Tx& tx);

}  // namespace redpeak::identity
