#include "tests/load/noop.h"

#include <algorithm>

#include "tests/load/driver.h"

namespace redpeak::load {
namespace {

constexpr char kPath[] = "/redpeak.system.v1.SystemService/GetServerInfo";
constexpr int kRounds = 5;

// The round with the median throughput.
Outcome Median(std::vector<Outcome> outcomes) {
  std::ranges::sort(outcomes, {}, &Outcome::per_second);
  return outcomes[outcomes.size() / 2];
}

}  // namespace

void MeasureNoop(const Target& target, Report& report) {
  for (const int callers : {1, 16, 64}) {
    const int count = callers == 1 ? 10'000 : 40'000;
    const auto shot = [](int) { return Shot{kPath, "", ""}; };
    std::vector<Outcome> ours, bare;
    for (int round = 0; round < kRounds; ++round) {
      ours.push_back(Drive(target.server, callers, count, shot));
      bare.push_back(Drive(target.bare, callers, count, shot));
    }
    const auto mine = Median(ours);
    const auto yardstick = Median(bare);
    const auto name = "noop.c" + std::to_string(callers);
    report.Add({name + ".per_second", mine.per_second, "1/s", yardstick.per_second,
                "bare callback no-op", 0.6});
    report.Add({name + ".p50", mine.p50_ms, "ms", yardstick.p50_ms, "bare callback no-op"});
    report.Add({name + ".p99", mine.p99_ms, "ms", yardstick.p99_ms, "bare callback no-op"});
  }
}

}  // namespace redpeak::load
