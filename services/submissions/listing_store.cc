#include "services/submissions/listing_store.h"

#include "services/submissions/submission_store_row.h"

namespace redpeak::submissions {
namespace {

// The rows that a caller may see; the first five parameters of each statement.
const std::string kVisible = R"(($1::boolean OR leader = $3 OR ($2::boolean AND number <> '')
          OR (number <> '' AND unit = ANY ($4::text[]))
          OR (number <> '' AND endorser = ANY ($4::text[]))
          OR (number <> '' AND call = ANY ($5::text[]))))";

// Planned for the values of each request: filters that are not set fall away, and what is left has
// an index. The rows are chosen in such a way that each kind of caller's have one, too.
const std::string kListed = "SELECT ''," REDPEAK_SUBMISSION_COLUMNS R"(, id, number, score,
         base.micros(created_at)
    FROM submissions
   WHERE )" + kVisible + R"(
         AND ($6 = '' OR leader <> $6)
         AND ($7 = '' OR call = $7)
         AND ($8 = '' OR state = $8)
         AND ($9 = '' OR category = $9)
         AND ($10 = '' OR discipline LIKE $10 || '%')
         AND ($11 = '' OR unit = $11)
         AND ($12 = '' OR title_folded LIKE $12 OR lower(leader_name) LIKE $12
              OR (number <> '' AND number = $13))
         AND (NOT $14::boolean OR (state = 'SUBMITTED' AND endorsement_required
                                   AND ($15::text[] = '{}' OR endorser = ANY ($15::text[]))))
)";

const std::string kOfCallSql = kListed + R"(
         AND ($16 = '' OR (created_at, id) < (base.instant($18::bigint), $16))
   ORDER BY created_at DESC, id DESC
   LIMIT $17)";
const Statement kOfCall{"submissions.list_of_call", kOfCallSql.c_str()};

// Ids grow with time.
const std::string kCreateTimeSql = kListed + R"(
         AND ($16 = '' OR id < $16)
   ORDER BY id DESC
   LIMIT $17)";
const Statement kByCreateTime{"submissions.list_by_create_time", kCreateTimeSql.c_str()};

const std::string kNumberSql = kListed + R"(
         AND number > '' AND ($16 = '' OR (number, id) > ($18, $16))
   ORDER BY number, id
   LIMIT $17)";
const Statement kByNumber{"submissions.list_by_number", kNumberSql.c_str()};

const std::string kScoreSql = kListed + R"(
         AND ($16 = '' OR (score, id) < ($18::float8, $16))
   ORDER BY score DESC, id DESC
   LIMIT $17)";
const Statement kByScore{"submissions.list_by_score", kScoreSql.c_str()};

const std::string kCountSql = R"(
  SELECT call, state, endorsement_required, on_notice, leader = $3, count(*)
    FROM submissions
   WHERE )" + kVisible + R"( AND ($6 = '' OR call = $6)
   GROUP BY 1, 2, 3, 4, 5
   ORDER BY 1, 2, 3, 4, 5)";
const Statement kCount{"submissions.count_visible", kCountSql.c_str()};

const Statement kCountAwaiting{"submissions.count_awaiting_endorsement", R"(
  SELECT count(*)
    FROM submissions
   WHERE state = 'SUBMITTED' AND endorsement_required AND endorser = ANY ($1::text[])
     AND leader <> $2 AND ($3 = '' OR call = $3))"};

const std::string kTitlesSql = R"(
  SELECT id, title FROM submissions WHERE id = ANY ($6::text[]) AND )" +
                               kVisible;
const Statement kTitles{"submissions.look_up_titles", kTitlesSql.c_str()};

// A pattern for LIKE that finds the text anywhere; empty of an empty text.
std::string Anywhere(const std::string& text) {
  if (text.empty()) return {};
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

template <typename... Last>
pqxx::result Run(Tx& tx, const Statement& statement, const Listing& listing, const Last&... last) {
  const auto& after = listing.page.after;
  return tx.RunPlanned(statement, listing.all, listing.all_sent, listing.leader,
                       ToArray(listing.units), ToArray(listing.calls), listing.not_led_by,
                       listing.call, listing.state, listing.category, listing.discipline,
                       listing.unit, Anywhere(listing.title_part), listing.number,
                       listing.awaiting_endorsement, ToArray(listing.endorsers),
                       after.empty() ? "" : after.back(), listing.page.size + 1, last...);
}

pqxx::result Select(Tx& tx, const Listing& listing) {
  const auto key = listing.page.after.empty() ? "0" : listing.page.after.front();
  switch (listing.order) {
    case Order::kScore:
      return Run(tx, kByScore, listing, key);
    case Order::kNumber:
      return Run(tx, kByNumber, listing, key);
    case Order::kCreateTime:
      break;
  }
  return listing.call.empty() ? Run(tx, kByCreateTime, listing) : Run(tx, kOfCall, listing, key);
}

std::vector<std::string> KeyOf(Order order, const pqxx::row& row) {
  static constexpr int kId = kSubmissionColumns, kNumber = kId + 1, kScore = kId + 2;
  static constexpr int kCreatedAt = kId + 3;
  const int column = order == Order::kNumber  ? kNumber
                     : order == Order::kScore ? kScore
                                              : kCreatedAt;
  return {row[column].c_str(), row[kId].c_str()};
}

}  // namespace

std::vector<Counted> CountSubmissions(Tx& tx, const Listing& listing) {
  std::vector<Counted> counted;
  for (const auto& row :
       tx.RunPlanned(kCount, listing.all, listing.all_sent, listing.leader, ToArray(listing.units),
                     ToArray(listing.calls), listing.call)) {
    auto& one = counted.emplace_back();
    one.call = row[0].c_str();
    v1::Submission::State_Parse(row[1].c_str(), &one.state);
    one.endorsement_required = row[2].as<bool>();
    one.on_notice = row[3].as<bool>();
    one.own = row[4].as<bool>();
    one.count = row[5].as<int>();
  }
  return counted;
}

int CountAwaitingEndorsement(Tx& tx, const Listing& listing) {
  return tx.Run(kCountAwaiting, ToArray(listing.units), listing.leader, listing.call)[0][0]
      .as<int>();
}

std::map<std::string, std::string> ReadTitles(Tx& tx, const Listing& listing,
                                              const std::vector<std::string>& ids) {
  std::map<std::string, std::string> titles;
  for (const auto& row :
       tx.RunPlanned(kTitles, listing.all, listing.all_sent, listing.leader, ToArray(listing.units),
                     ToArray(listing.calls), ToArray(ids))) {
    titles[row[0].c_str()] = row[1].c_str();
  }
  return titles;
}

std::vector<Listed> ListSubmissions(Tx& tx, const Listing& listing) {
  std::vector<Listed> listed;
  for (const auto& row : Select(tx, listing)) {
    listed.push_back({FromRow(row), KeyOf(listing.order, row)});
  }
  return listed;
}

}  // namespace redpeak::submissions
