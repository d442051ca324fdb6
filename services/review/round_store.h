#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/review/v1/review.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/review/errors.h"

namespace redpeak::review {

// The review of one call.
struct Round {
  std::string call{};  // id
  int reviews_each = 0;
  std::optional<Instant> due{};
  bool closed = false;
};

std::optional<Round> ReadRound(Tx& tx, const std::string& call);
// Begins a round, unless it has begun.
void InsertRound(Tx& tx, const Round& round, Instant now);
void SetReviewsEach(Tx& tx, const std::string& call, int reviews_each);
void CloseRound(Tx& tx, const std::string& call, const std::string& reason, Instant now);

// Holds off, until the transaction ends, all others who change who may review what: conflicts,
// assignments, and the end of the round.
void LockRound(Tx& tx, const std::string& call);
// The same of all rounds that are not closed, in one order. Returns their calls.
std::vector<std::string> LockOpenRounds(Tx& tx);

// How far the reviews of a call are; without withdrawn submissions.
v1::Progress ReadProgress(Tx& tx, const std::string& call);
// Submissions with fewer submitted reviews than wanted, and how many each lacks.
std::vector<Shortfall> ReadMissingReviews(Tx& tx, const std::string& call, int wanted);

}  // namespace redpeak::review
