#include "clients/cli/help.h"

#include <algorithm>

#include "clients/cli/table.h"
#include "clients/cli/width.h"

namespace redpeak::cli {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr int kIndent = 2;

std::string Paragraph(const std::string& text, int width) {
  std::string lines;
  for (const auto& line : Wrap(text, width)) lines += line + "\n";
  return lines;
}

std::string Section(const Catalog& catalog, const char* heading, const Pairs& pairs, int width) {
  if (pairs.empty()) return {};
  const auto inside = width == 0 ? 0 : width - kIndent;
  return "\n" + catalog.Text(heading) + "\n" + Indent(RenderPairs(pairs, inside), kIndent);
}

std::string Upper(const std::string& name) {
  auto upper = name;
  std::transform(upper.begin(), upper.end(), upper.begin(), [](unsigned char c) {
    return c == '-' ? '_' : static_cast<char>(std::toupper(c));
  });
  return upper;
}

std::string Spelling(const Arg& arg) {
  if (IsPositional(arg)) return Upper(arg.name);
  auto text = arg.letter == 0 ? "--" + arg.name : std::string("-") + arg.letter + ", --" + arg.name;
  if (arg.kind != Arg::Kind::kSwitch) text += " " + MetavarOf(arg);
  return text;
}

template <typename Wanted>
Pairs Described(const Catalog& catalog, const std::vector<Arg>& args, Wanted wanted) {
  Pairs pairs;
  for (const auto& arg : args) {
    if (wanted(arg)) pairs.emplace_back(Spelling(arg), Describe(catalog, arg));
  }
  return pairs;
}

std::string GlobalOptions(const Catalog& catalog, int width) {
  const auto pairs = Described(catalog, GlobalArgs(), [](const Arg&) { return true; });
  return Section(catalog, "help/global_options", pairs, width);
}

Pairs VerbsOf(const Catalog& catalog, const std::vector<Verb>& verbs, const std::string& noun) {
  Pairs pairs;
  for (const auto& verb : verbs) {
    if (verb.noun == noun) pairs.emplace_back(verb.name, catalog.Text(HelpKey(verb)));
  }
  return pairs;
}

std::string Usage(const Catalog& catalog, const std::string& line) {
  return "\n" + catalog.Text("help/usage") + "\n" + Indent(line + "\n", kIndent);
}

}  // namespace

std::string HelpOnAll(const Catalog& catalog, const std::vector<Verb>& verbs, int width) {
  Pairs nouns;
  for (const auto& noun : NounsOf(verbs)) nouns.emplace_back(noun, catalog.Text("noun/" + noun));
  return Paragraph(catalog.Text("help/program"), width) +
         Usage(catalog, "redpeak " + catalog.Text("help/noun_verb")) +
         Section(catalog, "help/nouns", nouns, width) +
         Section(catalog, "help/commands", VerbsOf(catalog, verbs, ""), width) +
         GlobalOptions(catalog, width) + "\n" + Paragraph(catalog.Text("help/more"), width) + "\n" +
         Paragraph(catalog.Text("help/exit_codes"), width);
}

std::string HelpOnNoun(const Catalog& catalog, const std::vector<Verb>& verbs,
                       const std::string& noun, int width) {
  return Paragraph(catalog.Text("noun/" + noun), width) +
         Usage(catalog, "redpeak " + noun + " " + catalog.Text("help/verb")) +
         Section(catalog, "help/commands", VerbsOf(catalog, verbs, noun), width);
}

std::string HelpOnVerb(const Catalog& catalog, const Verb& verb, int width) {
  const auto positionals = Described(catalog, verb.args, IsPositional);
  const auto options =
      Described(catalog, verb.args, [](const Arg& arg) { return !IsPositional(arg); });
  return Paragraph(catalog.Text(HelpKey(verb)), width) + Usage(catalog, UsageOf(catalog, verb)) +
         Section(catalog, "help/arguments", positionals, width) +
         Section(catalog, "help/options", options, width) + GlobalOptions(catalog, width);
}

std::string UsageOf(const Catalog& catalog, const Verb& verb) {
  auto usage = "redpeak" + (verb.noun.empty() ? "" : " " + verb.noun) + " " + verb.name;
  for (const auto& arg : verb.args) {
    if (!IsPositional(arg)) continue;
    const auto name = Upper(arg.name) + (arg.kind == Arg::Kind::kRest ? "..." : "");
    usage += arg.required ? " " + name : " [" + name + "]";
  }
  return usage + " " + catalog.Text("help/options_follow");
}

}  // namespace redpeak::cli
