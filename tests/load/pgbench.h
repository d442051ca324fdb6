#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/load/target.h"

namespace redpeak::load {

// A statement of the program as pgbench can run it: $1 and so on replaced by SQL expressions, in
// which :n is the number of the transaction.
std::string Script(const std::string& statement, const std::map<int, std::string>& parameters);

// Runs the scripts one after another as one transaction each, `count` times in all by `clients`, as
// a service's role, prepared. :n counts from `first`. Returns transactions a second.
double RunPgbench(const Target& target, const std::string& service,
                  const std::vector<std::string>& scripts, int clients, int count, int first);

}  // namespace redpeak::load
