#include "tests/scenario/report.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/scenario/listing.h"

namespace redpeak::scenario {
namespace {

constexpr double kMegabyte = 1024;  // in the kibibytes of /proc

// Resident memory in megabytes; 0 where it is not told.
double ResidentMegabytes(int pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / kMegabyte;
  }
  return 0;
}

// Refusals at submitting are answers; those of the formality check are read back. One for each
// application: the first of its reasons.
std::map<std::string, int> CountRefusals(Play& play) {
  std::map<std::string, int> counts;
  for (const auto& entry : play.entries) {
    if (!entry.refusal.empty()) ++counts[RefusalWord(entry.refusal)];
  }
  for (const auto& submission : ListSubmissions(play, submissions::v1::Submission::REFUSED)) {
    if (submission.refusal_reasons_size() > 0) ++counts[RefusalWord(submission.refusal_reasons(0))];
  }
  return counts;
}

std::ptrdiff_t CountAnswered(const Play& play) {
  return std::ranges::count_if(
      play.entries, [](const Entry& entry) { return entry.submitted || !entry.refusal.empty(); });
}

}  // namespace

void Stages::Time(const std::string& name, const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  stages_.emplace_back(name, taken.count());
}

double Stages::Seconds() const {
  double sum = 0;
  for (const auto& [name, seconds] : stages_) sum += seconds;
  return sum;
}

std::string Stages::Table(int server_pid) const {
  std::ostringstream table;
  table << std::fixed << std::setprecision(1);
  for (const auto& [name, seconds] : stages_) {
    table << std::left << std::setw(20) << name << std::right << std::setw(7) << seconds << " s\n";
  }
  table << std::left << std::setw(20) << "in all" << std::right << std::setw(7) << Seconds()
        << " s\n";
  if (server_pid > 0) {
    table << std::left << std::setw(20) << "redpeakd holds" << std::right << std::setw(7)
          << ResidentMegabytes(server_pid) << " MB\n";
  }
  return table.str();
}

std::string RefusalWord(const std::string& reason) {
  static const std::map<std::string, std::string> words = {
      {"SUBMISSION_LATE", "late"},          {"LATE", "late"},
      {"OVER_CEILING", "over-budget"},      {"NOT_ENDORSED", "no-endorsement"},
      {"LEADER_QUOTA", "two-applications"},
  };
  if (const auto word = words.find(reason); word != words.end()) return word->second;
  std::string small = reason;
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return small;
}

std::string Report(Play& play, double seconds) {
  const auto refused = CountRefusals(play);
  nlohmann::ordered_json report;
  report["applications"] = CountAnswered(play);
  report["refused"] = nlohmann::ordered_json::object();
  for (const auto& [word, count] : refused) report["refused"][word] = count;
  report["reviews"] = ListReviews(play, review::v1::Review::SUBMITTED).size();
  report["conflicts_violated"] = play.conflicts_violated;
  report["approved"] = ListAwards(play).size();
  report["seconds"] = std::round(seconds * 10) / 10;
  return report.dump();
}

}  // namespace redpeak::scenario
