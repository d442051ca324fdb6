#include "services/review/subject_store.h"

#include <nlohmann/json.hpp>

namespace redpeak::review {
namespace {

// $1 is a JSON array of subjects.
const Statement kInsertSubjects{"review.insert_subjects", R"(
  INSERT INTO subjects (submission, call, title, number, category, discipline, keywords, amount_fen,
                        leader, leader_name, unit, unit_name, recommender, team_people, team_units,
                        avoided)
  SELECT submission, call, title, number, category, discipline, keywords, amount_fen, leader,
         leader_name, unit, unit_name, recommender, team_people, team_units, avoided
    FROM jsonb_to_recordset($1::jsonb) AS given (
           submission text, call text, title text, number text, category text, discipline text,
           keywords text[], amount_fen bigint, leader text, leader_name text, unit text,
           unit_name text, recommender text, team_people text[], team_units text[], avoided text[])
      ON CONFLICT (submission) DO NOTHING)"};

const Statement kReadSubjects{"review.read_subjects", R"(
  SELECT submission, call, title, number, category, discipline, keywords, amount_fen, leader,
         leader_name, unit, unit_name, recommender, team_people, team_units, avoided, withdrawn
    FROM subjects
   WHERE submission = ANY ($1)
   ORDER BY submission)"};

const Statement kReadSubjectsOfCalls{"review.read_subjects_of_calls", R"(
  SELECT submission, call, title, number, category, discipline, keywords, amount_fen, leader,
         leader_name, unit, unit_name, recommender, team_people, team_units, avoided, withdrawn
    FROM subjects
   WHERE call = ANY ($1) AND NOT withdrawn
   ORDER BY call, submission)"};

const Statement kMarkWithdrawn{"review.mark_withdrawn", R"(
  UPDATE subjects
     SET withdrawn = true
   WHERE call = $1 AND submission = ANY ($2) AND NOT withdrawn)"};

Subject ToSubject(const pqxx::row& row) {
  return {.id = row[0].c_str(),
          .call = row[1].c_str(),
          .title = row[2].c_str(),
          .number = row[3].c_str(),
          .category = row[4].c_str(),
          .discipline = row[5].c_str(),
          .keywords = FromArray(row[6]),
          .amount_fen = row[7].as<int64_t>(),
          .leader = row[8].c_str(),
          .leader_name = row[9].c_str(),
          .unit = row[10].c_str(),
          .unit_name = row[11].c_str(),
          .recommender = row[12].c_str(),
          .team_people = FromArray(row[13]),
          .team_units = FromArray(row[14]),
          .avoided = FromArray(row[15]),
          .withdrawn = row[16].as<bool>()};
}

std::vector<Subject> ToSubjects(const pqxx::result& rows) {
  std::vector<Subject> subjects;
  for (const auto& row : rows) subjects.push_back(ToSubject(row));
  return subjects;
}

nlohmann::json ToJson(const Subject& subject) {
  return {{"submission", subject.id},
          {"call", subject.call},
          {"title", subject.title},
          {"number", subject.number},
          {"category", subject.category},
          {"discipline", subject.discipline},
          {"keywords", subject.keywords},
          {"amount_fen", subject.amount_fen},
          {"leader", subject.leader},
          {"leader_name", subject.leader_name},
          {"unit", subject.unit},
          {"unit_name", subject.unit_name},
          {"recommender", subject.recommender},
          {"team_people", subject.team_people},
          {"team_units", subject.team_units},
          {"avoided", subject.avoided}};
}

}  // namespace

int InsertSubjects(Tx& tx, const std::vector<Subject>& subjects) {
  auto all = nlohmann::json::array();
  for (const auto& subject : subjects) all.push_back(ToJson(subject));
  return static_cast<int>(tx.Run(kInsertSubjects, all.dump()).affected_rows());
}

std::optional<Subject> ReadSubject(Tx& tx, const std::string& submission) {
  auto subjects = ReadSubjects(tx, {submission});
  if (subjects.empty()) return std::nullopt;
  return std::move(subjects.front());
}

std::vector<Subject> ReadSubjects(Tx& tx, const std::vector<std::string>& submissions) {
  return ToSubjects(tx.Run(kReadSubjects, ToArray(submissions)));
}

std::vector<Subject> ReadSubjectsOfCalls(Tx& tx, const std::vector<std::string>& calls) {
  return ToSubjects(tx.Run(kReadSubjectsOfCalls, ToArray(calls)));
}

void MarkWithdrawn(Tx& tx, const std::string& call, const std::vector<std::string>& submissions) {
  tx.Run(kMarkWithdrawn, call, ToArray(submissions));
}

}  // namespace redpeak::review
