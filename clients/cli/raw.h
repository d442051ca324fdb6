#pragma once

#include <vector>

#include "clients/cli/verb.h"

namespace redpeak::cli {

// rpc: any method by its name, with JSON in and out.
std::vector<Verb> RawVerbs();

}  // namespace redpeak::cli
