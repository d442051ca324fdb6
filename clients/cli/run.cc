#include "clients/cli/run.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "clients/cli/errors.h"
#include "clients/cli/failure.h"
#include "clients/cli/help.h"
#include "clients/cli/parse.h"
#include "clients/cli/terminal.h"

namespace redpeak::cli {
namespace {

bool IsOn(const Given& given, const std::string& name) { return First(given, name) == "true"; }

std::string FromEnvironment(const char* variable) {
  const auto* value = std::getenv(variable);
  return value == nullptr ? "" : value;
}

// The language must be known before anything else is: errors are told in it.
Language FindLanguage(const std::vector<std::string>& arguments) {
  constexpr std::string_view kOption = "--lang=";
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i].starts_with(kOption)) return LanguageOf(arguments[i].substr(kOption.size()));
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) return LanguageOf(arguments[i + 1]);
  }
  for (const auto* variable : {"REDPEAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = FromEnvironment(variable); !value.empty()) return LanguageOf(value);
  }
  return Language::kChinese;
}

Result<void> ReadOutput(const Given& given, Settings& settings) {
  const auto output = First(given, "output", "table");
  if (output != "table" && output != "json") return ValueWrong("--output", output, "output");
  settings.json = output == "json";
  const auto timeout = First(given, "timeout", "30");
  int seconds = 0;
  const auto [end, error] =
      std::from_chars(timeout.data(), timeout.data() + timeout.size(), seconds);
  if (error != std::errc() || *end != '\0' || seconds <= 0)
    return ValueWrong("--timeout", timeout, "seconds");
  settings.timeout = std::chrono::seconds(seconds);
  settings.wide = IsOn(given, "wide");
  settings.yes = IsOn(given, "yes");
  return {};
}

// What login saved holds for the server that it was for, and no other: its token goes nowhere else.
Result<void> ReadEndpoint(const Given& given, Settings& settings) {
  settings.profile = First(given, "profile", "default");
  REDPEAK_ASSIGN_OR_RETURN(const auto saved, LoadCredentials(CredentialsPath(), settings.profile));
  const auto server =
      First(given, "server", saved ? saved->endpoint.server : settings.endpoint.server);
  if (saved && saved->endpoint.server == server) {
    settings.endpoint = saved->endpoint;
    settings.token = saved->token;
  }
  settings.endpoint.server = server;
  settings.endpoint.ca = First(given, "ca", settings.endpoint.ca);
  if (given.contains("plaintext")) settings.endpoint.plaintext = IsOn(given, "plaintext");
  return {};
}

Result<void> RunVerb(Context& context, const Parsed& parsed) {
  REDPEAK_RETURN_IF_ERROR(CheckRequired(parsed));
  REDPEAK_RETURN_IF_ERROR(ReadOutput(parsed.given, context.settings));
  REDPEAK_RETURN_IF_ERROR(ReadEndpoint(parsed.given, context.settings));
  return parsed.verb->run(context, parsed.given);
}

std::string Help(const Catalog& catalog, const std::vector<Verb>& verbs, const Parsed& parsed) {
  const auto width = OutputWidth();
  if (parsed.verb != nullptr) return HelpOnVerb(catalog, *parsed.verb, width);
  if (!parsed.noun.empty()) return HelpOnNoun(catalog, verbs, parsed.noun, width);
  return HelpOnAll(catalog, verbs, width);
}

int Fail(const Catalog& catalog, const Error& error, std::ostream& err) {
  err << Explain(catalog, error);
  return ExitCodeOf(error);
}

}  // namespace

int Run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
        std::ostream& err) {
  const auto& catalog = Catalog::In(FindLanguage(arguments));
  const auto verbs = AllVerbs();
  const auto parsed = Parse(verbs, arguments);
  if (!parsed) return Fail(catalog, parsed.error(), err);
  if (IsOn(parsed->given, "version")) {
    out << "redpeak " << REDPEAK_VERSION << "\n";
    return kOk;
  }
  if (IsOn(parsed->given, "help")) {
    out << Help(catalog, verbs, *parsed);
    return kOk;
  }
  if (parsed->verb == nullptr) {
    err << Help(catalog, verbs, *parsed);
    return kUsage;
  }
  Context context{catalog, {}, in, out, err};
  const auto outcome = RunVerb(context, *parsed);
  return outcome ? kOk : Fail(catalog, outcome.error(), err);
}

}  // namespace redpeak::cli
