#pragma once

#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/review/conflicts.h"

namespace redpeak::review {

// A conflict that somebody told. Telling it again changes its reason.
struct ToldConflict {
  std::string call{};
  std::string submission{};
  std::string expert{};
  v1::Conflict::Kind kind = v1::Conflict::KIND_UNSPECIFIED;
  std::string reason{};
};
void PutConflict(Tx& tx, const ToldConflict& conflict, Instant now);

// Removes what an officer set. False: there was nothing.
bool RemoveOfficersConflict(Tx& tx, const std::string& submission, const std::string& expert);

// Makes the conflicts that follow from facts those that were found, between the submissions of some
// calls and some experts.
void ReplaceFoundConflicts(Tx& tx, const std::vector<std::string>& calls,
                           const std::vector<std::string>& experts,
                           const std::vector<FoundConflict>& found, Instant now);

bool HasConflict(Tx& tx, const std::string& submission, const std::string& expert);

// Those of a call that somebody told.
std::vector<FoundConflict> ReadToldConflicts(Tx& tx, const std::string& call);

struct ConflictFilter {
  std::string call{};
  std::string submission{};  // all of the call's where empty
  std::string person{};      // whose own submissions are left out
};
// In order of submission, expert and kind, after the key of these three; empty: from the beginning.
std::vector<v1::Conflict> ListConflicts(Tx& tx, const ConflictFilter& filter,
                                        const std::vector<std::string>& after, int limit);

}  // namespace redpeak::review
