#include "services/identity/tries_store.h"

#include "services/base/crypto.h"

namespace redpeak::identity {
namespace {

const Statement kReadTries{"identity.read_tries", R"(
  SELECT coalesce(count, 0), coalesce(base.micros(last_at), 0)
    FROM unnest($1::text[]) WITH ORDINALITY AS asked (subject, place)
    LEFT JOIN tries ON tries.subject = decode(asked.subject, 'hex')
   ORDER BY place)"};

const Statement kCountTries{"identity.count_tries", R"(
  WITH asked AS (
    SELECT decode(subject, 'hex') AS subject FROM unnest($1::text[]) AS given (subject)),
  swept AS (
    DELETE FROM tries
     WHERE last_at < base.instant($3) AND subject NOT IN (SELECT subject FROM asked))
  INSERT INTO tries (subject, count, last_at)
  SELECT subject, 1, base.instant($2) FROM asked
      ON CONFLICT (subject) DO UPDATE
     SET count = CASE WHEN tries.last_at < base.instant($3) THEN 1 ELSE tries.count + 1 END,
         last_at = excluded.last_at)"};

const Statement kForgetTries{"identity.forget_tries", R"(
  DELETE FROM tries WHERE subject = $1)"};

std::string HexArray(const std::vector<std::string>& subjects) {
  std::vector<std::string> hex;
  for (const auto& subject : subjects) hex.push_back(Hex(subject));
  return ToArray(hex);
}

}  // namespace

std::vector<Tries> ReadTries(Tx& tx, const std::vector<std::string>& subjects) {
  std::vector<Tries> tries;
  for (const auto& row : tx.Run(kReadTries, HexArray(subjects))) {
    tries.push_back({row[0].as<int>(), FromMicros(row[1].as<int64_t>())});
  }
  return tries;
}

void CountTries(Tx& tx, const std::vector<std::string>& subjects, Instant now) {
  tx.Run(kCountTries, HexArray(subjects), ToMicros(now), ToMicros(TriesCountFrom(now)));
}

void ForgetTries(Tx& tx, const std::string& subject) { tx.Run(kForgetTries, Bytes(subject)); }

}  // namespace redpeak::identity
