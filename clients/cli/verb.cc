#include "clients/cli/verb.h"

#include <algorithm>

#include "clients/cli/completion.h"
#include "clients/cli/invoke.h"
#include "clients/cli/raw.h"
#include "clients/cli/score.h"
#include "clients/cli/sign_in.h"
#include "clients/cli/transfer.h"

namespace redpeak::cli {
namespace {

Verb VerbOf(const Command& command) {
  return {.noun = std::string(command.noun),
          .name = std::string(command.verb),
          .args = ArgsOf(command),
          .run = [&command](Context& context,
                            const Given& given) { return Invoke(context, command, given); },
          .methods = {std::string(command.method)}};
}

void Add(std::vector<Verb> more, std::vector<Verb>& verbs) {
  std::move(more.begin(), more.end(), std::back_inserter(verbs));
}

}  // namespace

std::vector<Verb> AllVerbs() {
  auto verbs = SignInVerbs();
  for (const auto& command : Commands()) verbs.push_back(VerbOf(command));
  Add(TransferVerbs(), verbs);
  Add(ScoreVerbs(), verbs);
  Add(RawVerbs(), verbs);
  Add(CompletionVerbs(), verbs);
  return verbs;
}

const std::vector<Arg>& GlobalArgs() {
  using Kind = Arg::Kind;
  static const std::vector<Arg> args = {
      {.name = "server", .variable = "REDPEAK_SERVER", .label = "option/server"},
      {.name = "ca", .variable = "REDPEAK_CA", .label = "option/ca"},
      {.name = "plaintext", .kind = Kind::kSwitch, .label = "option/plaintext"},
      {.name = "profile", .variable = "REDPEAK_PROFILE", .label = "option/profile"},
      {.name = "lang", .variable = "REDPEAK_LANG", .label = "option/lang"},
      {.name = "timeout", .label = "option/timeout"},
      {.name = "output", .letter = 'o', .label = "option/output"},
      {.name = "wide", .kind = Kind::kSwitch, .label = "option/wide"},
      {.name = "yes", .kind = Kind::kSwitch, .letter = 'y', .label = "option/yes"},
      {.name = "help", .kind = Kind::kSwitch, .letter = 'h', .label = "option/help"},
      {.name = "version", .kind = Kind::kSwitch, .label = "option/version"}};
  return args;
}

std::vector<std::string> NounsOf(const std::vector<Verb>& verbs) {
  std::vector<std::string> nouns;
  for (const auto& verb : verbs) {
    if (verb.noun.empty() || std::find(nouns.begin(), nouns.end(), verb.noun) != nouns.end())
      continue;
    nouns.push_back(verb.noun);
  }
  return nouns;
}

const Verb* FindVerb(const std::vector<Verb>& verbs, std::string_view noun, std::string_view name) {
  const auto it = std::find_if(verbs.begin(), verbs.end(), [&](const Verb& verb) {
    return verb.noun == noun && verb.name == name;
  });
  return it == verbs.end() ? nullptr : &*it;
}

std::string HelpKey(const Verb& verb) { return "command/" + verb.noun + "/" + verb.name; }

}  // namespace redpeak::cli
