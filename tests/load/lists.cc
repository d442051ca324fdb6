#include "tests/load/lists.h"

#include <stdexcept>

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "tests/load/driver.h"

namespace redpeak::load {
namespace {

// Copies begin here, away from those of the writes.
constexpr int kFirst = 10'000'000;
constexpr int kPages = 3'000;

// Ten calls share the rows, so that the filter has something to do.
void Grow(const Target& target, const Seed& seed, int from, int to) {
  Multiply(target, "submissions.submissions", "id", seed.submission, kFirst + from, kFirst + to - 1,
           "state = 'REVIEWED';call = CASE WHEN n % 10 = 0 THEN 'bench' ELSE 'bench' || n % 10 END;"
           "number = 'L-' || n;submitted_at = now();sha256 = sha256('x');"
           "score = 40 + (n::bigint * 7919 % 60000) / 1000.0");
  Sql(target, "ANALYZE submissions.submissions");
}

Outcome ReadPages(const Target& target, const Seed& seed) {
  submissions::v1::ListSubmissionsRequest request;
  request.set_call(seed.call);
  request.set_order_by("score desc");
  request.set_page_size(50);
  const auto bytes = request.SerializeAsString();
  const auto shot = [&](int) {
    return Shot{"/redpeak.submissions.v1.SubmissionsService/ListSubmissions", seed.officer, bytes};
  };
  Drive(target.server, 1, 200, shot);
  auto outcome = Drive(target.server, 1, kPages, shot);
  if (outcome.failed > 0) throw std::runtime_error(outcome.first_failure);
  return outcome;
}

}  // namespace

void MeasureLists(const Target& target, const Seed& seed, Report& report) {
  int grown = 0;
  double smallest = 0;
  for (const int size : {4'000, 40'000, 400'000}) {
    Grow(target, seed, grown, size);
    grown = size;
    const auto pages = ReadPages(target, seed);
    const auto name = "page_by_score.of" + std::to_string(size);
    if (smallest == 0) smallest = pages.p99_ms;
    report.Add({name + ".p50", pages.p50_ms, "ms"});
    report.Add({name + ".p99", pages.p99_ms, "ms", 0, "", 5.0, true});
    if (size == 400'000) {
      report.Add(
          {name + ".p99_growth", pages.p99_ms, "ms", smallest, "the same of 4,000", 1.5, true});
    }
    report.Add({name + ".server_memory", ResidentMegabytes(target.server_pid), "MB"});
  }
}

}  // namespace redpeak::load
