#include "services/notifications/reminders.h"

#include <algorithm>

#include "services/base/names.h"

namespace redpeak::notifications {
namespace {

using submissions::v1::Submission;
using v1::Message;

constexpr std::chrono::hours kFirst{72};
constexpr std::chrono::hours kLast{24};

// Tells apart what comes at different times: a deadline that moved is news again.
std::string IdOf(const char* what, const std::string& name, Instant due, Instant now) {
  const auto* which = due - now <= kLast ? "-last-" : "-first-";
  return what + std::string(which) + std::to_string(ToMicros(due)) + "-" + name;
}

}  // namespace

bool IsNear(Instant due, Instant now) { return now < due && due - now <= kFirst; }

std::vector<News> RemindOfSending(const calls::v1::Call& call,
                                  const std::vector<Submission>& unsent, Instant now) {
  std::vector<News> news;
  for (const auto& submission : unsent) {
    const auto closes = FromProto(call.closes_at());
    const auto correct = FromProto(submission.correct_by());
    const bool returned = submission.state() == Submission::RETURNED;
    const auto due = returned ? std::max(closes, correct) : closes;
    if (!IsNear(due, now)) continue;
    news.push_back({.kind = returned ? Message::CORRECTION_DUE : Message::SUBMISSION_DUE,
                    .id = IdOf("sending", submission.name(), due, now),
                    .subject = submission.name(),
                    .submission = submission.name(),
                    .due = due,
                    .time = now});
  }
  return news;
}

std::vector<News> RemindOfReviews(const calls::v1::Call& call,
                                  const std::vector<review::v1::Review>& unfinished, Instant now) {
  std::map<std::string, int> counts;  // by expert
  for (const auto& review : unfinished) ++counts[review.expert()];
  const auto due = FromProto(call.review_due());
  std::vector<News> news;
  for (const auto& [expert, count] : counts) {
    news.push_back({.kind = Message::REVIEWS_DUE,
                    .id = IdOf("reviews", call.name() + "-" + LastId(expert), due, now),
                    .subject = call.name(),
                    .call = call.name(),
                    .expert = MakeName("people", LastId(expert)),
                    .count = count,
                    .due = due,
                    .time = now});
  }
  return news;
}

News CallHasClosed(const calls::v1::Call& call, int waiting) {
  const auto closed = FromProto(call.closes_at());
  return {.kind = Message::CALL_CLOSED,
          .id = "closed-" + std::to_string(ToMicros(closed)) + "-" + call.name(),
          .subject = call.name(),
          .call = call.name(),
          .count = waiting,
          .time = closed};
}

std::vector<News> EndedNotices(const std::vector<approval::v1::Notice>& notices) {
  std::vector<News> news;
  for (const auto& notice : notices) {
    if (notice.state() != approval::v1::Notice::ENDED) continue;
    news.push_back({.kind = Message::NOTICE_ENDED,
                    .id = "ended-" + notice.name(),
                    .subject = notice.name(),
                    .call = notice.call(),
                    .time = FromProto(notice.end_time())});
  }
  return news;
}

}  // namespace redpeak::notifications
