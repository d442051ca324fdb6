#include "services/review/ranking_store.h"

#include <nlohmann/json.hpp>
#include <set>

#include "services/base/names.h"
#include "services/review/ranking.h"

namespace redpeak::review {
namespace {

const Statement kReadTotals{"review.read_totals", R"(
  SELECT s.submission, s.title, s.number, s.category, s.discipline, s.amount_fen, s.leader_name,
         s.unit_name, array_agg(r.recommendation ORDER BY r.recommendation),
         array_agg(r.total ORDER BY r.total)
    FROM subjects s
    JOIN reviews r ON r.submission = s.submission AND r.state = 'SUBMITTED'
   WHERE s.call = $1 AND NOT s.withdrawn
   GROUP BY s.submission)"};

const Statement kReadOwn{"review.read_own", R"(
  SELECT submission FROM subjects WHERE call = $1 AND (leader = $2 OR $2 = ANY (team_people)))"};

// $1 is a JSON array.
const Statement kWriteRanking{"review.write_ranking", R"(
  UPDATE subjects s
     SET rank = given.rank, tied = given.tied, mean = given.mean, spread = given.spread,
         lowest = given.lowest, highest = given.highest, reviews = given.reviews
    FROM jsonb_to_recordset($1::jsonb) AS given (
           submission text, rank integer, tied boolean, mean double precision,
           spread double precision, lowest double precision, highest double precision,
           reviews integer)
   WHERE s.submission = given.submission)"};

const Statement kReadKeptRanking{"review.read_kept_ranking", R"(
  SELECT s.submission, s.title, s.number, s.category, s.discipline, s.amount_fen, s.leader_name,
         s.unit_name,
         ARRAY(SELECT r.recommendation
                 FROM reviews r
                WHERE r.submission = s.submission AND r.state = 'SUBMITTED'
                ORDER BY r.recommendation),
         s.rank, s.tied, s.mean, s.spread, s.lowest, s.highest, s.reviews
    FROM subjects s
   WHERE s.call = $1 AND s.rank IS NOT NULL
     AND (s.rank, s.submission) > ($2::integer, $3)
     AND ($4 = '' OR s.category = $4)
     AND NOT (s.leader = $5 OR $5 = ANY (s.team_people))
   ORDER BY s.rank, s.submission
   LIMIT $6)"};

const Statement kReadComments{"review.read_comments", R"(
  SELECT comment_to_applicant, recommendation
    FROM reviews
   WHERE submission = $1 AND state = 'SUBMITTED'
   ORDER BY sha256(id::bytea))"};

v1::Review::Recommendation ToRecommendation(const std::string& name) {
  auto recommendation = v1::Review::RECOMMENDATION_UNSPECIFIED;
  v1::Review::Recommendation_Parse(name, &recommendation);
  return recommendation;
}

v1::RankedSubmission ToRanked(const pqxx::row& row) {
  v1::RankedSubmission ranked;
  ranked.set_submission(MakeName("submissions", row[0].c_str()));
  ranked.set_title(row[1].c_str());
  ranked.set_number(row[2].c_str());
  ranked.set_category(row[3].c_str());
  ranked.set_discipline(row[4].c_str());
  ranked.set_amount_fen(row[5].as<int64_t>());
  ranked.set_leader_name(row[6].c_str());
  ranked.set_unit_name(row[7].c_str());
  for (const auto& name : FromArray(row[8])) ranked.add_recommendations(ToRecommendation(name));
  return ranked;
}

v1::RankedSubmission ToKept(const pqxx::row& row) {
  auto ranked = ToRanked(row);
  ranked.set_rank(row[9].as<int>());
  ranked.set_tied(row[10].as<bool>());
  ranked.set_mean(row[11].as<double>());
  ranked.set_spread(row[12].as<double>());
  ranked.set_lowest(row[13].as<double>());
  ranked.set_highest(row[14].as<double>());
  ranked.set_reviews(row[15].as<int>());
  return ranked;
}

std::set<std::string> ReadOwn(Tx& tx, const std::string& call, const std::string& person) {
  std::set<std::string> own;
  for (const auto& row : tx.Run(kReadOwn, call, person)) {
    own.insert(MakeName("submissions", row[0].c_str()));
  }
  return own;
}

bool IsAfter(const v1::RankedSubmission& ranked, const RankingPage& page) {
  if (ranked.rank() != page.after_rank) return ranked.rank() > page.after_rank;
  return LastId(ranked.submission()) > page.after_submission;
}

}  // namespace

std::vector<v1::RankedSubmission> ReadCurrentRanking(Tx& tx, const std::string& call) {
  std::vector<v1::RankedSubmission> ranking;
  for (const auto& row : tx.Run(kReadTotals, call)) {
    auto& ranked = ranking.emplace_back(ToRanked(row));
    std::vector<double> totals;
    for (const auto& total : FromArray(row[9])) totals.push_back(std::stod(total));
    Summarise(totals, ranked);
  }
  Rank(ranking);
  return ranking;
}

std::vector<v1::RankedSubmission> ReadCurrentRanking(Tx& tx, const std::string& call,
                                                     const RankingPage& page) {
  const auto own = ReadOwn(tx, call, page.person);
  std::vector<v1::RankedSubmission> part;
  for (auto& ranked : ReadCurrentRanking(tx, call)) {
    if (static_cast<int>(part.size()) == page.limit) break;
    const bool wanted = page.category.empty() || ranked.category() == page.category;
    if (wanted && IsAfter(ranked, page) && !own.contains(ranked.submission())) {
      part.push_back(std::move(ranked));
    }
  }
  return part;
}

std::vector<v1::RankedSubmission> ReadKeptRanking(Tx& tx, const std::string& call,
                                                  const RankingPage& page) {
  std::vector<v1::RankedSubmission> part;
  for (const auto& row : tx.Run(kReadKeptRanking, call, page.after_rank, page.after_submission,
                                page.category, page.person, page.limit)) {
    part.push_back(ToKept(row));
  }
  return part;
}

void WriteRanking(Tx& tx, const std::vector<v1::RankedSubmission>& ranking) {
  auto all = nlohmann::json::array();
  for (const auto& ranked : ranking) {
    all.push_back({{"submission", LastId(ranked.submission())},
                   {"rank", ranked.rank()},
                   {"tied", ranked.tied()},
                   {"mean", ranked.mean()},
                   {"spread", ranked.spread()},
                   {"lowest", ranked.lowest()},
                   {"highest", ranked.highest()},
                   {"reviews", ranked.reviews()}});
  }
  tx.Run(kWriteRanking, all.dump());
}

std::vector<v1::ListCommentsResponse::Comment> ReadComments(Tx& tx, const std::string& submission) {
  std::vector<v1::ListCommentsResponse::Comment> comments;
  for (const auto& row : tx.Run(kReadComments, submission)) {
    auto& comment = comments.emplace_back();
    comment.set_text(row[0].c_str());
    comment.set_recommendation(ToRecommendation(row[1].c_str()));
  }
  return comments;
}

}  // namespace redpeak::review
