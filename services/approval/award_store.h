#pragma once

#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "services/base/db.h"

namespace redpeak::approval {

void InsertAwards(Tx& tx, const std::string& proposal, const std::vector<v1::Award>& awards);

// By project number: at most `limit` after one, of one call (empty: of all).
std::vector<v1::Award> ListAwards(Tx& tx, const std::string& call, const std::string& after,
                                  int limit);

// Those of these project numbers that submissions of other calls have: two calls may share a
// prefix.
std::vector<std::string> FindTakenNumbers(Tx& tx, const std::string& call,
                                          const std::vector<std::string>& numbers);

}  // namespace redpeak::approval
