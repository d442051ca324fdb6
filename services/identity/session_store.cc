#include "services/identity/session_store.h"

#include "services/base/events.h"
#include "services/base/names.h"
#include "services/identity/role.h"

namespace redpeak::identity {
namespace {

const Statement kInsertSession{"identity.insert_session", R"(
  WITH swept AS (
    DELETE FROM sessions
     WHERE account = $2
       AND (expires_at <= base.instant($4)
            OR id IN (SELECT id FROM sessions WHERE account = $2 ORDER BY id DESC OFFSET $9))),
  forgotten AS (
    DELETE FROM tries WHERE subject = $8)
  INSERT INTO sessions (id, account, token_sha256, created_at, expires_at, peer, client)
  VALUES ($1, $2, $3, base.instant($4), base.instant($5), $6, $7))"};

// FOR SHARE waits for whoever is about to disable the account or change its password.
const Statement kOpenSession{"identity.open_session", R"(
  WITH account AS (
    SELECT id FROM accounts WHERE id = $2 AND state = 'ACTIVE' AND password_hash = $10 FOR SHARE),
  swept AS (
    DELETE FROM sessions
     WHERE account = $2
       AND (expires_at <= base.instant($4)
            OR id IN (SELECT id FROM sessions WHERE account = $2 ORDER BY id DESC OFFSET $9))),
  forgotten AS (
    DELETE FROM tries WHERE subject = $8 AND EXISTS (SELECT FROM account)),
  logged AS (
    INSERT INTO base.events (at, actor, subject, kind, detail)
    SELECT base.instant($4), 'accounts/' || id, 'accounts/' || id, $11, $12 FROM account)
  INSERT INTO sessions (id, account, token_sha256, created_at, expires_at, peer, client)
  SELECT $1, id, $3, base.instant($4), base.instant($5), $6, $7 FROM account)"};

const Statement kChangePassword{"identity.change_password", R"(
  WITH account AS (
    UPDATE accounts SET password_hash = $3, version = version + 1
     WHERE id = $1 AND state = 'ACTIVE' AND password_hash = $2
    RETURNING id),
  ended AS (
    DELETE FROM sessions WHERE account IN (SELECT id FROM account) AND id <> $4),
  voided AS (
    DELETE FROM links WHERE account IN (SELECT id FROM account)),
  logged AS (
    INSERT INTO base.events (at, actor, subject, kind, detail)
    SELECT base.instant($5), 'accounts/' || id, 'accounts/' || id, $6, $7 FROM account)
  SELECT FROM account)"};

const Statement kFindCaller{"identity.find_caller", R"(
  SELECT sessions.id, account.id, account.person, coalesce(person.organisation, ''),
         account.display_name, account.grants, base.micros(sessions.expires_at)
    FROM sessions
    JOIN account_resources AS account ON account.id = sessions.account
    JOIN people AS person ON person.id = account.person
   WHERE sessions.token_sha256 = $1 AND sessions.expires_at > base.instant($2)
     AND account.state = 'ACTIVE')"};

const Statement kListSessions{"identity.list_sessions", R"(
  SELECT id, base.micros(created_at), base.micros(expires_at), peer, client
    FROM sessions
   WHERE account = $1 AND expires_at > base.instant($2)
   ORDER BY id DESC)"};

const Statement kDeleteSession{"identity.delete_session", R"(
  DELETE FROM sessions WHERE account = $1 AND id = $2)"};

const Statement kDeleteSessions{"identity.delete_sessions", R"(
  DELETE FROM sessions WHERE account = $1)"};

}  // namespace

void InsertSession(Tx& tx, const NewSession& session, const std::string& tries_subject) {
  tx.Run(kInsertSession, session.id, session.account, Bytes(session.token_sha256),
         ToMicros(session.create_time), ToMicros(session.expire_time), session.peer, session.client,
         Bytes(tries_subject), kSessionsMax - 1);
}

bool OpenSession(Tx& tx, const NewSession& session, const Credentials& credentials,
                 const std::string& tries_subject, const events::v1::Detail& event) {
  const auto opened =
      tx.Run(kOpenSession, session.id, session.account, Bytes(session.token_sha256),
             ToMicros(session.create_time), ToMicros(session.expire_time), session.peer,
             session.client, Bytes(tries_subject), kSessionsMax - 1, credentials.password_hash,
             KindOf(event), Bytes(event.SerializeAsString()));
  return opened.affected_rows() > 0;
}

bool ChangePassword(Tx& tx, const Credentials& credentials, const std::string& new_hash,
                    const std::string& kept_session, Instant now, const events::v1::Detail& event) {
  return !tx.Run(kChangePassword, credentials.account, credentials.password_hash, new_hash,
                 kept_session, ToMicros(now), KindOf(event), Bytes(event.SerializeAsString()))
              .empty();
}

std::optional<v1::Caller> FindCaller(Tx& tx, const std::string& token_sha256, Instant now) {
  const auto rows = tx.Run(kFindCaller, Bytes(token_sha256), ToMicros(now));
  if (rows.empty()) return std::nullopt;
  const auto& row = rows[0];
  v1::Caller caller;
  caller.set_session(row[0].c_str());
  caller.set_account(MakeName("accounts", row[1].c_str()));
  caller.set_person(MakeName("people", row[2].c_str()));
  caller.set_organisation(MakeName("organisations", row[3].c_str()));
  caller.set_display_name(row[4].c_str());
  for (const auto& grant : FromArray(row[5])) *caller.add_grants() = GrantOf(grant);
  *caller.mutable_expire_time() = ToProto(FromMicros(row[6].as<int64_t>()));
  return caller;
}

std::vector<v1::Session> ListSessions(Tx& tx, const std::string& account, Instant now) {
  std::vector<v1::Session> sessions;
  for (const auto& row : tx.Run(kListSessions, account, ToMicros(now))) {
    auto& session = sessions.emplace_back();
    session.set_name("accounts/" + account + "/sessions/" + row[0].c_str());
    *session.mutable_create_time() = ToProto(FromMicros(row[1].as<int64_t>()));
    *session.mutable_expire_time() = ToProto(FromMicros(row[2].as<int64_t>()));
    session.set_peer(row[3].c_str());
    session.set_client(row[4].c_str());
  }
  return sessions;
}

bool DeleteSession(Tx& tx, const std::string& account, const std::string& session) {
  return tx.Run(kDeleteSession, account, session).affected_rows() > 0;
}

void DeleteSessions(Tx& tx, const std::string& account) { tx.Run(kDeleteSessions, account); }

}  // namespace redpeak::identity
