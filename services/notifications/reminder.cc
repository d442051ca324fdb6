#include "services/notifications/reminder.h"

#include "services/base/log.h"
#include "services/notifications/notifications_peers.h"
#include "services/notifications/reminders.h"

namespace redpeak::notifications {
namespace {

using calls::v1::Call;
using review::v1::Review;
using submissions::v1::Submission;

constexpr std::chrono::minutes kPause{10};

void Append(std::vector<News> more, std::vector<News>& news) {
  std::ranges::move(more, std::back_inserter(news));
}

}  // namespace

Result<void> Reminder::FindOfOpenCalls(Instant now, std::vector<News>& news) {
  REDPEAK_ASSIGN_OR_RETURN(const auto calls, ListCalls(peers_, Call::OPEN));
  for (const auto& call : calls) {
    if (!IsNear(FromProto(call.closes_at()), now)) continue;
    for (const auto state : {Submission::DRAFT, Submission::RETURNED}) {
      REDPEAK_ASSIGN_OR_RETURN(const auto unsent, ListSubmissions(peers_, call.name(), state));
      Append(RemindOfSending(call, unsent, now), news);
    }
  }
  return {};
}

// Those that were returned may have time beyond the call's.
Result<void> Reminder::FindOfClosedCalls(Instant now, std::vector<News>& news) {
  REDPEAK_ASSIGN_OR_RETURN(const auto calls, ListCalls(peers_, Call::CLOSED));
  for (const auto& call : calls) {
    REDPEAK_ASSIGN_OR_RETURN(const int waiting, CountWaiting(peers_, call.name()));
    if (waiting > 0) news.push_back(CallHasClosed(call, waiting));
    REDPEAK_ASSIGN_OR_RETURN(const auto returned,
                             ListSubmissions(peers_, call.name(), Submission::RETURNED));
    Append(RemindOfSending(call, returned, now), news);
  }
  return {};
}

Result<void> Reminder::FindOfReviews(Instant now, std::vector<News>& news) {
  REDPEAK_ASSIGN_OR_RETURN(const auto calls, ListCalls(peers_, Call::IN_REVIEW));
  for (const auto& call : calls) {
    if (!call.has_review_due() || !IsNear(FromProto(call.review_due()), now)) continue;
    REDPEAK_ASSIGN_OR_RETURN(auto unfinished, ListReviews(peers_, call.name(), Review::ASSIGNED));
    REDPEAK_ASSIGN_OR_RETURN(auto accepted, ListReviews(peers_, call.name(), Review::ACCEPTED));
    std::ranges::move(accepted, std::back_inserter(unfinished));
    Append(RemindOfReviews(call, unfinished, now), news);
  }
  return {};
}

Result<std::vector<News>> Reminder::Find(Instant now) {
  std::vector<News> news;
  REDPEAK_RETURN_IF_ERROR(FindOfOpenCalls(now, news));
  REDPEAK_RETURN_IF_ERROR(FindOfClosedCalls(now, news));
  REDPEAK_RETURN_IF_ERROR(FindOfReviews(now, news));
  REDPEAK_ASSIGN_OR_RETURN(const auto notices, ListNewNotices(peers_));
  Append(EndedNotices(notices), news);
  return news;
}

Turn Reminder::RemindIfTime() {
  const auto now = clock_.Now();
  if (now < next_) return Turn::kIdle;
  const auto found = Find(now);
  auto told = found ? teller_.Tell(*found, [](Tx&) { return true; })
                    : Result<void>(tl::unexpected(found.error()));
  if (told) {
    next_ = now + kPause;
    return Turn::kIdle;
  }
  Log(LogLevel::kWarning, "nobody can be reminded yet",
      {{"reason", told.error().reason}, {"error", told.error().message}});
  return Turn::kFailed;
}

}  // namespace redpeak::notifications
