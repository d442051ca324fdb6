#pragma once

#include <memory>
#include <string>
#include <vector>

#include "clients/cli/verb.h"

namespace redpeak::cli {

// What the command line says.
struct Parsed {
  std::string noun;            // may be empty
  const Verb* verb = nullptr;  // null where only a noun or nothing was given
  Given given;                 // the verb's arguments and the global options
};

// Reads the command line by CLI11. INVALID_ARGUMENT: USAGE_ARGUMENT_UNKNOWN,
// USAGE_ARGUMENT_WITHOUT_VALUE.
Result<Parsed> Parse(const std::vector<Verb>& verbs, const std::vector<std::string>& arguments);

// USAGE_ARGUMENT_MISSING for the first argument that the verb needs and was not given.
Result<void> CheckRequired(const Parsed& parsed);

}  // namespace redpeak::cli
