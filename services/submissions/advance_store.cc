#include "services/submissions/advance_store.h"

#include <charconv>

#include "services/base/names.h"

namespace redpeak::submissions {
namespace {

const Statement kReadStandings{"submissions.read_standings", R"(
  SELECT id, state, on_notice, score, project_number, call, leader
    FROM submissions
   WHERE id = ANY ($1::text[])
   ORDER BY id
     FOR UPDATE)"};

const Statement kWriteAdvances{"submissions.write_advances", R"(
  UPDATE submissions
     SET state = $4, on_notice = $5, score = moved.score, project_number = moved.project_number,
         version = version + 1, updated_at = base.instant($6)
    FROM unnest($1::text[], $2::float8[], $3::text[]) AS moved (id, score, project_number)
   WHERE submissions.id = moved.id COLLATE "C")"};

// With as many digits as it takes to read the same number again.
std::string Exactly(double value) {
  char text[32];
  const auto end = std::to_chars(std::begin(text), std::end(text), value).ptr;
  return {text, end};
}

}  // namespace

std::map<std::string, Standing> ReadStandingsForUpdate(Tx& tx,
                                                       const std::vector<std::string>& ids) {
  std::map<std::string, Standing> standings;
  for (const auto& row : tx.Run(kReadStandings, ToArray(ids))) {
    Standing standing;
    standing.id = row[0].c_str();
    v1::Submission::State_Parse(row[1].c_str(), &standing.state);
    standing.on_notice = row[2].as<bool>();
    standing.score = row[3].as<double>();
    standing.project_number = row[4].c_str();
    standing.call = MakeName("calls", row[5].c_str());
    standing.leader = MakeName("people", row[6].c_str());
    standings.emplace(standing.id, std::move(standing));
  }
  return standings;
}

void WriteAdvances(Tx& tx, const std::vector<Advance>& advances, State state, bool on_notice,
                   Instant now) {
  std::vector<std::string> ids, scores, numbers;
  for (const auto& advance : advances) {
    ids.push_back(advance.id);
    scores.push_back(Exactly(advance.score));
    numbers.push_back(advance.project_number);
  }
  tx.Run(kWriteAdvances, ToArray(ids), ToArray(scores), ToArray(numbers),
         v1::Submission::State_Name(state), on_notice, ToMicros(now));
}

}  // namespace redpeak::submissions
