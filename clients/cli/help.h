#pragma once

#include <string>
#include <vector>

#include "clients/cli/verb.h"

// What --help shows. `width` is the terminal's; 0: no limit.
namespace redpeak::cli {

// Of the whole program: its nouns and commands of one word.
std::string HelpOnAll(const Catalog& catalog, const std::vector<Verb>& verbs, int width);

// Of a noun: its verbs.
std::string HelpOnNoun(const Catalog& catalog, const std::vector<Verb>& verbs,
                       const std::string& noun, int width);

// Of a command: its arguments.
std::string HelpOnVerb(const Catalog& catalog, const Verb& verb, int width);

// "redpeak call publish NAME [options]".
std::string UsageOf(const Catalog& catalog, const Verb& verb);

}  // namespace redpeak::cli
