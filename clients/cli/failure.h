#pragma once

#include <string>

#include "clients/cli/catalog.h"
#include "services/base/status.h"

namespace redpeak::cli {

// The program's exit codes, promised in README.md.
enum ExitCode {
  kOk = 0,
  kOther = 1,
  kUsage = 2,    // the command line is wrong
  kRefused = 3,  // the request is wrong
  kNotFound = 4,
  kNotPermitted = 5,  // or not signed in
  kConflict = 6,      // it has changed, exists, or is not in a state for this
  kUnavailable = 7,   // or too late, or too busy: try again
};

ExitCode ExitCodeOf(const Error& error);

// What went wrong in the user's language, and every field that is wrong in a line of its own. The
// server's English is used only for what the catalogue does not know.
std::string Explain(const Catalog& catalog, const Error& error);

}  // namespace redpeak::cli
