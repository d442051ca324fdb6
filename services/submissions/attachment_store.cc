#include "services/submissions/attachment_store.h"

namespace redpeak::submissions {
namespace {

const Statement kInsertFile{"submissions.insert_file", R"(
  WITH swept AS (
    DELETE FROM files
     WHERE id IN (SELECT id
                    FROM files
                   WHERE NOT complete AND created_at < base.instant($3) - interval '1 day'
                   ORDER BY created_at
                   LIMIT 20
                     FOR UPDATE SKIP LOCKED))
  INSERT INTO files (id, submission, created_at)
  VALUES ($1, $2, base.instant($3)))"};

const Statement kWritePiece{"submissions.write_piece", R"(
  INSERT INTO pieces (file, ordinal, data)
  VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING)"};

const Statement kCompleteFile{"submissions.complete_file", R"(
  UPDATE files
     SET complete = true, size_bytes = $2
   WHERE id = $1)"};

const Statement kDropFile{"submissions.drop_file", "DELETE FROM files WHERE id = $1"};

const Statement kDropFileUnlessSent{"submissions.drop_file_unless_sent", R"(
  DELETE FROM files
   WHERE id = $1
         AND NOT EXISTS (SELECT FROM sent_versions AS sent
                          WHERE sent.submission = files.submission
                                AND files.id = ANY (sent.files)))"};

const Statement kReadPiece{"submissions.read_piece", R"(
  SELECT substring(data FROM $3::integer + 1)
    FROM pieces
   WHERE file = $1 AND ordinal = $2)"};

const Statement kKeepAnswer{"submissions.keep_answer", R"(
  INSERT INTO requests (account, id, fingerprint, answer, at)
  VALUES ($1, $2::uuid, $3, $4, base.instant($5)))"};

}  // namespace

void InsertFile(Tx& tx, const std::string& id, const std::string& submission, Instant now) {
  tx.Run(kInsertFile, id, submission, ToMicros(now));
}

void WritePiece(Tx& tx, const std::string& file, int ordinal, std::string_view data) {
  tx.Run(kWritePiece, file, ordinal, Bytes(data));
}

bool CompleteFile(Tx& tx, const std::string& id, int64_t size_bytes) {
  return tx.Run(kCompleteFile, id, size_bytes).affected_rows() == 1;
}

void DropFile(Tx& tx, const std::string& id) { tx.Run(kDropFile, id); }

void DropFileUnlessSent(Tx& tx, const std::string& id) { tx.Run(kDropFileUnlessSent, id); }

std::optional<std::string> ReadPiece(Tx& tx, const std::string& file, int64_t ordinal,
                                     int64_t skip) {
  const auto rows = tx.Run(kReadPiece, file, ordinal, skip);
  if (rows.empty()) return std::nullopt;
  return FromBytes(rows[0][0]);
}

void KeepAnswer(Tx& tx, const RequestKey& key, const std::string& answer, Instant now) {
  tx.Run(kKeepAnswer, key.account, key.id, Bytes(key.fingerprint), Bytes(answer), ToMicros(now));
}

}  // namespace redpeak::submissions
