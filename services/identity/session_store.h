#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/events/v1/event.pb.h"
#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/identity/account_store.h"

namespace redpeak::identity {

// A session that is about to be opened.
struct NewSession {
  std::string id;
  std::string account;  // its id
  std::string token_sha256;
  Instant create_time;
  Instant expire_time;
  std::string peer;
  std::string client;
};

// An account keeps its newest this many sessions.
constexpr int kSessionsMax = 100;

// Opens it, sweeps the account's expired ones, and forgets the failures that are counted for
// `tries_subject`.
void InsertSession(Tx& tx, const NewSession& session, const std::string& tries_subject);

// The same with its event in one statement, provided that the account is still ACTIVE with that
// password; false, and nothing is done, if not.
bool OpenSession(Tx& tx, const NewSession& session, const Credentials& credentials,
                 const std::string& tries_subject, const events::v1::Detail& event);

// Changes the password, ends the account's sessions but one, voids its links, and writes the event,
// in one statement; false, and nothing is done, if the password is no longer the one of
// `credentials`.
bool ChangePassword(Tx& tx, const Credentials& credentials, const std::string& new_hash,
                    const std::string& kept_session, Instant now, const events::v1::Detail& event);

// Who has the session, if it has not expired and its account is ACTIVE.
std::optional<v1::Caller> FindCaller(Tx& tx, const std::string& token_sha256, Instant now);

// Newest first; those that have not expired.
std::vector<v1::Session> ListSessions(Tx& tx, const std::string& account, Instant now);

// Whether there was such a session.
bool DeleteSession(Tx& tx, const std::string& account, const std::string& session);
void DeleteSessions(Tx& tx, const std::string& account);

}  // namespace redpeak::identity
