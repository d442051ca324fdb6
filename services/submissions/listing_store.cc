#include "services/submissions/listing_store.h"

#include "services/submissions/submission_store_row.h"

namespace redpeak::submissions {
namespace {

// Planned for the values of each request: filters that are not set fall away, and what is left has
// an index. The rows are chosen in such a way that each kind of caller's have one, too.
const std::string kListed = "SELECT ''," REDPEAK_SUBMISSION_COLUMNS R"(, id, number, score,
         base.micros(created_at)
    FROM submissions
   WHERE ($1::boolean OR leader = $3 OR ($2::boolean AND number <> '')
          OR (number <> '' AND unit = ANY ($4::text[]))
          OR (number <> '' AND endorser = ANY ($4::text[]))
          OR (number <> '' AND call = ANY ($5::text[])))
         AND ($6 = '' OR leader <> $6)
         AND ($7 = '' OR call = $7)
         AND ($8 = '' OR state = $8)
         AND ($9 = '' OR category = $9)
         AND ($10 = '' OR discipline LIKE $10 || '%')
         AND ($11 = '' OR unit = $11)
         AND ($12 = '' OR title_folded LIKE $12 OR (number <> '' AND number = $13))
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

std::vector<Listed> ListSubmissions(Tx& tx, const Listing& listing) {
  std::vector<Listed> listed;
  for (const auto& row : Select(tx, listing)) {
    listed.push_back({FromRow(row), KeyOf(listing.order, row)});
  }
  return listed;
}

}  // namespace redpeak::submissions
