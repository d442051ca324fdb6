#include "services/review/round_store.h"

#include "services/base/names.h"

namespace redpeak::review {
namespace {

const Statement kReadRound{"review.read_round", R"(
  SELECT call, reviews_each, base.micros(due_at), closed_at IS NOT NULL
    FROM rounds
   WHERE call = $1)"};

const Statement kInsertRound{"review.insert_round", R"(
  INSERT INTO rounds (call, reviews_each, due_at, started_at)
  VALUES ($1, $2, base.instant($3), base.instant($4))
      ON CONFLICT (call) DO NOTHING)"};

const Statement kSetReviewsEach{"review.set_reviews_each", R"(
  UPDATE rounds SET reviews_each = $2 WHERE call = $1)"};

const Statement kCloseRound{"review.close_round", R"(
  UPDATE rounds SET closed_at = base.instant($3), close_reason = $2 WHERE call = $1)"};

// The first number tells these locks from those of other purposes.
const Statement kLockRound{"review.lock_round", R"(
  SELECT pg_advisory_xact_lock(7075, hashtext($1)))"};

const Statement kLockOpenRounds{"review.lock_open_rounds", R"(
  SELECT call, pg_advisory_xact_lock(7075, hashtext(call))
    FROM (SELECT call FROM rounds WHERE closed_at IS NULL ORDER BY hashtext(call)) AS open)"};

const Statement kReadProgress{"review.read_progress", R"(
  WITH per_subject AS (
    SELECT s.submission,
           count(*) FILTER (WHERE r.state = 'ASSIGNED') AS assigned,
           count(*) FILTER (WHERE r.state = 'ACCEPTED') AS accepted,
           count(*) FILTER (WHERE r.state = 'SUBMITTED') AS submitted,
           count(*) FILTER (WHERE r.state = 'DECLINED') AS declined
      FROM subjects s
      LEFT JOIN reviews r ON r.submission = s.submission
     WHERE s.call = $1 AND NOT s.withdrawn
     GROUP BY s.submission),
  live_experts AS (
    SELECT count(DISTINCT r.expert) AS experts
      FROM reviews r
      JOIN subjects s ON s.submission = r.submission
     WHERE r.call = $1 AND NOT s.withdrawn AND r.state IN ('ASSIGNED', 'ACCEPTED', 'SUBMITTED'))
  SELECT count(p.submission), count(p.submission) * o.reviews_each,
         coalesce(sum(p.assigned), 0), coalesce(sum(p.accepted), 0), coalesce(sum(p.submitted), 0),
         coalesce(sum(p.declined), 0),
         count(*) FILTER (WHERE p.submitted >= o.reviews_each),
         count(*) FILTER (WHERE p.assigned + p.accepted + p.submitted < o.reviews_each),
         (SELECT experts FROM live_experts), o.closed_at IS NOT NULL
    FROM rounds o
    LEFT JOIN per_subject p ON true
   WHERE o.call = $1
   GROUP BY o.call)"};

const Statement kReadMissingReviews{"review.read_missing_reviews", R"(
  SELECT s.submission, $2::integer - count(r.id)
    FROM subjects s
    LEFT JOIN reviews r ON r.submission = s.submission AND r.state = 'SUBMITTED'
   WHERE s.call = $1 AND NOT s.withdrawn
   GROUP BY s.submission
  HAVING count(r.id) < $2::integer
   ORDER BY s.submission)"};

std::optional<int64_t> Micros(const std::optional<Instant>& instant) {
  if (!instant) return std::nullopt;
  return ToMicros(*instant);
}

}  // namespace

std::optional<Round> ReadRound(Tx& tx, const std::string& call) {
  const auto rows = tx.Run(kReadRound, call);
  if (rows.empty()) return std::nullopt;
  Round round{rows[0][0].c_str(), rows[0][1].as<int>(), std::nullopt, rows[0][3].as<bool>()};
  if (!rows[0][2].is_null()) round.due = FromMicros(rows[0][2].as<int64_t>());
  return round;
}

void InsertRound(Tx& tx, const Round& round, Instant now) {
  tx.Run(kInsertRound, round.call, round.reviews_each, Micros(round.due), ToMicros(now));
}

void SetReviewsEach(Tx& tx, const std::string& call, int reviews_each) {
  tx.Run(kSetReviewsEach, call, reviews_each);
}

void CloseRound(Tx& tx, const std::string& call, const std::string& reason, Instant now) {
  tx.Run(kCloseRound, call, reason, ToMicros(now));
}

void LockRound(Tx& tx, const std::string& call) { tx.Run(kLockRound, call); }

std::vector<std::string> LockOpenRounds(Tx& tx) {
  std::vector<std::string> calls;
  for (const auto& row : tx.Run(kLockOpenRounds)) calls.emplace_back(row[0].c_str());
  return calls;
}

v1::Progress ReadProgress(Tx& tx, const std::string& call) {
  v1::Progress progress;
  const auto rows = tx.Run(kReadProgress, call);
  if (rows.empty()) return progress;
  const auto& row = rows[0];
  progress.set_submissions(row[0].as<int>());
  progress.set_wanted(row[1].as<int>());
  progress.set_assigned(row[2].as<int>());
  progress.set_accepted(row[3].as<int>());
  progress.set_submitted(row[4].as<int>());
  progress.set_declined(row[5].as<int>());
  progress.set_submissions_complete(row[6].as<int>());
  progress.set_submissions_short(row[7].as<int>());
  progress.set_experts(row[8].as<int>());
  progress.set_closed(row[9].as<bool>());
  return progress;
}

std::vector<Shortfall> ReadMissingReviews(Tx& tx, const std::string& call, int wanted) {
  std::vector<Shortfall> missing;
  for (const auto& row : tx.Run(kReadMissingReviews, call, wanted)) {
    missing.push_back({MakeName("submissions", row[0].c_str()), row[1].as<int>()});
  }
  return missing;
}

}  // namespace redpeak::review
