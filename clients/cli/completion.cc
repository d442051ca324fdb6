#include "clients/cli/completion.h"

#include "clients/cli/errors.h"

namespace redpeak::cli {
namespace {

// A word that may come next, and what it is.
struct Word {
  std::string text;
  std::string meaning;
};

// What may follow the words typed so far, such as "" or "call" or "call publish".
struct Place {
  std::string typed;
  std::vector<Word> next;
};

void AddOptions(const Catalog& catalog, const std::vector<Arg>& args, Place& place) {
  for (const auto& arg : args) {
    if (!IsPositional(arg)) place.next.push_back({"--" + arg.name, Describe(catalog, arg)});
  }
}

std::vector<Place> PlacesOf(const Catalog& catalog, const std::vector<Verb>& verbs) {
  std::vector<Place> places(1);
  for (const auto& noun : NounsOf(verbs)) {
    places.front().next.push_back({noun, catalog.Text("noun/" + noun)});
    places.push_back({noun, {}});
    for (const auto& verb : verbs) {
      if (verb.noun == noun) places.back().next.push_back({verb.name, catalog.Text(HelpKey(verb))});
    }
  }
  for (const auto& verb : verbs) {
    if (verb.noun.empty()) places.front().next.push_back({verb.name, catalog.Text(HelpKey(verb))});
    places.push_back({verb.noun.empty() ? verb.name : verb.noun + " " + verb.name, {}});
    AddOptions(catalog, verb.args, places.back());
    AddOptions(catalog, GlobalArgs(), places.back());
  }
  return places;
}

std::string Replace(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Every place in bars, so that a script can look one up: "||call|call publish|".
std::string JoinPlaces(const std::vector<Place>& places) {
  std::string joined = "|";
  for (const auto& place : places) joined += place.typed + "|";
  return joined;
}

std::string Bash(const std::vector<Place>& places) {
  std::string cases;
  for (const auto& place : places) {
    cases += "    '" + place.typed + "') words='";
    for (const auto& word : place.next) cases += word.text + " ";
    cases += "' ;;\n";
  }
  return R"sh(_redpeak() {
  local current=${COMP_WORDS[COMP_CWORD]} place="" words="" next i
  local places=')sh" +
         JoinPlaces(places) + R"sh('
  for ((i = 1; i < COMP_CWORD; ++i)); do
    next="${place:+$place }${COMP_WORDS[i]}"
    [[ $places == *"|$next|"* ]] && place=$next
  done
  case $place in
)sh" + cases +
         R"sh(  esac
  if [[ $words == --* && $current != -* ]]; then return; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _redpeak redpeak
)sh";
}

std::string Zsh(const std::vector<Place>& places) {
  std::string cases;
  for (const auto& place : places) {
    cases += "    '" + place.typed + "') items=(";
    for (const auto& word : place.next) {
      cases +=
          "'" + Replace(word.text + ":" + Replace(word.meaning, ":", "\\:"), "'", "'\\''") + "' ";
    }
    cases += ") ;;\n";
  }
  return R"sh(#compdef redpeak
_redpeak() {
  local place="" next word
  local -a items
  local places=')sh" +
         JoinPlaces(places) + R"sh('
  for word in ${words[2,CURRENT-1]}; do
    next="${place:+$place }$word"
    [[ $places == *"|$next|"* ]] && place=$next
  done
  case $place in
)sh" + cases +
         R"sh(  esac
  if [[ ${items[1]} == --* && ${words[CURRENT]} != -* ]]; then
    _files
  else
    _describe redpeak items
  fi
}
if [[ $funcstack[1] == _redpeak ]]; then _redpeak "$@"; else compdef _redpeak redpeak; fi
)sh";
}

std::string Fish(const std::vector<Place>& places) {
  std::string script = R"sh(function __redpeak_at
  set -l places ')sh" + JoinPlaces(places) +
                       R"sh('
  set -l place ''
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -- "$place $word")
    string match -q -- "*|$next|*" $places; and set place $next
  end
  test "$place" = "$argv[1]"
end
)sh";
  for (const auto& place : places) {
    for (const auto& word : place.next) {
      const bool option = word.text.starts_with("--");
      script += "complete -c redpeak -n '__redpeak_at \"" + place.typed + "\"' ";
      script += option ? "-l " + word.text.substr(2) : "-f -a " + word.text;
      script += " -d '" + Replace(Replace(word.meaning, "\\", "\\\\"), "'", "\\'") + "'\n";
    }
  }
  return script;
}

Result<void> RunCompletion(Context& context, const Given& given) {
  const auto shell = First(given, "shell");
  const auto script = CompletionScript(context.catalog, AllVerbs(), shell);
  if (!script) return ValueWrong("shell", shell, "shell");
  context.out << *script;
  return {};
}

}  // namespace

std::vector<Verb> CompletionVerbs() {
  return {{"",
           "completion",
           {{.name = "shell",
             .kind = Arg::Kind::kPositional,
             .required = true,
             .label = "option/shell"}},
           RunCompletion,
           {}}};
}

std::optional<std::string> CompletionScript(const Catalog& catalog, const std::vector<Verb>& verbs,
                                            const std::string& shell) {
  const auto places = PlacesOf(catalog, verbs);
  if (shell == "bash") return Bash(places);
  if (shell == "zsh") return Zsh(places);
  if (shell == "fish") return Fish(places);
  return std::nullopt;
}

}  // namespace redpeak::cli
