#include "tests/scenario/folder.h"

#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>

#include "services/base/text.h"
#include "tests/scenario/play_stopped.h"

namespace redpeak::scenario {
namespace {

constexpr double kFenInWanYuan = 1'000'000;
constexpr std::size_t kImportBytesMax = 2'000'000;

std::string ReadText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw PlayStopped("cannot read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

CsvTable ParseTable(const std::filesystem::path& path, const std::string& text,
                    const std::vector<std::string>& columns) {
  auto table = ReadCsv(text, columns);
  if (!table) throw PlayStopped(path.string() + ": " + table.error().message);
  return std::move(*table);
}

// Hands each row of a file to `take` as a function that gives the cell of a column.
using Cells = std::function<std::string(std::string_view column)>;
void ForEachRow(const CsvTable& table, const std::filesystem::path& path,
                const std::function<void(const Cells&)>& take) {
  for (const auto& row : table.rows) {
    try {
      take([&](std::string_view column) { return std::string(table.Cell(row, column)); });
    } catch (const std::exception& e) {
      throw PlayStopped(path.string() + ", row " + std::to_string(row.number) + ": " + e.what());
    }
  }
}

void ForEachRow(const std::filesystem::path& path, const std::vector<std::string>& columns,
                const std::function<void(const Cells&)>& take) {
  ForEachRow(ParseTable(path, ReadText(path), columns), path, take);
}

Instant ParseInstant(const std::string& text) {
  google::protobuf::Timestamp timestamp;
  if (!google::protobuf::util::TimeUtil::FromString(text, &timestamp)) {
    throw PlayStopped("no instant of RFC 3339: " + text);
  }
  return FromProto(timestamp);
}

int64_t Fen(double wan_yuan) { return std::llround(wan_yuan * kFenInWanYuan); }

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::istringstream stream(text);
  for (std::string piece; std::getline(stream, piece, separator);) pieces.push_back(piece);
  return pieces;
}

Member ParseMember(const std::string& text) {
  auto parts = Split(text, '|');
  parts.resize(3);
  return {Trim(parts[0]), Trim(parts[1]), Trim(parts[2])};
}

Application ParseApplication(const Cells& cell) {
  Application application{.id = cell("id"),
                          .applicant = cell("applicant"),
                          .title = cell("title"),
                          .discipline = cell("discipline"),
                          .category = cell("category"),
                          .amount_fen = Fen(std::stod(cell("amount_wan_yuan"))),
                          .start_date = cell("start"),
                          .end_date = cell("end"),
                          .team = {},
                          .abstract = cell("abstract"),
                          .submitted_at = ParseInstant(cell("submitted_at")),
                          .endorsed = !cell("endorsed_by").empty()};
  for (const auto& member : Split(cell("team"), ';')) {
    if (!Trim(member).empty()) application.team.push_back(ParseMember(member));
  }
  return application;
}

Rules ReadRules(const std::filesystem::path& path) {
  try {
    // Ordered, so that categories and criteria stand in the call as in the file.
    const auto json = nlohmann::ordered_json::parse(ReadText(path));
    Rules rules{.year = json.at("year"),
                .funded = json.at("funded"),
                .reviews_each = json.at("reviews_each"),
                .notice_working_days = json.at("notice_working_days"),
                .opens = ParseInstant(json.at("opens")),
                .deadline = ParseInstant(json.at("deadline")),
                .ceilings_fen = {},
                .weights = {}};
    for (const auto& [category, ceiling] : json.at("ceilings_wan_yuan").items()) {
      rules.ceilings_fen.emplace_back(category, Fen(ceiling));
    }
    for (const auto& criterion : json.at("criteria")) {
      rules.weights.emplace_back(criterion.at(0), criterion.at(1));
    }
    return rules;
  } catch (const nlohmann::json::exception& e) {
    throw PlayStopped(path.string() + ": " + e.what());
  }
}

void ReadPeople(const std::filesystem::path& path, Folder& folder) {
  folder.people_table = ParseTable(path, ReadText(path), {"id", "name", "organisation", "email"});
  ForEachRow(folder.people_table, path, [&](const Cells& cell) {
    folder.people[cell("id")] = {.name = Trim(cell("name")),
                                 .organisation = cell("organisation"),
                                 .email = Trim(cell("email")),
                                 .expert = cell("first_role") == "expert"};
  });
}

void ReadExperts(const std::filesystem::path& path, Folder& folder) {
  folder.experts_csv = ReadText(path);
  const auto table =
      ParseTable(path, folder.experts_csv, {"person", "disciplines", "max_reviews", "available"});
  ForEachRow(table, path, [&](const Cells& cell) {
    folder.experts[cell("person")] = {.disciplines = Split(cell("disciplines"), ';'),
                                      .reviews_max = std::stoi(cell("max_reviews")),
                                      .available = cell("available") == "yes"};
  });
}

std::map<std::string, double> ReadNumbers(const std::filesystem::path& path, const std::string& key,
                                          const std::string& value) {
  std::map<std::string, double> numbers;
  ForEachRow(path, {key, value},
             [&](const Cells& cell) { numbers[cell(key)] = std::stod(cell(value)); });
  return numbers;
}

// Who is named must be there, or the play would stop halfway.
void CheckNames(const Folder& folder) {
  for (const auto& application : folder.applications) {
    if (!folder.people.contains(application.applicant)) {
      throw PlayStopped("submissions.csv, " + application.id + ": no person " +
                        application.applicant);
    }
    if (!folder.quality.contains(application.id)) {
      throw PlayStopped("quality.csv has no quality of " + application.id);
    }
  }
  for (const auto& [id, person] : folder.people) {
    if (!folder.organisations.contains(person.organisation)) {
      throw PlayStopped("people.csv, " + id + ": no organisation " + person.organisation);
    }
  }
  for (const auto& [id, expert] : folder.experts) {
    if (!folder.people.contains(id)) throw PlayStopped("experts.csv: no person " + id);
  }
}

std::string Line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    line += line.empty() ? "\"" : ",\"";
    for (const char c : cell) line += c == '"' ? "\"\"" : std::string(1, c);
    line += '"';
  }
  return line + "\n";
}

}  // namespace

