#include "services/review/review_store.h"

#include <nlohmann/json.hpp>

#include "services/base/events.h"
#include "services/base/names.h"

namespace redpeak::review {
namespace {

// As ToRecord reads them.
#define REDPEAK_REVIEW_COLUMNS                                                                 \
  "SELECT id, submission, call, expert, state, scores, recommendation, comment_to_applicant, " \
  "comment_to_officers, total, end_reason, affinity, base.micros(assigned_at), "               \
  "base.micros(submitted_at), version, title, leader, team_people, expert_name, "              \
  "base.micros(due_at), "                                                                      \
  "closed, conflicted FROM full_reviews "

const Statement kReadReview{"review.read_review",
                            REDPEAK_REVIEW_COLUMNS "WHERE id = $1 AND submission = $2"};

const Statement kLockReview{"review.lock_review", R"(
  SELECT FROM reviews WHERE id = $1 FOR UPDATE)"};

const Statement kReadPair{
    "review.read_pair", REDPEAK_REVIEW_COLUMNS "WHERE submission = $1 AND expert = $2 ORDER BY id"};

const Statement kLockPair{"review.lock_pair", R"(
  SELECT FROM reviews WHERE submission = $1 AND expert = $2 FOR UPDATE)"};

const Statement kListReviews{"review.list_reviews", REDPEAK_REVIEW_COLUMNS R"(
   WHERE id > $9
     AND ($5 = '' OR call = $5) AND ($6 = '' OR submission = $6)
     AND ($7 = '' OR expert = $7) AND ($8 = '' OR state = $8)
     AND ((expert = $1 AND NOT conflicted)
          OR (($2 OR call = ANY ($3)) AND NOT (leader = $4 OR $4 = ANY (team_people))))
   ORDER BY id
   LIMIT $10)"};

const Statement kInsertReviews{"review.insert_reviews", R"(
  INSERT INTO reviews (id, submission, call, expert, state, affinity, assigned_at)
  SELECT n.id, n.submission, $1, n.expert, 'ASSIGNED', n.affinity, base.instant($6)
    FROM unnest($2::text[], $3::text[], $4::text[], $5::double precision[])
         AS n (id, submission, expert, affinity)
   WHERE NOT EXISTS (SELECT FROM conflicts c
                      WHERE c.submission = n.submission AND c.expert = n.expert)
      ON CONFLICT (submission, expert) WHERE state IN ('ASSIGNED', 'ACCEPTED', 'SUBMITTED')
      DO NOTHING)"};

const Statement kWriteDraft{"review.write_draft", R"(
  UPDATE reviews
     SET scores = $2::jsonb, recommendation = $3, comment_to_applicant = $4,
         comment_to_officers = $5, version = version + 1
   WHERE id = $1)"};

const Statement kWriteState{"review.write_state", R"(
  UPDATE reviews SET state = $2, end_reason = $3, version = version + 1 WHERE id = $1)"};

const Statement kCancelConflicted{"review.cancel_conflicted", R"(
  UPDATE reviews r
     SET state = 'CANCELLED', end_reason = $2, version = version + 1
   WHERE r.call = ANY ($1) AND r.state IN ('ASSIGNED', 'ACCEPTED')
     AND EXISTS (SELECT FROM conflicts c
                  WHERE c.submission = r.submission AND c.expert = r.expert)
  RETURNING id, submission, call, expert)"};

const Statement kCancelWithdrawn{"review.cancel_withdrawn", R"(
  UPDATE reviews r
     SET state = 'CANCELLED', end_reason = $2, version = version + 1
   WHERE r.call = $1 AND r.state IN ('ASSIGNED', 'ACCEPTED')
     AND EXISTS (SELECT FROM subjects s WHERE s.submission = r.submission AND s.withdrawn)
  RETURNING id, submission, call, expert)"};

const Statement kCancelUnfinished{"review.cancel_unfinished", R"(
  UPDATE reviews
     SET state = 'CANCELLED', end_reason = $2, version = version + 1
   WHERE call = $1 AND state IN ('ASSIGNED', 'ACCEPTED')
  RETURNING id, submission, call, expert)"};

// The guards stand in the statement, so that nothing can come between them and the write.
const Statement kSealReview{"review.seal_review", R"(
  WITH sealed AS (
    UPDATE reviews r
       SET state = 'SUBMITTED', total = $3, submitted_at = base.instant($4), version = version + 1
     WHERE r.id = $1 AND r.version = $2 AND r.state = 'ACCEPTED'
       AND NOT EXISTS (SELECT FROM conflicts c
                        WHERE c.submission = r.submission AND c.expert = r.expert)
       AND EXISTS (SELECT FROM rounds o WHERE o.call = r.call AND o.closed_at IS NULL)
    RETURNING r.id),
  logged AS (
    INSERT INTO base.events (at, actor, subject, kind, detail)
    SELECT base.instant($4), $5, $6, $7, $8
      FROM sealed),
  answered AS (
    INSERT INTO requests (account, id, fingerprint, answer, at)
    SELECT $9, $10::uuid, $11, $12, base.instant($4)
      FROM sealed
     WHERE $10 IS NOT NULL)
  SELECT id FROM sealed)"};

const Statement kCountLiveReviews{"review.count_live_reviews", R"(
  SELECT count(*)
    FROM reviews
   WHERE call = $1 AND expert = $2 AND state IN ('ASSIGNED', 'ACCEPTED', 'SUBMITTED'))"};

const Statement kReadReviewedPairs{"review.read_reviewed_pairs", R"(
  SELECT submission, expert, bool_or(state IN ('ASSIGNED', 'ACCEPTED', 'SUBMITTED')),
         bool_or(state = 'SUBMITTED')
    FROM reviews
   WHERE call = $1
   GROUP BY submission, expert)"};

void ReadScores(const char* text, v1::Review& review) {
  for (const auto& one : nlohmann::json::parse(text)) {
    auto* score = review.add_scores();
    score->set_criterion(one.at("criterion").get<std::string>());
    if (one.contains("points")) score->set_points(one.at("points").get<int>());
    score->set_comment(one.at("comment").get<std::string>());
  }
}

std::string WriteScores(const v1::Review& review) {
  auto all = nlohmann::json::array();
  for (const auto& score : review.scores()) {
    auto& one = all.emplace_back(
        nlohmann::json{{"criterion", score.criterion()}, {"comment", score.comment()}});
    if (score.has_points()) one["points"] = score.points();
  }
  return all.dump();
}

std::string WriteRecommendation(const v1::Review& review) {
  if (review.recommendation() == v1::Review::RECOMMENDATION_UNSPECIFIED) return {};
  return v1::Review::Recommendation_Name(review.recommendation());
}

google::protobuf::Timestamp ToTime(const pqxx::field& micros) {
  return ToProto(FromMicros(micros.as<int64_t>()));
}

// What the expert wrote.
void ReadContent(const pqxx::row& row, v1::Review& review) {
  ReadScores(row[5].c_str(), review);
  auto recommendation = v1::Review::RECOMMENDATION_UNSPECIFIED;
  v1::Review::Recommendation_Parse(row[6].c_str(), &recommendation);
  review.set_recommendation(recommendation);
  review.set_comment_to_applicant(row[7].c_str());
  review.set_comment_to_officers(row[8].c_str());
  if (!row[9].is_null()) review.set_total(row[9].as<double>());
}

v1::Review ToReview(const pqxx::row& row) {
  v1::Review review;
  review.set_name(MakeReviewName(row[1].c_str(), row[0].c_str()));
  review.set_call(MakeName("calls", row[2].c_str()));
  review.set_expert(MakeName("experts", row[3].c_str()));
  auto state = v1::Review::STATE_UNSPECIFIED;
  v1::Review::State_Parse(row[4].c_str(), &state);
  review.set_state(state);
  ReadContent(row, review);
  review.set_decline_reason(row[10].c_str());
  review.set_affinity(row[11].as<double>());
  *review.mutable_assign_time() = ToTime(row[12]);
  if (!row[13].is_null()) *review.mutable_submit_time() = ToTime(row[13]);
  review.set_etag(row[14].c_str());
  review.set_submission_title(row[15].c_str());
  review.set_expert_name(row[18].c_str());
  if (!row[19].is_null()) *review.mutable_due_time() = ToTime(row[19]);
  return review;
}

ReviewRecord ToRecord(const pqxx::row& row) {
  return {.review = ToReview(row),
          .version = row[14].as<int64_t>(),
          .subject = {.id = row[1].c_str(),
                      .call = row[2].c_str(),
                      .title = row[15].c_str(),
                      .leader = row[16].c_str(),
                      .team_people = FromArray(row[17])},
          .conflicted = row[21].as<bool>(),
          .closed = row[20].as<bool>()};
}

std::vector<ReviewRecord> ToRecords(const pqxx::result& rows) {
  std::vector<ReviewRecord> records;
  for (const auto& row : rows) records.push_back(ToRecord(row));
  return records;
}

std::vector<ReviewRef> ToRefs(const pqxx::result& rows) {
  std::vector<ReviewRef> refs;
  for (const auto& row : rows) {
    refs.push_back({row[0].c_str(), row[1].c_str(), row[2].c_str(), row[3].c_str()});
  }
  return refs;
}

events::v1::Detail SealedDetail(const v1::Review& review) {
  events::v1::Detail detail;
  auto* changed = detail.mutable_review_changed();
  changed->set_action("submitted");
  changed->set_expert(review.expert());
  changed->set_call(review.call());
  changed->set_submission(review.name().substr(0, review.name().find("/reviews/")));
  return detail;
}

#undef REDPEAK_REVIEW_COLUMNS

}  // namespace

std::optional<ReviewRecord> ReadReview(Tx& tx, const ReviewName& name) {
  const auto rows = tx.Run(kReadReview, name.review, name.submission);
  if (rows.empty()) return std::nullopt;
  return ToRecord(rows[0]);
}

std::optional<ReviewRecord> ReadReviewForUpdate(Tx& tx, const ReviewName& name) {
  tx.Run(kLockReview, name.review);
  return ReadReview(tx, name);
}

std::vector<ReviewRecord> ReadReviewsOfPairForUpdate(Tx& tx, const std::string& submission,
                                                     const std::string& expert) {
  tx.Run(kLockPair, submission, expert);
  return ToRecords(tx.Run(kReadPair, submission, expert));
}

std::vector<ReviewRecord> ListReviews(Tx& tx, const ReviewReader& reader,
                                      const ReviewFilter& filter, const std::string& after,
                                      int limit) {
  return ToRecords(tx.Run(kListReviews, reader.expert, reader.staff_everywhere,
                          ToArray(reader.staff_calls), reader.person, filter.call,
                          filter.submission, filter.expert, filter.state, after, limit));
}

int InsertReviews(Tx& tx, const std::string& call, const std::vector<NewReview>& reviews,
                  Instant now) {
  std::vector<std::string> ids, submissions, experts, affinities;
  for (const auto& review : reviews) {
    ids.push_back(review.id);
    submissions.push_back(review.submission);
    experts.push_back(review.expert);
    affinities.push_back(pqxx::to_string(review.affinity));
  }
  const auto rows = tx.Run(kInsertReviews, call, ToArray(ids), ToArray(submissions),
                           ToArray(experts), ToArray(affinities), ToMicros(now));
  return static_cast<int>(rows.affected_rows());
}

void WriteDraft(Tx& tx, const std::string& id, const v1::Review& review) {
  tx.Run(kWriteDraft, id, WriteScores(review), WriteRecommendation(review),
         review.comment_to_applicant(), review.comment_to_officers());
}

void WriteState(Tx& tx, const std::string& id, v1::Review::State state, const std::string& reason) {
  tx.Run(kWriteState, id, v1::Review::State_Name(state), reason);
}

std::vector<ReviewRef> CancelConflicted(Tx& tx, const std::vector<std::string>& calls) {
  return ToRefs(tx.Run(kCancelConflicted, ToArray(calls), kConflictReason));
}

std::vector<ReviewRef> CancelWithdrawn(Tx& tx, const std::string& call) {
  return ToRefs(tx.Run(kCancelWithdrawn, call, kWithdrawnReason));
}

std::vector<ReviewRef> CancelUnfinished(Tx& tx, const std::string& call) {
  return ToRefs(tx.Run(kCancelUnfinished, call, kClosedReason));
}

bool SealReview(Tx& tx, const Call& call, const v1::Review& review, int64_t version) {
  const auto& key = call.key();
  const auto detail = SealedDetail(review);
  const auto id = key.id.empty() ? std::nullopt : std::make_optional(key.id);
  const auto rows = tx.Run(kSealReview, LastId(review.name()), version, review.total(),
                           ToMicros(call.now()), call.caller().Actor(), review.name(),
                           KindOf(detail), Bytes(detail.SerializeAsString()), key.account, id,
                           Bytes(key.fingerprint), Bytes(review.SerializeAsString()));
  return !rows.empty();
}

int CountLiveReviews(Tx& tx, const std::string& call, const std::string& expert) {
  return tx.Run(kCountLiveReviews, call, expert)[0][0].as<int>();
}

std::vector<ReviewedPair> ReadReviewedPairs(Tx& tx, const std::string& call) {
  std::vector<ReviewedPair> pairs;
  for (const auto& row : tx.Run(kReadReviewedPairs, call)) {
    pairs.push_back({row[0].c_str(), row[1].c_str(), row[2].as<bool>(), row[3].as<bool>()});
  }
  return pairs;
}

}  // namespace redpeak::review
