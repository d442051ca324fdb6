#include "tests/scenario/demo.h"

#include <algorithm>

#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/base/names.h"
#include "tests/scenario/accounts.h"
#include "tests/scenario/demo_call.h"
#include "tests/scenario/demo_text.h"
#include "tests/scenario/draft.h"
#include "tests/scenario/expert_work.h"
#include "tests/scenario/play_stopped.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr std::size_t kSmall = 9;  // applications of a call that is closed
constexpr std::size_t kSent = 21;  // of the open one
constexpr std::size_t kDrafts = 5;
constexpr std::size_t kWaiting = 3;  // every so many, one waits: for its unit, or for its expert

// Sessions have ended in the years between.
void EnterAgain(Play& play) {
  auto& cast = play.cast;
  for (auto& [id, user] : cast.people) user.token.clear();
  for (auto* user : {&cast.administrator, &cast.officer, &cast.approver, &cast.auditor}) {
    user->token.clear();
    Enter(play, *user);
  }
  for (auto& [id, user] : cast.unit_officers) {
    user.token.clear();
    Enter(play, user);
  }
}

void PlayUntilReviewed(DemoCall& call) {
  Submit(call.play);
  CheckFormalities(call.play);
  Review(call.play);
}

// Two of three reviews are written, but of the expert who has the most, only one.
std::string PlayHalfOfReview(DemoCall& call) {
  Submit(call.play);
  CheckFormalities(call.play);
  BeginReview(call.play);
  std::map<std::string, std::vector<Task>> by_expert;
  for (const auto& task : ListTasks(call.play)) by_expert[task.expert].push_back(task);
  const auto busiest = std::ranges::max_element(
      by_expert, {}, [](const auto& entry) { return entry.second.size(); });
  std::size_t count = 0;
  for (const auto& [expert, tasks] : by_expert) {
    Begin(call.play, expert, tasks);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
      const bool waits =
          expert == busiest->first ? i > 0 || tasks.size() == 1 : ++count % kWaiting == 0;
      if (!waits) Work(call.play, tasks[i]);
    }
  }
  return busiest->first;
}

void Return(Play& play, const Entry& entry, const User& officer) {
  submissions::v1::ReturnSubmissionRequest request;
  request.set_name(entry.name);
  request.set_reason("请补充与合作单位的分工说明。");
  play.server.Do(officer, "returns " + entry.application->id,
                 &submissions::v1::SubmissionsService::Stub::ReturnSubmission, request);
}

// The unit with the most to endorse. Of one that has several, the last goes back to its applicant.
std::string FindWaitingUnit(Play& play) {
  std::map<std::string, std::vector<const Entry*>> by_unit;
  for (const auto& entry : play.entries) {
    if (entry.submitted && !entry.application->endorsed) {
      by_unit[LastId(entry.recommender)].push_back(&entry);
    }
  }
  const auto busiest =
      std::ranges::max_element(by_unit, {}, [](const auto& entry) { return entry.second.size(); });
  const auto& [unit, entries] = *busiest;
  if (entries.size() > 1) Return(play, *entries.back(), play.cast.unit_officers.at(unit));
  return unit;
}

// Adds some who have begun, and gives the first of them.
std::string AddDrafts(Play& play, const std::vector<Application>& drafts) {
  for (const auto& application : drafts) {
    Enter(play, play.cast.people.at(application.applicant));
    Entry entry{.application = &application};
    MakeDraft(play, entry);
    if (!entry.refusal.empty()) throw PlayStopped(application.id + " is refused: " + entry.refusal);
  }
  return drafts.front().applicant;
}

// Signed, on notice, and doubted by somebody whom the officer has yet to answer.
void PlayNotice(Play& play) {
  const auto proposal = Propose(play);
  Sign(play, proposal);
  play.server.MoveClock(play.server.Now() + hours(2));
  const auto notice = PublishNotice(play, proposal);
  play.server.MoveClock(play.server.Now() + hours(6));
  Object(play, notice);
}

// Calls of one year, told by how many days before now they open and close.
struct Plans {
  Instant now;
  std::string year;

  Instant Ago(int count) const { return now - days(count); }
  DemoPlan Make(const std::string& id, const std::string& title, const std::string& prefix,
                int opened, int closed) const {
    return {.id = id + "-" + year,
            .title = year + "年" + title,
            .number_prefix = prefix + year,
            .opens = Ago(opened),
            .closes = Ago(closed),
            .review_due = Ago(closed) + days(45)};
  }
};

// The call of the year, which is open: drafts, and submissions of which some wait for their unit.
Waiting PlayOpenCall(Play& year, const Plans& plans, Successors& successors) {
  auto sent = successors.Take(kSent, plans.Ago(3) + hours(1), plans.Ago(2));
  for (std::size_t i = 0; i < sent.size(); i += kWaiting) sent[i].endorsed = false;
  DemoCall call(year, plans.Make("research", "科研课题", "KT", 3, -45), std::move(sent));
  Submit(call.play);
  Waiting waiting{.unit_officer = FindWaitingUnit(call.play)};
  waiting.applicant = AddDrafts(call.play, successors.Take(kDrafts, plans.Ago(2), plans.Ago(2)));
  return waiting;
}

}  // namespace

std::string PlayDemo(Play& year) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const Plans plans{.now = now, .year = std::to_string(YearOf(now))};
  Successors successors(year);
  const auto take = [&](int opened, int closed) {
    return successors.Take(kSmall, plans.Ago(opened - 1), plans.Ago(closed + 1));
  };
  year.server.MoveClock(plans.Ago(152));
  EnterAgain(year);
  DemoCall noticed(year, plans.Make("society", "学会能力提升课题", "XH", 150, 120), take(150, 120));
  PlayUntilReviewed(noticed);
  DemoCall proposed(year, plans.Make("policy", "决策咨询课题", "JZ", 95, 75), take(95, 75));
  PlayUntilReviewed(proposed);
  DemoCall reviewed(year, plans.Make("youth", "青年科技专项课题", "QN", 50, 30), take(50, 30));
  const auto expert = PlayHalfOfReview(reviewed);
  DemoCall checked(year, plans.Make("outreach", "科普专项课题", "KP", 20, 4), take(20, 4));
  Submit(checked.play);
  auto waiting = PlayOpenCall(year, plans, successors);
  waiting.expert = expert;
  year.server.MoveClock(plans.Ago(1));
  PlayNotice(noticed.play);
  Propose(proposed.play);
  return TellAccounts(year.cast, waiting);
}

}  // namespace redpeak::scenario
