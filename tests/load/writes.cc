#include "tests/load/writes.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "redpeak/review/v1/review_service.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "tests/load/driver.h"
#include "tests/load/pgbench.h"

namespace redpeak::load {
namespace {

constexpr int kRounds = 3;

// A kind of write: the call for copy n, and the same in SQL.
struct Write {
  std::string name;
  std::string service;
  std::function<Shot(int n)> shot;
  std::vector<std::string> scripts;
};

std::string Uuid(int n) {
  char text[40];
  std::snprintf(text, sizeof text, "8a6e0804-2bd0-4672-b79d-%012d", n);
  return text;
}

Write SubmitSubmission(const Target& target, const Seed& seed, int first, int last) {
  Multiply(target, "submissions.submissions", "id", seed.submission, first, last);
  const auto id = CopyIdSql(":n");
  const std::string now = "(extract(epoch FROM now()) * 1000000)::bigint";
  return {"submit_submission",
          "submissions",
          [token = seed.researcher](int n) {
            submissions::v1::SubmitSubmissionRequest request;
            request.set_name("submissions/" + CopyId(n));
            request.set_request_id(Uuid(n));
            return Shot{"/redpeak.submissions.v1.SubmissionsService/SubmitSubmission", token,
                        request.SerializeAsString()};
          },
          {Script("submissions.read_sendable", {{1, id}}),
           Script("submissions.send", {{1, id},
                                       {2, "1"},
                                       {3, now},
                                       {4, "('PG-' || (:n)::text)"},
                                       {5, "sha256(decode(repeat('ab', 16), 'hex'))"},
                                       {6, "true"},
                                       {7, "0"},
                                       {8, "repeat('content of it ', 200)"},
                                       {9, "'{}'"},
                                       {10, "'accounts/bench'"},
                                       {11, "gen_random_uuid()"},
                                       {12, "sha256('x')"},
                                       {13, "decode(repeat('ab', 2500), 'hex')"},
                                       {14, "'accounts/bench'"},
                                       {15, "'submission_submitted'"},
                                       {16, "decode(repeat('ab', 100), 'hex')"}})}};
}

void PlantReviews(const Target& target, const Seed& seed, int first, int last) {
  Sql(target, R"(
    INSERT INTO review.experts (id, display_name, folded_name, organisation, organisation_name,
                                disciplines, keywords, reviews_max, available)
    VALUES ('bench-expert', 'e', 'e', 'u-bench-expert', 'u', '{230}', '{}', 200, true);
    INSERT INTO review.rounds (call, reviews_each, started_at) VALUES ('bench', 3, now());
    INSERT INTO review.subjects (submission, call, title, number, category, discipline, keywords,
                                 amount_fen, leader, leader_name, unit, unit_name, recommender,
                                 team_people, team_units, avoided)
    VALUES ('first', 'bench', 't', 'n', 'general', '230', '{}', 1, 'l', 'l', 'u', 'u', '', '{}',
         '{}', '{}');
    INSERT INTO review.reviews (id, submission, call, expert, state, scores, recommendation,
                                comment_to_applicant, affinity, assigned_at)
    VALUES ('first', 'first', 'bench', 'bench-expert', 'ACCEPTED',
            '[{"criterion": "innovation", "points": 80, "comment": "comment"},
              {"criterion": "feasibility", "points": 70, "comment": "comment"}]',
            'FUND', repeat('comment ', 50), 0.5, now()))");
  Multiply(target, "review.subjects", "submission", "first", first, last, "number = n::text");
  Multiply(target, "review.reviews", "id", "first", first, last, "submission = " + CopyIdSql("n"));
  Sql(target, "ANALYZE review.reviews, review.subjects");
  (void)seed;
}

Write SubmitReview(const Target& target, const Seed& seed, int first, int last) {
  PlantReviews(target, seed, first, last);
  const auto id = CopyIdSql(":n");
  const std::string now = "(extract(epoch FROM now()) * 1000000)::bigint";
  return {"submit_review",
          "review",
          [token = seed.expert](int n) {
            review::v1::SubmitReviewRequest request;
            request.set_name("submissions/" + CopyId(n) + "/reviews/" + CopyId(n));
            request.set_request_id(Uuid(n));
            return Shot{"/redpeak.review.v1.ReviewService/SubmitReview", token,
                        request.SerializeAsString()};
          },
          {Script("review.read_review", {{1, id}, {2, id}}),
           Script("review.seal_review", {{1, id},
                                         {2, "1"},
                                         {3, "75"},
                                         {4, now},
                                         {5, "'accounts/bench'"},
                                         {6, id},
                                         {7, "'review_changed'"},
                                         {8, "decode(repeat('ab', 60), 'hex')"},
                                         {9, "'accounts/bench'"},
                                         {10, "gen_random_uuid()"},
                                         {11, "sha256('x')"},
                                         {12, "decode(repeat('ab', 700), 'hex')"}})}};
}

Outcome Fire(const Target& target, const Write& write, int callers, int count, int first) {
  auto outcome = Drive(target.server, callers, count, [&](int i) { return write.shot(first + i); });
  if (outcome.failed > 0) throw std::runtime_error(outcome.first_failure);
  return outcome;
}

// Rounds of ours and pgbench's in turn; each row is written once.
void MeasureOne(const Target& target, const Write& write, int callers, int count, int first,
                Report& report) {
  std::vector<Outcome> ours;
  std::vector<double> yardsticks;
  for (int round = 0; round < kRounds; ++round) {
    ours.push_back(Fire(target, write, callers, count, first + 2 * round * count));
    yardsticks.push_back(RunPgbench(target, write.service, write.scripts, callers, count,
                                    first + (2 * round + 1) * count));
  }
  std::ranges::sort(ours, {}, &Outcome::per_second);
  std::ranges::sort(yardsticks);
  const auto& mine = ours[kRounds / 2];
  const auto name = write.name + ".c" + std::to_string(callers);
  report.Add({name + ".per_second", mine.per_second, "1/s", yardsticks[kRounds / 2],
              "pgbench, same SQL", callers == 16 ? 0.6 : 0});
  report.Add({name + ".p50", mine.p50_ms, "ms", 0, "", callers == 1 ? 0.6 : 0, true});
  report.Add({name + ".p99", mine.p99_ms, "ms", 0, "", callers == 16 ? 10.0 : 0, true});
}

}  // namespace

void MeasureWrites(const Target& target, const Seed& seed, Report& report) {
  constexpr int kOne = 1'500, kMany = 6'400, kWarm = 400;
  constexpr int kAll = kWarm + 2 * kRounds * (kOne + kMany);
  for (const auto make : {&SubmitSubmission, &SubmitReview}) {
    const auto write = make(target, seed, 1, kAll);
    Fire(target, write, 16, kWarm, 1);
    MeasureOne(target, write, 1, kOne, 1 + kWarm, report);
    MeasureOne(target, write, 16, kMany, 1 + kWarm + 2 * kRounds * kOne, report);
  }
}

}  // namespace redpeak::load
