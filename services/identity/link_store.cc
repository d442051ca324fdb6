#include "services/identity/link_store.h"

#include "services/base/crypto.h"

namespace redpeak::identity {
namespace {

const Statement kPutLinks{"identity.put_links", R"(
  INSERT INTO links (account, purpose, token_sha256, expires_at)
  SELECT account, $3, decode(token, 'hex'), base.instant($4)
    FROM unnest($1::text[], $2::text[]) AS new (account, token)
      ON CONFLICT (account, purpose) DO UPDATE
     SET token_sha256 = excluded.token_sha256, expires_at = excluded.expires_at)"};

const Statement kFindLink{"identity.find_link", R"(
  SELECT account
    FROM links
   WHERE token_sha256 = $1 AND purpose = $2 AND expires_at > base.instant($3))"};

const Statement kTakeLink{"identity.take_link", R"(
  DELETE FROM links
   WHERE token_sha256 = $1 AND purpose = $2 AND expires_at > base.instant($3)
  RETURNING account)"};

const Statement kDeleteLinks{"identity.delete_links", R"(
  DELETE FROM links WHERE account = $1)"};

const char* NameOf(LinkPurpose purpose) {
  return purpose == LinkPurpose::kActivation ? "ACTIVATION" : "RECOVERY";
}

std::optional<std::string> One(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  return rows[0][0].c_str();
}

}  // namespace

void PutLinks(Tx& tx, LinkPurpose purpose, const std::vector<NewLink>& links, Instant expire_time) {
  std::vector<std::string> accounts, tokens;
  for (const auto& link : links) {
    accounts.push_back(link.account);
    tokens.push_back(Hex(link.token_sha256));
  }
  tx.Run(kPutLinks, ToArray(accounts), ToArray(tokens), NameOf(purpose), ToMicros(expire_time));
}

std::optional<std::string> FindLink(Tx& tx, LinkPurpose purpose, const std::string& token_sha256,
                                    Instant now) {
  return One(tx.Run(kFindLink, Bytes(token_sha256), NameOf(purpose), ToMicros(now)));
}

std::optional<std::string> TakeLink(Tx& tx, LinkPurpose purpose, const std::string& token_sha256,
                                    Instant now) {
  return One(tx.Run(kTakeLink, Bytes(token_sha256), NameOf(purpose), ToMicros(now)));
}

void DeleteLinks(Tx& tx, const std::string& account) { tx.Run(kDeleteLinks, account); }

}  // namespace redpeak::identity
