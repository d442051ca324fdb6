#pragma once

#include <string>
#include <vector>

#include "services/base/call.h"
#include "services/review/experts.h"
#include "services/review/review_peers.h"
#include "services/review/review_service_deps.h"

// Who works where, and what was withdrawn, is known to other services. The review asks them before
// it assigns anything, and keeps the conflicts of interest that follow.
namespace redpeak::review {

struct Facts {
  std::vector<PersonFacts> people{};     // of the whole pool
  std::vector<std::string> withdrawn{};  // ids of submissions
};

// Asks identity for the pool's people and submissions for what was withdrawn from a call (its id).
Result<Facts> AskFacts(ReviewDeps& deps, Call& call, const std::string& call_id);

// Sets name and organisation of those experts of whom there are facts.
void ApplyFacts(const std::vector<PersonFacts>& people, std::vector<ExpertRecord>& experts);

// Finds the conflicts between the submissions of some calls and some experts anew, keeps them, and
// cancels the unfinished reviews that they forbid. The calls' rounds are locked.
void RefreshConflicts(Call& call, const std::vector<std::string>& calls,
                      const std::vector<ExpertRecord>& experts);

// Keeps facts about a call's submissions and the pool, and the conflicts that follow from them.
void KeepFacts(Call& call, const std::string& call_id, const Facts& facts);

}  // namespace redpeak::review
