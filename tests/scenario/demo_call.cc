#include "tests/scenario/demo_call.h"

#include <algorithm>
#include <chrono>

#include "tests/scenario/accounts.h"
#include "tests/scenario/listing.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

using std::chrono::days;

Folder FolderOf(const Folder& year, const DemoPlan& plan, std::vector<Application> applications) {
  Folder folder = year;
  folder.rules.year = YearOf(plan.opens);
  folder.rules.opens = plan.opens;
  folder.rules.deadline = plan.closes;
  folder.rules.funded = std::max(1, static_cast<int>(applications.size() / 2));
  folder.applications = std::move(applications);
  return folder;
}

// Days of the calendar, since nobody knows the holidays of every year.
calls::v1::Call CallOf(const Rules& rules, const DemoPlan& plan) {
  auto call = DraftCall(rules);
  call.set_programme("programmes/research");
  call.set_title(plan.title);
  call.set_number_prefix(plan.number_prefix);
  call.set_notice_day_kind(calls::v1::CALENDAR_DAYS);
  *call.mutable_review_due() = ToProto(plan.review_due);
  return call;
}

// The same plan for the years after.
Application Again(const Application& earlier, Instant submitted_at) {
  auto application = earlier;
  const int year = YearOf(submitted_at);
  application.title += "(二期)";
  application.start_date = std::to_string(year + 1) + "-01-01";
  application.end_date = std::to_string(year + 2) + "-12-31";
  application.submitted_at = submitted_at;
  return application;
}

}  // namespace

DemoCall::DemoCall(Play& year, const DemoPlan& plan, std::vector<Application> applications)
    : folder(FolderOf(year.folder, plan, std::move(applications))),
      play{.folder = folder, .server = year.server, .mailbox = year.mailbox, .cast = year.cast} {
  play.server.MoveClock(plan.opens - days(1));
  play.call = Publish(play, plan.id, CallOf(folder.rules, plan));
  EnterApplicants(play);
}

Successors::Successors(Play& year) {
  std::set<std::string> awarded;
  for (const auto& award : ListAwards(year)) awarded.insert(award.submission());
  std::set<std::string> leaders;
  for (const bool first : {true, false}) {
    for (const auto& entry : year.entries) {
      if (!entry.submitted || !entry.application->endorsed) continue;
      if (awarded.contains(entry.name) != first) continue;
      if (leaders.insert(entry.application->applicant).second) all_.push_back(*entry.application);
    }
  }
}

std::vector<Application> Successors::Take(std::size_t count, Instant first, Instant last) {
  count = std::min(count, all_.size());
  const auto step = count > 1 ? (last - first) / (static_cast<int64_t>(count) - 1) : last - first;
  std::vector<Application> taken;
  for (std::size_t i = 0; i < count; ++i) {
    taken.push_back(Again(all_[next_++ % all_.size()], first + static_cast<int64_t>(i) * step));
  }
  return taken;
}

}  // namespace redpeak::scenario
