#pragma once

#include <string>
#include <vector>

#include "services/base/db.h"
#include "services/identity/tries.h"

namespace redpeak::identity {

// What is counted of each subject, in the order of `subjects`.
std::vector<Tries> ReadTries(Tx& tx, const std::vector<std::string>& subjects);

// Counts one try more of each, and sweeps what no longer counts. Locks the subjects' rows in a
// transaction.
void CountTries(Tx& tx, const std::vector<std::string>& subjects, Instant now);

void ForgetTries(Tx& tx, const std::string& subject);

}  // namespace redpeak::identity
