#include "services/base/requests.h"

#include "services/base/crypto.h"

namespace redpeak {
namespace {

// The table is the one of the service whose role is connected: search_path leads to it.
const Statement kWriteOutcome{"base.write_outcome", R"(
  WITH logged AS (
    INSERT INTO base.events (at, actor, subject, kind, detail)
    SELECT base.instant($1), $2, subject, kind, decode(detail, 'hex')
      FROM unnest($3::text[], $4::text[], $5::text[]) AS event (subject, kind, detail))
  INSERT INTO requests (account, id, fingerprint, answer, at)
  SELECT $6, $7::uuid, $8, $9, base.instant($1)
   WHERE $7 IS NOT NULL)"};

const Statement kReadAnswer{"base.read_answer", R"(
  SELECT fingerprint, answer
    FROM requests
   WHERE account = $1 AND id = $2::uuid)"};

}  // namespace

void WriteOutcome(Tx& tx, const Call& call, const std::string& answer) {
  const auto& key = call.key();
  if (call.events().empty() && key.id.empty()) return;
  std::vector<std::string> subjects, kinds, details;
  for (const auto& event : call.events()) {
    subjects.push_back(event.subject);
    kinds.push_back(KindOf(event.detail));
    details.push_back(Hex(event.detail.SerializeAsString()));
  }
  const auto id = key.id.empty() ? std::nullopt : std::make_optional(key.id);
  tx.Run(kWriteOutcome, ToMicros(call.now()), call.caller().Actor(), ToArray(subjects),
         ToArray(kinds), ToArray(details), key.account, id, Bytes(key.fingerprint), Bytes(answer));
}

std::optional<StoredAnswer> ReadAnswer(Tx& tx, const RequestKey& key) {
  const auto rows = tx.Run(kReadAnswer, key.account, key.id);
  if (rows.empty()) return std::nullopt;
  return StoredAnswer{FromBytes(rows[0][0]), FromBytes(rows[0][1])};
}

}  // namespace redpeak
