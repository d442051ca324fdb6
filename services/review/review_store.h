#pragma once

#include <optional>
#include <string>
#include <vector>

#include "services/base/call.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/review/planning.h"
#include "services/review/review.h"

namespace redpeak::review {

// Which review, and whose: ids.
struct ReviewRef {
  std::string review{};
  std::string submission{};
  std::string call{};
  std::string expert{};
};

std::optional<ReviewRecord> ReadReview(Tx& tx, const ReviewName& name);
// The same, and holds the review's row until the transaction ends.
std::optional<ReviewRecord> ReadReviewForUpdate(Tx& tx, const ReviewName& name);
// Every review that this expert has or had of this submission, held likewise.
std::vector<ReviewRecord> ReadReviewsOfPairForUpdate(Tx& tx, const std::string& submission,
                                                     const std::string& expert);

// Whose reviews a list holds: an expert's own, and those of calls whose staff the reader is.
struct ReviewReader {
  std::string expert{};  // id; own reviews without conflicts
  bool staff_everywhere = false;
  std::vector<std::string> staff_calls{};  // ids
  std::string person{};                    // id; as staff, not the reviews of own submissions
};
struct ReviewFilter {
  std::string call{};
  std::string submission{};
  std::string expert{};
  std::string state{};
};
// In order of id, which is that of assignment.
std::vector<ReviewRecord> ListReviews(Tx& tx, const ReviewReader& reader,
                                      const ReviewFilter& filter, const std::string& after,
                                      int limit);

// A new review, in state ASSIGNED.
struct NewReview {
  std::string id{};
  std::string submission{};
  std::string expert{};
  double affinity = 0;  // 0 to 1
};
// Writes those whose expert neither has a conflict nor such a review already. Returns how many.
int InsertReviews(Tx& tx, const std::string& call, const std::vector<NewReview>& reviews,
                  Instant now);

// Writes scores, recommendation and comments of a draft.
void WriteDraft(Tx& tx, const std::string& id, const v1::Review& review);
void WriteState(Tx& tx, const std::string& id, v1::Review::State state, const std::string& reason);

// Cancels unfinished reviews and says which: those with a conflict, those of withdrawn submissions,
// or all.
std::vector<ReviewRef> CancelConflicted(Tx& tx, const std::vector<std::string>& calls);
std::vector<ReviewRef> CancelWithdrawn(Tx& tx, const std::string& call);
std::vector<ReviewRef> CancelUnfinished(Tx& tx, const std::string& call);

// Seals a review in one statement with its event and the answer by request_id: `review` as it will
// be, with total and submit time; `version` as it was read. False: it has changed since, a conflict
// has been found, or the round was closed, and nothing is written.
bool SealReview(Tx& tx, const Call& call, const v1::Review& review, int64_t version);

// How many live reviews an expert has in a call.
int CountLiveReviews(Tx& tx, const std::string& call, const std::string& expert);

// Every pair of a call that has or had a review.
std::vector<ReviewedPair> ReadReviewedPairs(Tx& tx, const std::string& call);

}  // namespace redpeak::review
