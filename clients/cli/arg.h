#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "clients/cli/catalog.h"
#include "clients/cli/schema.h"

namespace redpeak::cli {

// Something that a command takes on the command line.
struct Arg {
  enum class Kind {
    kPositional,
    kRest,    // a positional that takes all that is left
    kValue,   // --name VALUE
    kValues,  // --name VALUE, as often as wanted
    kSwitch,  // --name, or --name=false
  };
  std::string name;  // "closes-at"; of a positional "name"
  Kind kind = Kind::kValue;
  bool required = false;
  char letter = 0;         // -o of --output
  std::string variable{};  // the environment variable that gives it, too
  std::string label{};     // its key in the catalogues, where no field tells it
  FieldPath path{};        // the field of the request that it fills, if any
  std::string pattern{};   // of the names it takes
};

// What was given: the texts by the argument's name. What is absent was not given.
using Given = std::map<std::string, std::vector<std::string>>;

bool IsPositional(const Arg& arg);

// The first text of an argument, or `otherwise`.
std::string First(const Given& given, const std::string& name, std::string otherwise = "");

// What stands for the option's value in help, e.g. "TIME".
std::string MetavarOf(const Arg& arg);

// What the argument is, in the user's language, with what it expects: "opening time (2022-04-30
// 18:00)".
std::string Describe(const Catalog& catalog, const Arg& arg);

}  // namespace redpeak::cli
