#include "services/review/conflict_store.h"

#include "services/base/names.h"

namespace redpeak::review {
namespace {

const Statement kPutConflict{"review.put_conflict", R"(
  INSERT INTO conflicts (call, submission, expert, kind, reason, created_at)
  VALUES ($1, $2, $3, $4, $5, base.instant($6))
      ON CONFLICT (submission, expert, kind) DO UPDATE SET reason = excluded.reason)"};

const Statement kRemoveOfficersConflict{"review.remove_officers_conflict", R"(
  DELETE FROM conflicts
   WHERE submission = $1 AND expert = $2 AND kind = 'SET_BY_OFFICER')"};

const Statement kReplaceFoundConflicts{"review.replace_found_conflicts", R"(
  WITH found AS (
    SELECT s.call, f.submission, f.expert, f.kind
      FROM unnest($3::text[], $4::text[], $5::text[]) AS f (submission, expert, kind)
      JOIN subjects s ON s.submission = f.submission),
  gone AS (
    DELETE FROM conflicts c
     WHERE c.call = ANY ($1) AND c.expert = ANY ($2)
       AND c.kind NOT IN ('DECLARED', 'SET_BY_OFFICER')
       AND NOT EXISTS (SELECT FROM found f
                        WHERE f.submission = c.submission AND f.expert = c.expert
                          AND f.kind = c.kind))
  INSERT INTO conflicts (call, submission, expert, kind, created_at)
  SELECT call, submission, expert, kind, base.instant($6)
    FROM found
      ON CONFLICT (submission, expert, kind) DO NOTHING)"};

const Statement kHasConflict{"review.has_conflict", R"(
  SELECT FROM conflicts WHERE submission = $1 AND expert = $2 LIMIT 1)"};

const Statement kReadToldConflicts{"review.read_told_conflicts", R"(
  SELECT submission, expert, kind
    FROM conflicts
   WHERE call = $1 AND kind IN ('DECLARED', 'SET_BY_OFFICER'))"};

const Statement kListConflicts{"review.list_conflicts", R"(
  SELECT c.submission, c.expert, c.kind, c.reason, base.micros(c.created_at)
    FROM conflicts c
    JOIN subjects s ON s.submission = c.submission
   WHERE c.call = $1 AND ($2 = '' OR c.submission = $2)
     AND NOT (s.leader = $3 OR $3 = ANY (s.team_people))
     AND (c.submission, c.expert, c.kind) > ($4, $5, $6)
   ORDER BY c.submission, c.expert, c.kind
   LIMIT $7)"};

v1::Conflict::Kind ToKind(const char* name) {
  auto kind = v1::Conflict::KIND_UNSPECIFIED;
  v1::Conflict::Kind_Parse(name, &kind);
  return kind;
}

v1::Conflict ToConflict(const pqxx::row& row) {
  v1::Conflict conflict;
  conflict.set_submission(MakeName("submissions", row[0].c_str()));
  conflict.set_expert(MakeName("experts", row[1].c_str()));
  conflict.set_kind(ToKind(row[2].c_str()));
  conflict.set_reason(row[3].c_str());
  *conflict.mutable_create_time() = ToProto(FromMicros(row[4].as<int64_t>()));
  return conflict;
}

}  // namespace

void PutConflict(Tx& tx, const ToldConflict& conflict, Instant now) {
  tx.Run(kPutConflict, conflict.call, conflict.submission, conflict.expert,
         v1::Conflict::Kind_Name(conflict.kind), conflict.reason, ToMicros(now));
}

bool RemoveOfficersConflict(Tx& tx, const std::string& submission, const std::string& expert) {
  return tx.Run(kRemoveOfficersConflict, submission, expert).affected_rows() > 0;
}

void ReplaceFoundConflicts(Tx& tx, const std::vector<std::string>& calls,
                           const std::vector<std::string>& experts,
                           const std::vector<FoundConflict>& found, Instant now) {
  std::vector<std::string> submissions, people, kinds;
  for (const auto& one : found) {
    submissions.push_back(one.submission);
    people.push_back(one.person);
    kinds.push_back(v1::Conflict::Kind_Name(one.kind));
  }
  tx.Run(kReplaceFoundConflicts, ToArray(calls), ToArray(experts), ToArray(submissions),
         ToArray(people), ToArray(kinds), ToMicros(now));
}

bool HasConflict(Tx& tx, const std::string& submission, const std::string& expert) {
  return !tx.Run(kHasConflict, submission, expert).empty();
}

std::vector<FoundConflict> ReadToldConflicts(Tx& tx, const std::string& call) {
  std::vector<FoundConflict> told;
  for (const auto& row : tx.Run(kReadToldConflicts, call)) {
    told.push_back({row[0].c_str(), row[1].c_str(), ToKind(row[2].c_str())});
  }
  return told;
}

std::vector<v1::Conflict> ListConflicts(Tx& tx, const ConflictFilter& filter,
                                        const std::vector<std::string>& after, int limit) {
  const auto key = [&](size_t column) { return column < after.size() ? after[column] : ""; };
  const auto rows = tx.Run(kListConflicts, filter.call, filter.submission, filter.person, key(0),
                           key(1), key(2), limit);
  std::vector<v1::Conflict> conflicts;
  for (const auto& row : rows) conflicts.push_back(ToConflict(row));
  return conflicts;
}

}  // namespace redpeak::review
