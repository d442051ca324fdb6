#pragma once

#include <CLI/CLI.hpp>

#include "services/server/config.h"

namespace redpeak::server {

// Lets a command take every setting by flag, by environment (REDPEAK_…) and by file (--config), in
// this order of strength.
void AddOptions(CLI::App& command, Config& config);

}  // namespace redpeak::server
