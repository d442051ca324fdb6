#pragma once

#include "clients/cli/command.h"
#include "clients/cli/context.h"

namespace redpeak::cli {

// Runs a command of the table: builds the request, has a decision confirmed, calls, prints the
// answer.
Result<void> Invoke(Context& context, const Command& command, const Given& given);

}  // namespace redpeak::cli
