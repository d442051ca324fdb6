#pragma once

#include <string>
#include <string_view>

#include "redpeak/review/v1/review.pb.h"
#include "services/base/blind.h"
#include "services/base/caller.h"
#include "services/base/status.h"
#include "services/review/conflicts.h"
#include "services/review/review_states.h"

namespace redpeak::review {

// Why the system cancelled a review, in place of what a person would have written.
inline constexpr char kConflictReason[] = "CONFLICT_OF_INTEREST";
inline constexpr char kWithdrawnReason[] = "SUBMISSION_WITHDRAWN";
inline constexpr char kClosedReason[] = "REVIEW_CLOSED";

// The ids of submissions/{submission}/reviews/{review}.
struct ReviewName {
  std::string submission;
  std::string review;
};
Result<ReviewName> ParseReviewName(std::string_view field, std::string_view name);
std::string MakeReviewName(std::string_view submission, std::string_view review);

// A review with what decides who may do what with it.
struct ReviewRecord {
  v1::Review review{};  // whole
  int64_t version = 0;
  Subject subject{};        // its id, call, title, leader and team only
  bool conflicted = false;  // its expert has a conflict of interest with its submission
  bool closed = false;      // the call's review has ended
};

// An expert is SELF to the own reviews; staff of the call are STAFF.
Audiences AudiencesOfReview(const Caller& caller, const v1::Review& review);

// Whether it is the caller's own, and no conflict keeps it from them.
bool SeesAsExpert(const Caller& caller, const ReviewRecord& record);
// Whether the caller is staff of its call, and neither leads its submission nor works on it.
bool SeesAsStaff(const Caller& caller, const ReviewRecord& record);

// Whether its expert may do this. NOT_FOUND where it is not the caller's; CONFLICT_OF_INTEREST;
// REVIEW_CLOSED; STATE_WRONG.
Result<void> CheckExpertMay(const Caller& caller, const ReviewRecord& record, Action action);
// ETAG_MISMATCH where an etag is given that is not the record's.
Result<void> CheckEtag(const ReviewRecord& record, std::string_view etag);

}  // namespace redpeak::review
