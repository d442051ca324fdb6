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
  INSERT INTO files (id, submission, created_at, writer,
                     uploader, upload_id, start_digest, whole_bytes)
  VALUES ($1, $2, base.instant($3), $4, $5, $6::uuid, $7, $8)
  ON CONFLICT (uploader, upload_id) WHERE upload_id IS NOT NULL DO NOTHING)"};

const Statement kFindUpload{"submissions.find_upload", R"(
  SELECT id, submission, complete, start_digest, whole_bytes,
         (SELECT coalesce(sum(length(data)), 0)
            FROM pieces
           WHERE file = files.id)
    FROM files
   WHERE uploader = $1 AND upload_id = $2::uuid)"};

const Statement kTakeOver{"submissions.take_over", R"(
  UPDATE files
     SET writer = $2
   WHERE id = $1 AND NOT complete)"};

// The lock keeps a new writer waiting until the piece of the one before it is there.
const Statement kWritePiece{"submissions.write_piece", R"(
  WITH held AS (
    SELECT id
      FROM files
     WHERE id = $1 AND writer = $2 AND NOT complete
       FOR SHARE)
  INSERT INTO pieces (file, ordinal, data)
  SELECT id, $3::integer, $4::bytea
    FROM held
  ON CONFLICT (file, ordinal) DO UPDATE SET data = excluded.data)"};

const Statement kCompleteFile{"submissions.complete_file", R"(
  UPDATE files
     SET complete = true, size_bytes = $3
   WHERE id = $1 AND writer = $2 AND NOT complete)"};

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

bool InsertFile(Tx& tx, const NewFile& file, Instant now) {
  const bool once = file.upload.id.empty();
  using Text = std::optional<std::string>;
  const auto rows =
      tx.Run(kInsertFile, file.id, file.submission, ToMicros(now), file.writer,
             once ? Text() : file.upload.uploader, once ? Text() : file.upload.id,
             once ? Text() : file.start_digest, once ? std::optional<int64_t>() : file.whole_bytes);
  return rows.affected_rows() == 1;
}

std::optional<StoredUpload> FindUpload(Tx& tx, const UploadKey& key) {
  const auto rows = tx.Run(kFindUpload, key.uploader, key.id);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows[0];
  return StoredUpload{row[0].as<std::string>(), row[1].as<std::string>(), row[2].as<bool>(),
                      row[3].as<std::string>(), row[4].as<int64_t>(),     row[5].as<int64_t>()};
}

bool TakeOver(Tx& tx, const std::string& file, const std::string& writer) {
  return tx.Run(kTakeOver, file, writer).affected_rows() == 1;
}

bool WritePiece(Tx& tx, const std::string& file, const std::string& writer, int ordinal,
                std::string_view data) {
  return tx.Run(kWritePiece, file, writer, ordinal, Bytes(data)).affected_rows() == 1;
}

bool CompleteFile(Tx& tx, const std::string& id, const std::string& writer, int64_t size_bytes) {
  return tx.Run(kCompleteFile, id, writer, size_bytes).affected_rows() == 1;
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