int YearOf(Instant instant) {
  using std::chrono::days;
  const std::chrono::year_month_day day(std::chrono::floor<days>(instant + std::chrono::hours(8)));
  return static_cast<int>(day.year());
}

Folder ReadFolder(const std::filesystem::path& path) {
  Folder folder;
  folder.rules = ReadRules(path / "scenario.json");
  const auto organisations = path / "organisations.csv";
  folder.organisations_csv = ReadText(organisations);
  ForEachRow(organisations, {"id", "name", "endorsed_by"}, [&](const Cells& cell) {
    folder.organisations[cell("id")] = {Trim(cell("name")), cell("endorsed_by")};
  });
  ReadPeople(path / "people.csv", folder);
  ReadExperts(path / "experts.csv", folder);
  ForEachRow(
      path / "submissions.csv",
      {"id", "applicant", "title", "category", "amount_wan_yuan", "submitted_at", "endorsed_by"},
      [&](const Cells& cell) { folder.applications.push_back(ParseApplication(cell)); });
  folder.quality = ReadNumbers(path / "quality.csv", "submission", "quality");
  folder.severity = ReadNumbers(path / "severity.csv", "person", "severity");
  CheckNames(folder);
  return folder;
}

std::vector<std::string> PeopleCsv(const CsvTable& people, bool experts) {
  std::vector<std::string> pieces;
  for (const auto& row : people.rows) {
    if ((people.Cell(row, "first_role") == "expert") != experts) continue;
    if (pieces.empty() || pieces.back().size() > kImportBytesMax) {
      pieces.push_back(Line(people.columns));
    }
    pieces.back() += Line(row.cells);
  }
  return pieces;
}

}  // namespace redpeak::scenario
