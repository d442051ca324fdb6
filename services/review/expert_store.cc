#include "services/review/expert_store.h"

#include <nlohmann/json.hpp>

#include "services/base/names.h"
#include "services/base/text.h"

namespace redpeak::review {
namespace {

const Statement kReadExpert{"review.read_expert", R"(
  SELECT id, display_name, organisation, organisation_name, disciplines, keywords, reviews_max,
         available, version
    FROM experts
   WHERE id = $1)"};

const Statement kReadExpertForUpdate{"review.read_expert_for_update", R"(
  SELECT id, display_name, organisation, organisation_name, disciplines, keywords, reviews_max,
         available, version
    FROM experts
   WHERE id = $1
     FOR UPDATE)"};

const Statement kListExperts{"review.list_experts", R"(
  SELECT id, display_name, organisation, organisation_name, disciplines, keywords, reviews_max,
         available, version
    FROM experts
   WHERE id > $1
     AND ($2 = '' OR EXISTS (SELECT FROM unnest(disciplines) AS code WHERE starts_with(code, $2)))
     AND ($3 = '' OR strpos(folded_name, $3) > 0)
     AND (NOT $4 OR available)
   ORDER BY id
   LIMIT $5)"};

// $1 is a JSON array of experts in all of these.
const Statement kInsertExperts{"review.insert_experts", R"(
  INSERT INTO experts (id, display_name, folded_name, organisation, organisation_name, disciplines,
                       keywords, reviews_max, available)
  SELECT id, display_name, folded_name, organisation, organisation_name, disciplines, keywords,
         reviews_max, available
    FROM jsonb_to_recordset($1::jsonb) AS given (
           id text, display_name text, folded_name text, organisation text, organisation_name text,
           disciplines text[], keywords text[], reviews_max integer, available boolean)
      ON CONFLICT (id) DO NOTHING)"};

const Statement kUpdateExperts{"review.update_experts", R"(
  UPDATE experts
     SET disciplines = given.disciplines, keywords = given.keywords,
         reviews_max = given.reviews_max, available = given.available,
         version = experts.version + 1
    FROM jsonb_to_recordset($1::jsonb) AS given (
           id text, disciplines text[], keywords text[], reviews_max integer, available boolean)
   WHERE experts.id = given.id)"};

const Statement kRefreshExperts{"review.refresh_experts", R"(
  UPDATE experts
     SET display_name = given.display_name, folded_name = given.folded_name,
         organisation = given.organisation, organisation_name = given.organisation_name,
         version = experts.version + 1
    FROM jsonb_to_recordset($1::jsonb) AS given (
           id text, display_name text, folded_name text, organisation text, organisation_name text)
   WHERE experts.id = given.id
     AND (experts.display_name, experts.organisation, experts.organisation_name)
         <> (given.display_name, given.organisation, given.organisation_name))"};

ExpertRecord ToRecord(const pqxx::row& row) {
  ExpertRecord record;
  auto& expert = record.expert;
  expert.set_name(MakeName("experts", row[0].c_str()));
  expert.set_person(MakeName("people", row[0].c_str()));
  expert.set_display_name(row[1].c_str());
  expert.set_organisation(MakeName("organisations", row[2].c_str()));
  record.organisation_name = row[3].c_str();
  for (auto& code : FromArray(row[4])) expert.add_disciplines(std::move(code));
  for (auto& keyword : FromArray(row[5])) expert.add_keywords(std::move(keyword));
  expert.set_reviews_max(row[6].as<int>());
  expert.set_available(row[7].as<bool>());
  record.version = row[8].as<int64_t>();
  expert.set_etag(row[8].c_str());
  return record;
}

std::vector<ExpertRecord> ToRecords(const pqxx::result& rows) {
  std::vector<ExpertRecord> records;
  for (const auto& row : rows) records.push_back(ToRecord(row));
  return records;
}

std::optional<ExpertRecord> ReadOne(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  return ToRecord(rows[0]);
}

std::string ToJson(const std::vector<ExpertRecord>& experts) {
  auto all = nlohmann::json::array();
  for (const auto& record : experts) {
    const auto& expert = record.expert;
    all.push_back({{"id", record.id()},
                   {"display_name", expert.display_name()},
                   {"folded_name", Fold(expert.display_name())},
                   {"organisation", LastId(expert.organisation())},
                   {"organisation_name", record.organisation_name},
                   {"disciplines", expert.disciplines()},
                   {"keywords", expert.keywords()},
                   {"reviews_max", expert.reviews_max()},
                   {"available", expert.available()}});
  }
  return all.dump();
}

}  // namespace

std::optional<ExpertRecord> ReadExpert(Tx& tx, const std::string& id) {
  return ReadOne(tx.Run(kReadExpert, id));
}

std::optional<ExpertRecord> ReadExpertForUpdate(Tx& tx, const std::string& id) {
  return ReadOne(tx.Run(kReadExpertForUpdate, id));
}

std::vector<ExpertRecord> ReadExperts(Tx& tx) {
  return ListExperts(tx, {}, "", std::numeric_limits<int>::max());
}

std::vector<ExpertRecord> ListExperts(Tx& tx, const ExpertFilter& filter, const std::string& after,
                                      int limit) {
  return ToRecords(tx.Run(kListExperts, after, filter.discipline, filter.folded_query,
                          filter.available_only, limit));
}

int InsertExperts(Tx& tx, const std::vector<ExpertRecord>& experts) {
  return static_cast<int>(tx.Run(kInsertExperts, ToJson(experts)).affected_rows());
}

void UpdateExperts(Tx& tx, const std::vector<ExpertRecord>& experts) {
  tx.Run(kUpdateExperts, ToJson(experts));
}

void RefreshExperts(Tx& tx, const std::vector<ExpertRecord>& experts) {
  tx.Run(kRefreshExperts, ToJson(experts));
}

}  // namespace redpeak::review
