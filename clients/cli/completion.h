#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clients/cli/verb.h"

namespace redpeak::cli {

// completion: prints a script that completes nouns, verbs and options.
std::vector<Verb> CompletionVerbs();

// The script for bash, zsh or fish; nothing for another shell.
std::optional<std::string> CompletionScript(const Catalog& catalog, const std::vector<Verb>& verbs,
                                            const std::string& shell);

}  // namespace redpeak::cli
