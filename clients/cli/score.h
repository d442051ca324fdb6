#pragma once

#include <vector>

#include "clients/cli/verb.h"

namespace redpeak::cli {

// review score: gives points by criterion, by options or in a dialogue that shows each criterion.
std::vector<Verb> ScoreVerbs();

}  // namespace redpeak::cli
