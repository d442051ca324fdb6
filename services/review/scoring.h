#pragma once

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/review/v1/review.pb.h"
#include "services/base/status.h"

namespace redpeak::review {

inline constexpr size_t kScoreCommentMax = 4000;   // characters
inline constexpr size_t kReviewCommentMax = 8000;  // characters

// Checks a draft: no unknown or repeated criterion, points within their range, texts not too long.
// INVALID_ARGUMENT FIELD_INVALID with paths such as review.scores[2].points.
Result<void> CheckDraft(const calls::v1::Call& call, const v1::Review& review);

// Checks what is to be sealed: each of the call's criteria has points and a comment, and there is a
// recommendation. INVALID_ARGUMENT FIELD_INVALID with paths such as scores[innovation].comment.
Result<void> CheckComplete(const calls::v1::Call& call, const v1::Review& review);

// The weighted mean of a complete review's scores, 0 to 100: the sum over the criteria of
// weight * (points - points_min) / (points_max - points_min), as all weights sum to 100.
double TotalOf(const calls::v1::Call& call, const v1::Review& review);

}  // namespace redpeak::review
