// Measures redpeakd. usage: redpeak_bench [PART...]; see tests/load/run.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>

#include "tests/load/assigning.h"
#include "tests/load/lists.h"
#include "tests/load/noop.h"
#include "tests/load/writes.h"

namespace {

// Whether a part was asked for: all are where none is named.
bool Wanted(int argc, char** argv, const char* part) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], part) == 0) return true;
  }
  return argc == 1;
}

// The year was played by the script that runs this.
void AddYear(redpeak::load::Report& report) {
  const char* seconds = std::getenv("REDPEAK_LOAD_YEAR_SECONDS");
  const char* megabytes = std::getenv("REDPEAK_LOAD_YEAR_MEGABYTES");
  if (seconds == nullptr || megabytes == nullptr) throw std::runtime_error("no year was played");
  report.Add({"year.seconds", std::strtod(seconds, nullptr), "s", 0, "", 60, true});
  report.Add({"year.server_memory", std::strtod(megabytes, nullptr), "MB", 0, "", 150, true});
}

}  // namespace

int main(int argc, char** argv) try {
  const auto target = redpeak::load::ReadTarget();
  redpeak::load::Report report;
  if (Wanted(argc, argv, "year")) AddYear(report);
  if (Wanted(argc, argv, "noop")) redpeak::load::MeasureNoop(target, report);
  if (Wanted(argc, argv, "assignment")) redpeak::load::MeasureAssigning(report);
  if (Wanted(argc, argv, "writes") || Wanted(argc, argv, "lists")) {
    const auto seed = redpeak::load::Plant(target);
    if (Wanted(argc, argv, "writes")) redpeak::load::MeasureWrites(target, seed, report);
    if (Wanted(argc, argv, "lists")) redpeak::load::MeasureLists(target, seed, report);
  }
  report.Print();
  report.Write("build/bench.json");
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "redpeak_bench: %s\n", e.what());
  return 1;
}
