#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/csv.h"

// A year of a research programme as files tell it. tests/scenario/README.md says which files and
// columns.
namespace redpeak::scenario {

struct Organisation {
  std::string name;
  std::string recommender;  // id of the one that endorses for it; empty: it endorses its own
};

struct Person {
  std::string name;
  std::string organisation;  // id
  std::string email;
  bool expert = false;  // came as an expert, and not as a researcher
};

struct Expert {
  std::vector<std::string> disciplines;
  int reviews_max = 0;
  bool available = false;
};

struct Member {
  std::string name;
  std::string unit;
  std::string person;  // id where known
};

struct Application {
  std::string id;
  std::string applicant;  // id of the person who leads it
  std::string title;
  std::string discipline;
  std::string category;
  int64_t amount_fen = 0;
  std::string start_date;
  std::string end_date;
  std::vector<Member> team;
  std::string abstract;
  Instant submitted_at;
  bool endorsed = false;  // whether the recommending unit stands for it
};

// What the organiser decided beforehand.
struct Rules {
  int year = 0;
  int funded = 0;
  int reviews_each = 0;
  int notice_working_days = 0;
  Instant opens;
  Instant deadline;
  std::vector<std::pair<std::string, int64_t>> ceilings_fen;  // by category
  std::vector<std::pair<std::string, int>> weights;           // by criterion
};

struct Folder {
  Rules rules;
  std::map<std::string, Organisation> organisations;  // by id, as the next
  std::map<std::string, Person> people;
  std::map<std::string, Expert> experts;
  std::vector<Application> applications;
  std::map<std::string, double>
      quality;  // of applications: 0 to 100, what a fair expert would give
  std::map<std::string, double> severity;  // of experts: what each adds to that
  std::string organisations_csv;           // as they are imported
  std::string experts_csv;
  CsvTable people_table;
};

// The year that an instant falls into in Beijing.
int YearOf(Instant instant);

// Throws PlayStopped with the file and row for what cannot be read.
Folder ReadFolder(const std::filesystem::path& path);

// The people to import with one role: the file's rows of those who came as experts, or of the
// others, in pieces that fit into one request.
std::vector<std::string> PeopleCsv(const CsvTable& people, bool experts);

}  // namespace redpeak::scenario
