#pragma once

#include <map>
#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/submissions/advance.h"

namespace redpeak::submissions {

// How those of these ids stand that exist, by id. Locks them, in one order, until the transaction
// ends.
std::map<std::string, Standing> ReadStandingsForUpdate(Tx& tx, const std::vector<std::string>& ids);

// Moves them all to a state.
void WriteAdvances(Tx& tx, const std::vector<Advance>& advances, State state, bool on_notice,
                   Instant now);

}  // namespace redpeak::submissions
