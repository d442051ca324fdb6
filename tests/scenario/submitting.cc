#include <algorithm>

#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/base/names.h"
#include "tests/scenario/draft.h"
#include "tests/scenario/parallel.h"
#include "tests/scenario/play_stopped.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

namespace submissions = ::redpeak::submissions::v1;
using std::chrono::days;

// Time goes in steps of a day, counted from the opening. In each, drafts are made at its beginning
// by all at once; then each is sent at its own instant; then the units look at what was sent.
int DayOf(const Rules& rules, Instant instant) {
  return static_cast<int>(std::chrono::floor<days>(instant - rules.opens).count());
}

// Who sends too late began in time, as everybody who is late.
int DraftDay(const Rules& rules, const Entry& entry) {
  const auto last = rules.deadline - std::chrono::microseconds(1);
  return DayOf(rules, std::min(entry.application->submitted_at, last));
}

void EndorseAll(Play& play, const std::vector<Entry*>& entries) {
  InParallel(entries.size(), [&](std::size_t i) {
    const auto& entry = *entries[i];
    if (!entry.submitted || !entry.application->endorsed) return;
    const auto officer = play.cast.unit_officers.find(LastId(entry.recommender));
    if (officer == play.cast.unit_officers.end()) {
      throw PlayStopped("nobody works at " + entry.recommender + ", which would endorse " +
                        entry.name);
    }
    submissions::EndorseSubmissionRequest request;
    request.set_name(entry.name);
    request.set_comment("情况属实,同意推荐。");
    play.server.Do(officer->second, "endorses " + entry.application->id,
                   &submissions::SubmissionsService::Stub::EndorseSubmission, request);
  });
}

using Days = std::map<int, std::vector<Entry*>>;

void PlayDay(Play& play, int day, std::vector<Entry*> drafts, std::vector<Entry*> sent) {
  play.server.MoveClock(play.folder.rules.opens + days(day));
  InParallel(drafts.size(), [&](std::size_t i) { MakeDraft(play, *drafts[i]); });
  std::ranges::stable_sort(sent, {},
                           [](const Entry* entry) { return entry->application->submitted_at; });
  for (auto* entry : sent) {
    play.server.MoveClock(entry->application->submitted_at);
    Send(play, *entry);
  }
  EndorseAll(play, sent);
}

}  // namespace

void Submit(Play& play) {
  const auto& rules = play.folder.rules;
  Days drafts;
  Days sent;
  for (const auto& application : play.folder.applications) {
    play.entries.push_back({.application = &application});
  }
  for (auto& entry : play.entries) {
    drafts[DraftDay(rules, entry)].push_back(&entry);
    sent[DayOf(rules, entry.application->submitted_at)].push_back(&entry);
    sent[DraftDay(rules, entry)];  // so that the day is played
  }
  for (const auto& [day, entries] : sent) PlayDay(play, day, drafts[day], entries);
}

}  // namespace redpeak::scenario
