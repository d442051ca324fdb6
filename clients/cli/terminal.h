#pragma once

#include <string>

#include "clients/cli/context.h"

namespace redpeak::cli {

bool InputIsTerminal();
bool ErrorsAreOnTerminal();

// Columns of the terminal that answers go to; 0 where they go to a file or a program.
int OutputWidth();

// Asks on the terminal, without showing what is typed. TERMINAL_MISSING where there is none.
Result<std::string> AskSecret(const std::string& question);

// Asks for a line of text on the context's streams; empty at the end of input.
std::string AskLine(Context& context, const std::string& question);

// Asks y/N. CONFIRMATION_MISSING without a terminal; NOT_CONFIRMED unless the answer is yes.
Result<void> Confirm(Context& context, const std::string& question);

}  // namespace redpeak::cli
