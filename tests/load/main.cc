// Measures redpeakd. usage: redpeak_bench [PART...]; see tests/load/run.
#include <cstdio>
#include <cstring>
#include <exception>
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

}  // namespace

int main(int argc, char** argv) try {
  const auto target = redpeak::load::ReadTarget();
  redpeak::load::Report report;
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
