#pragma once

#include <map>
#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/review/v1/review.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/notifications/news.h"

// What comes with time, not with an event. Each is news of the same id however often it is looked
// for, so that it is told once: three days before a time, and once more in its last day.
namespace redpeak::notifications {

// Whether a time is near enough to remind of: within three days, and not over.
bool IsNear(Instant due, Instant now);

// To who has not sent a submission, where its call is about to close or the time to correct it is
// nearly over.
std::vector<News> RemindOfSending(const calls::v1::Call& call,
                                  const std::vector<submissions::v1::Submission>& unsent,
                                  Instant now);

// To experts whose reviews (those that are not submitted) of this call are due.
std::vector<News> RemindOfReviews(const calls::v1::Call& call,
                                  const std::vector<review::v1::Review>& unfinished, Instant now);

// To officers: the call has closed, and so many submissions wait for the formality check.
News CallHasClosed(const calls::v1::Call& call, int waiting);

// To officers and approvers: of these notices, those that have ended.
std::vector<News> EndedNotices(const std::vector<approval::v1::Notice>& notices);

}  // namespace redpeak::notifications
