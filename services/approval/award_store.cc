#include "services/approval/award_store.h"

#include <google/protobuf/timestamp.pb.h>

#include <nlohmann/json.hpp>

#include "services/base/clock.h"
#include "services/base/names.h"

namespace redpeak::approval {
namespace {

using v1::Award;

const Statement kInsertAwards{"approval.insert_awards", R"(
  INSERT INTO awards (project_number, proposal_id, call_id, submission_id, title, category,
                      leader_id, leader_name, unit_id, unit_name, amount_fen, approved_at)
  SELECT project_number, $1, call_id, submission_id, title, category, leader_id, leader_name,
         unit_id, unit_name, amount_fen, base.instant(approved_at)
    FROM jsonb_to_recordset($2::jsonb) AS award (
      project_number text, call_id text, submission_id text, title text, category text,
      leader_id text, leader_name text, unit_id text, unit_name text, amount_fen bigint,
      approved_at bigint))"};

const Statement kListAwards{"approval.list_awards", R"(
  SELECT project_number, call_id, submission_id, title, category, leader_id, leader_name, unit_id,
         unit_name, amount_fen, base.micros(approved_at) AS approved_at
    FROM awards
   WHERE project_number > $1
   ORDER BY project_number
   LIMIT $2)"};

const Statement kListAwardsOfCall{"approval.list_awards_of_call", R"(
  SELECT project_number, call_id, submission_id, title, category, leader_id, leader_name, unit_id,
         unit_name, amount_fen, base.micros(approved_at) AS approved_at
    FROM awards
   WHERE call_id = $1 AND project_number > $2
   ORDER BY project_number
   LIMIT $3)"};

const Statement kFindTaken{"approval.find_taken_numbers", R"(
  SELECT project_number FROM awards WHERE project_number = ANY ($1::text[]) AND call_id <> $2)"};

nlohmann::json ToJson(const Award& award) {
  return {{"project_number", award.project_number()},
          {"call_id", LastId(award.call())},
          {"submission_id", LastId(award.submission())},
          {"title", award.title()},
          {"category", award.category()},
          {"leader_id", LastId(award.leader())},
          {"leader_name", award.leader_name()},
          {"unit_id", LastId(award.unit())},
          {"unit_name", award.unit_name()},
          {"amount_fen", award.amount_fen()},
          {"approved_at", ToMicros(FromProto(award.approve_time()))}};
}

Award ToAward(const pqxx::row& row) {
  Award award;
  award.set_project_number(row["project_number"].as<std::string>());
  award.set_name(MakeName("awards", award.project_number()));
  award.set_call(MakeName("calls", row["call_id"].as<std::string>()));
  award.set_submission(MakeName("submissions", row["submission_id"].as<std::string>()));
  award.set_title(row["title"].as<std::string>());
  award.set_category(row["category"].as<std::string>());
  award.set_leader(MakeName("people", row["leader_id"].as<std::string>()));
  award.set_leader_name(row["leader_name"].as<std::string>());
  award.set_unit(MakeName("organisations", row["unit_id"].as<std::string>()));
  award.set_unit_name(row["unit_name"].as<std::string>());
  award.set_amount_fen(row["amount_fen"].as<int64_t>());
  *award.mutable_approve_time() = ToProto(FromMicros(row["approved_at"].as<int64_t>()));
  return award;
}

}  // namespace

void InsertAwards(Tx& tx, const std::string& proposal, const std::vector<Award>& awards) {
  auto json = nlohmann::json::array();
  for (const auto& award : awards) json.push_back(ToJson(award));
  tx.Run(kInsertAwards, LastId(proposal), json.dump());
}

std::vector<Award> ListAwards(Tx& tx, const std::string& call, const std::string& after,
                              int limit) {
  const auto rows = call.empty() ? tx.Run(kListAwards, after, limit)
                                 : tx.Run(kListAwardsOfCall, LastId(call), after, limit);
  std::vector<Award> awards;
  for (const auto& row : rows) awards.push_back(ToAward(row));
  return awards;
}

std::vector<std::string> FindTakenNumbers(Tx& tx, const std::string& call,
                                          const std::vector<std::string>& numbers) {
  std::vector<std::string> taken;
  for (const auto& row : tx.Run(kFindTaken, ToArray(numbers), LastId(call))) {
    taken.push_back(row[0].as<std::string>());
  }
  return taken;
}

}  // namespace redpeak::approval
