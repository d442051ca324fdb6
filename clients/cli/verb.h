#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "clients/cli/arg.h"
#include "clients/cli/context.h"

// The tree of all commands, those of the table and those made by hand.
namespace redpeak::cli {

struct Verb {
  std::string noun;  // empty for commands of one word
  std::string name;
  std::vector<Arg> args;
  std::function<Result<void>(Context& context, const Given& given)> run;
  std::vector<std::string> methods{};  // the RPCs that it is there for, as FindMethod takes them
};

// In the order of help.
std::vector<Verb> AllVerbs();

// Options that every command takes.
const std::vector<Arg>& GlobalArgs();

// The nouns in the order of help, without the empty one.
std::vector<std::string> NounsOf(const std::vector<Verb>& verbs);

// Null where there is none.
const Verb* FindVerb(const std::vector<Verb>& verbs, std::string_view noun, std::string_view name);

// "command/call/publish": where the catalogues say what the command does.
std::string HelpKey(const Verb& verb);

}  // namespace redpeak::cli
