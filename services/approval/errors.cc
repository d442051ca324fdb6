#include "services/approval/errors.h"

#include <algorithm>
#include <string>

namespace redpeak::approval {
namespace {

constexpr size_t kNamedMax = 50;

std::string Text(std::string_view view) { return std::string(view); }

std::string Join(const std::vector<std::string>& names) {
  std::string joined;
  for (size_t i = 0; i < std::min(names.size(), kNamedMax); ++i) {
    joined += (i == 0 ? "" : ",") + names[i];
  }
  return joined;
}

Failure LimitExceeded(std::string_view unit, int64_t proposed, int64_t limit) {
  return Failure({Code::kFailedPrecondition,
                  "LIMIT_EXCEEDED",
                  "the list takes " + std::to_string(proposed) + " " + Text(unit) +
                      ", but the call has " + std::to_string(limit),
                  {{"unit", Text(unit)},
                   {"proposed", std::to_string(proposed)},
                   {"limit", std::to_string(limit)}}});
}

}  // namespace

Failure ReviewNotClosed(std::string_view call) {
  return Failure({Code::kFailedPrecondition,
                  "REVIEW_NOT_CLOSED",
                  "the review of " + Text(call) + " is not closed, so its ranking may still change",
                  {{"call", Text(call)}}});
}

Failure ConflictOfInterest(const std::vector<std::string>& submissions) {
  return Failure(
      {Code::kFailedPrecondition,
       "CONFLICT_OF_INTEREST",
       "you have to do with " + std::to_string(submissions.size()) +
           " of these submissions; another approver must decide",
       {{"count", std::to_string(submissions.size())}, {"submissions", Join(submissions)}}});
}

Failure CountExceeded(int64_t proposed, int64_t limit) {
  return LimitExceeded("projects", proposed, limit);
}

Failure BudgetExceeded(int64_t proposed_fen, int64_t limit_fen) {
  return LimitExceeded("fen", proposed_fen, limit_fen);
}

Failure SelfApproval(std::string_view proposal) {
  return Failure(
      {Code::kPermissionDenied,
       "SELF_APPROVAL",
       "you made " + Text(proposal) + " or set an exception in it; somebody else must decide on it",
       {{"name", Text(proposal)}}});
}

Failure SubmissionsWithdrawn(const std::vector<std::string>& submissions) {
  return Failure({Code::kFailedPrecondition,
                  "STATE_WRONG",
                  std::to_string(submissions.size()) +
                      " proposed submissions were withdrawn; take them out, or draw the line anew",
                  {{"name", Join(submissions)}, {"state", "WITHDRAWN"}, {"action", "PROPOSE"}}});
}

Failure CalendarIncomplete(int year) {
  return Failure({Code::kFailedPrecondition,
                  "CALENDAR_INCOMPLETE",
                  "the holidays and make-up days of " + std::to_string(year) +
                      " are not set, so working days cannot be counted",
                  {{"year", std::to_string(year)}}});
}

Failure NoticeEnded(std::string_view notice) {
  return Failure({Code::kFailedPrecondition,
                  "NOTICE_ENDED",
                  "the time for objections to " + Text(notice) + " has ended",
                  {{"name", Text(notice)}}});
}

Failure NoticeRunning(std::string_view notice) {
  return Failure({Code::kFailedPrecondition,
                  "NOTICE_RUNNING",
                  "objections to " + Text(notice) + " are still taken",
                  {{"name", Text(notice)}}});
}

Failure ObjectionsOpen(std::string_view notice, int open) {
  return Failure({Code::kFailedPrecondition,
                  "OBJECTIONS_OPEN",
                  std::to_string(open) + " objections to " + Text(notice) + " are not answered",
                  {{"name", Text(notice)}, {"count", std::to_string(open)}}});
}

Failure TooManyObjections(std::string_view notice, int limit) {
  return Failure({Code::kResourceExhausted,
                  "TOO_MANY_OBJECTIONS",
                  Text(notice) + " takes no more than " + std::to_string(limit) + " objections",
                  {{"name", Text(notice)}, {"limit", std::to_string(limit)}}});
}

}  // namespace redpeak::approval
