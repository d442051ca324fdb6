#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "services/base/status.h"

namespace redpeak::approval {

// All FAILED_PRECONDITION where nothing else is said.

Failure ReviewNotClosed(std::string_view call);
// The approver has to do with these submissions, of which the metadata names at most 50.
Failure ConflictOfInterest(const std::vector<std::string>& submissions);
// The list takes `proposed` of the `limit` that the call has, in projects or in fen.
Failure CountExceeded(int64_t proposed, int64_t limit);
Failure BudgetExceeded(int64_t proposed_fen, int64_t limit_fen);
// PERMISSION_DENIED.
Failure SelfApproval(std::string_view proposal);
// The submissions, at most 50 of which are named, were withdrawn and are still on the list.
Failure SubmissionsWithdrawn(const std::vector<std::string>& submissions);

Failure CalendarIncomplete(int year);
Failure NoticeEnded(std::string_view notice);
Failure NoticeRunning(std::string_view notice);
Failure ObjectionsOpen(std::string_view notice, int open);
// RESOURCE_EXHAUSTED.
Failure TooManyObjections(std::string_view notice, int limit);

}  // namespace redpeak::approval
