#include <algorithm>

#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "services/base/names.h"
#include "tests/scenario/conflicts.h"
#include "tests/scenario/expert_work.h"
#include "tests/scenario/listing.h"
#include "tests/scenario/parallel.h"
#include "tests/scenario/play_stopped.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

namespace reviews = ::redpeak::review::v1;
using Stub = reviews::ReviewService::Stub;
using std::chrono::days;

constexpr int kRoundsMax = 10;
// Every so many reviews, one is declined, and one given back for a conflict, beginning with these
// places.
constexpr std::size_t kDeclineEvery = 61;
constexpr std::size_t kDeclareEvery = 97;
constexpr std::size_t kDeclarePlace = 1;
constexpr int kSpareExperts =
    4;  // that a submission must have for one of its reviews to be given back
constexpr double kSpareWork =
    1.15;  // and how much more than is wanted all experts together must offer

bool IsWorkToSpare(const Play& play, std::size_t wanted) {
  double offered = 0;
  for (const auto& [id, expert] : play.folder.experts)
    offered += expert.available ? expert.reviews_max : 0;
  return offered > static_cast<double>(wanted) * kSpareWork;
}

// Chooses a few who give theirs back, where others can take it.
void ChooseAnswers(Play& play, std::vector<Task>& tasks) {
  if (!IsWorkToSpare(play, tasks.size())) return;
  const int experts_min = play.folder.rules.reviews_each + kSpareExperts;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const bool declines = i % kDeclineEvery == 0;
    const bool declares = i % kDeclareEvery == kDeclarePlace;
    if (!declines && !declares) continue;
    if (CountFreeExperts(play.folder, *tasks[i].application) < experts_min) continue;
    tasks[i].answer = declines ? Answer::kDecline : Answer::kDeclareConflict;
    if (!declines) play.declared.emplace(tasks[i].application->id, tasks[i].expert);
  }
}

void PlayTasks(Play& play, const std::vector<Task>& tasks) {
  std::map<std::string, std::vector<Task>> by_expert;
  for (const auto& task : tasks) by_expert[task.expert].push_back(task);
  const std::vector<std::pair<std::string, std::vector<Task>>> all(by_expert.begin(),
                                                                   by_expert.end());
  InParallel(all.size(), [&](std::size_t i) {
    Begin(play, all[i].first, all[i].second);
    for (const auto& task : all[i].second) Work(play, task);
  });
}

void AssignAll(Play& play) {
  reviews::AssignReviewsRequest request;
  request.set_call(play.call);
  play.server.Do(play.cast.officer, "assigns the reviews", &Stub::AssignReviews, request);
}

// The officer finds another expert for the first that was declined, by hand: somebody of the field
// who has nothing to do with it and room for more. Whatever this leaves is assigned as in the
// beginning.
void AssignByHand(Play& play, const std::vector<Task>& tasks) {
  const auto declined = std::ranges::find(tasks, Answer::kDecline, &Task::answer);
  if (declined == tasks.end()) return;
  const auto& application = *declined->application;
  std::map<std::string, int> loads;
  for (const auto& task : tasks) loads[task.expert] += task.application == &application ? 1000 : 1;
  for (const auto& [id, expert] : play.folder.experts) {
    if (!expert.available || loads[id] >= expert.reviews_max) continue;
    if (std::ranges::find(expert.disciplines, application.discipline) == expert.disciplines.end())
      continue;
    if (IsInConflict(play.folder, application, id)) continue;
    reviews::AssignReviewRequest request;
    request.set_submission(SubmissionOf(declined->review));
    request.set_expert("experts/" + id);
    play.server.Do(play.cast.officer, "assigns " + application.id + " to " + id,
                   &Stub::AssignReview, request);
    return;
  }
}

reviews::Progress GetProgress(Play& play) {
  reviews::GetProgressRequest request;
  request.set_call(play.call);
  return play.server.Do(play.cast.officer, "looks at the progress", &Stub::GetProgress, request);
}

// Everybody answers; what was given back goes to others, until all are done.
void PlayRounds(Play& play) {
  for (int round = 0; round < kRoundsMax; ++round) {
    play.server.MoveClock(play.server.Now() + days(2));
    auto tasks = ListTasks(play);
    if (round == 0) ChooseAnswers(play, tasks);
    PlayTasks(play, tasks);
    const auto progress = GetProgress(play);
    if (progress.submissions_complete() == progress.submissions()) return;
    if (round == 0) AssignByHand(play, tasks);
    AssignAll(play);
  }
  throw PlayStopped("reviews are still lacking after " + std::to_string(kRoundsMax) + " rounds");
}

// Counts reviews, asked for or written, that the folder's own facts forbid, and those that were
// written in spite of a declared conflict.
void CountConflicts(Play& play) {
  std::map<std::string, const Application*> applications;
  for (const auto& entry : play.entries) applications[entry.name] = entry.application;
  for (const auto& review : ListReviews(play, reviews::Review::STATE_UNSPECIFIED)) {
    const auto& application = *applications.at(SubmissionOf(review));
    const auto expert = LastId(review.expert());
    const bool declared = review.state() == reviews::Review::SUBMITTED &&
                          play.declared.contains({application.id, expert});
    if (declared || IsInConflict(play.folder, application, expert)) ++play.conflicts_violated;
  }
}

}  // namespace

void BeginReview(Play& play) {
  play.server.MoveClock(play.server.Now() + days(4));
  reviews::StartReviewRequest start;
  start.set_call(play.call);
  play.server.Do(play.cast.officer, "starts the review", &Stub::StartReview, start);
  AssignAll(play);
}

void Review(Play& play) {
  BeginReview(play);
  PlayRounds(play);
  CountConflicts(play);
  reviews::CloseReviewRequest close;
  close.set_call(play.call);
  play.server.Do(play.cast.officer, "closes the review", &Stub::CloseReview, close);
}

}  // namespace redpeak::scenario
