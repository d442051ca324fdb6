#include "services/submissions/submission_store.h"

#include "services/base/names.h"
#include "services/base/text.h"
#include "services/submissions/submission_store_row.h"

namespace redpeak::submissions {
namespace {

const Statement kInsert{"submissions.insert", R"(
  INSERT INTO submissions (id, call, leader, leader_name, unit, unit_name, recommender, title,
                           title_folded, category, discipline, amount_fen, start_date, end_date,
                           abstract, form, lists, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULLIF($13, '')::date,
          NULLIF($14, '')::date, $15, $16, $17, base.instant($18), base.instant($18)))"};

const Statement kRead{"submissions.read",
                      "SELECT form," REDPEAK_SUBMISSION_COLUMNS "FROM submissions WHERE id = $1"};

const Statement kReadForUpdate{"submissions.read_for_update",
                               "SELECT form," REDPEAK_SUBMISSION_COLUMNS
                               "FROM submissions WHERE id = $1 FOR UPDATE"};

const Statement kWrite{"submissions.write", R"(
  UPDATE submissions
     SET state = $2, leader_name = $3, unit = $4, unit_name = $5, recommender = $6, title = $7,
         title_folded = $8, category = $9, discipline = $10, amount_fen = $11,
         start_date = NULLIF($12, '')::date, end_date = NULLIF($13, '')::date, abstract = $14,
         form = $15, lists = $16, endorsed_at = base.instant($17), note = $18,
         correct_by = base.instant($19), updated_at = base.instant($20), version = version + 1,
         quota_slot = CASE WHEN $2 IN ('WITHDRAWN', 'REFUSED') THEN NULL ELSE quota_slot END
   WHERE id = $1
  RETURNING version)"};

const Statement kDelete{"submissions.delete", "DELETE FROM submissions WHERE id = $1"};

const Statement kCountLive{"submissions.count_live", R"(
  SELECT count(*)
    FROM submissions
   WHERE leader = $2 AND call = $1 AND number <> '' AND state NOT IN ('WITHDRAWN', 'REFUSED'))"};

std::optional<int64_t> Micros(bool given, const google::protobuf::Timestamp& time) {
  if (!given) return std::nullopt;
  return ToMicros(FromProto(time));
}

std::optional<v1::Submission> ReadOne(Tx& tx, const Statement& statement, const std::string& id) {
  const auto rows = tx.Run(statement, id);
  if (rows.empty()) return std::nullopt;
  return FromRow(rows[0]);
}

}  // namespace

void InsertSubmission(Tx& tx, const v1::Submission& draft, Instant now) {
  tx.Run(kInsert, LastId(draft.name()), LastId(draft.call()), LastId(draft.leader()),
         draft.leader_name(), LastId(draft.unit()), draft.unit_name(), LastId(draft.recommender()),
         draft.title(), Fold(draft.title()), draft.category(), draft.discipline(),
         draft.amount_fen(), draft.start_date(), draft.end_date(), draft.abstract(), draft.form(),
         Bytes(ListsOf(draft)), ToMicros(now));
}

std::optional<v1::Submission> ReadSubmission(Tx& tx, const std::string& id) {
  return ReadOne(tx, kRead, id);
}

std::optional<v1::Submission> ReadSubmissionForUpdate(Tx& tx, const std::string& id) {
  return ReadOne(tx, kReadForUpdate, id);
}

void WriteSubmission(Tx& tx, v1::Submission& submission, Instant now) {
  const auto rows =
      tx.Run(kWrite, LastId(submission.name()), v1::Submission::State_Name(submission.state()),
             submission.leader_name(), LastId(submission.unit()), submission.unit_name(),
             LastId(submission.recommender()), submission.title(), Fold(submission.title()),
             submission.category(), submission.discipline(), submission.amount_fen(),
             submission.start_date(), submission.end_date(), submission.abstract(),
             submission.form(), Bytes(ListsOf(submission)),
             Micros(submission.has_endorse_time(), submission.endorse_time()), submission.note(),
             Micros(submission.has_correct_by(), submission.correct_by()), ToMicros(now));
  submission.set_etag(rows[0][0].c_str());
  *submission.mutable_update_time() = ToProto(now);
}

void DeleteSubmission(Tx& tx, const std::string& id) { tx.Run(kDelete, id); }

int CountLive(Tx& tx, const std::string& call, const std::string& leader) {
  return tx.Run(kCountLive, LastId(call), LastId(leader))[0][0].as<int>();
}

}  // namespace redpeak::submissions
