#include "clients/cli/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>

#include "clients/cli/errors.h"

namespace redpeak::cli {
namespace {

using Texts = std::vector<std::string>;

// A part of the command line, taken apart by CLI11; meaning and help are ours.
class Part {
 public:
  // With `prefix` it ends before the first word that is no option.
  Part(const std::vector<Arg>& args, bool prefix) {
    app_.set_help_flag();
    app_.prefix_command(prefix);
    Add(args);
  }

  void Add(const std::vector<Arg>& args) {
    for (const auto& arg : args) Add(arg);
  }

  Result<void> Read(const Texts& words) {
    try {
      app_.parse(Prepare(words));
    } catch (const CLI::ExtrasError&) {
      return ArgumentUnknown(app_.remaining().front());
    } catch (const CLI::ArgumentMismatch& mismatch) {
      const std::string problem = mismatch.what();  // "--etag: 1 required TEXT missing"
      return ArgumentWithoutValue(problem.substr(0, problem.find(':')));
    } catch (const CLI::ParseError& error) {
      return ArgumentUnknown(error.what());
    }
    return {};
  }

  void Collect(Given& given) const {
    for (const auto& [name, option] : options_) {
      if (option->count() > 0) given[name] = option->results();
    }
  }

  Texts Rest() const { return app_.remaining(); }

 private:
  void Add(const Arg& arg) {
    auto name = IsPositional(arg) ? arg.name : "--" + arg.name;
    if (arg.letter != 0) name += std::string(",-") + arg.letter;
    const bool is_switch = arg.kind == Arg::Kind::kSwitch;
    auto* option = is_switch ? app_.add_flag(name) : app_.add_option(name);
    if (arg.kind == Arg::Kind::kRest) option->expected(CLI::detail::expected_max_vector_size);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    options_.emplace_back(arg.name, option);
  }

  // CLI11 takes the next word for the value of "--title=", so the two are taken apart here. It
  // reads the last word first.
  static Texts Prepare(const Texts& words) {
    Texts prepared;
    for (const auto& word : words) {
      const bool empty_value = word.starts_with("--") && word.ends_with('=');
      prepared.push_back(empty_value ? word.substr(0, word.size() - 1) : word);
      if (empty_value) prepared.emplace_back();
    }
    std::reverse(prepared.begin(), prepared.end());
    return prepared;
  }

  CLI::App app_;
  std::vector<std::pair<std::string, CLI::Option*>> options_;
};

// Takes the common options before the next word off the line, and then that word, if there is one.
Result<std::string> TakeWord(Texts& line, Given& given) {
  Part part(GlobalArgs(), true);
  REDPEAK_RETURN_IF_ERROR(part.Read(line));
  part.Collect(given);
  line = part.Rest();
  if (line.empty()) return std::string();
  const auto word = line.front();
  if (word.starts_with('-')) return ArgumentUnknown(word);
  line.erase(line.begin());
  return word;
}

bool IsNoun(const std::vector<Verb>& verbs, const std::string& word) {
  return std::any_of(verbs.begin(), verbs.end(),
                     [&](const Verb& verb) { return verb.noun == word; });
}

// Takes noun and verb off the line.
Result<void> TakeCommand(const std::vector<Verb>& verbs, Texts& line, Parsed& parsed) {
  REDPEAK_ASSIGN_OR_RETURN(auto word, TakeWord(line, parsed.given));
  if (!word.empty() && IsNoun(verbs, word)) {
    parsed.noun = word;
    REDPEAK_ASSIGN_OR_RETURN(word, TakeWord(line, parsed.given));
  }
  if (word.empty()) return {};
  parsed.verb = FindVerb(verbs, parsed.noun, word);
  if (parsed.verb == nullptr) return ArgumentUnknown(word);
  return {};
}

// What the environment says where the command line says nothing.
void AddVariables(Given& given) {
  for (const auto& arg : GlobalArgs()) {
    const auto* value = arg.variable.empty() ? nullptr : std::getenv(arg.variable.c_str());
    if (value != nullptr && *value != '\0') given.try_emplace(arg.name, Texts{value});
  }
}

}  // namespace

Result<Parsed> Parse(const std::vector<Verb>& verbs, const Texts& arguments) {
  Parsed parsed;
  auto line = arguments;
  REDPEAK_RETURN_IF_ERROR(TakeCommand(verbs, line, parsed));
  if (parsed.verb == nullptr) return parsed;
  Part part(GlobalArgs(), false);
  part.Add(parsed.verb->args);
  REDPEAK_RETURN_IF_ERROR(part.Read(line));
  part.Collect(parsed.given);
  AddVariables(parsed.given);
  return parsed;
}

Result<void> CheckRequired(const Parsed& parsed) {
  for (const auto& arg : parsed.verb->args) {
    if (!arg.required || !First(parsed.given, arg.name).empty()) continue;
    return ArgumentMissing(IsPositional(arg) ? arg.name : "--" + arg.name);
  }
  return {};
}

}  // namespace redpeak::cli
