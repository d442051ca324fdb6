#include "clients/cli/command.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

#include "clients/cli/names.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

// What nobody can give, beside times such as create_time: the server knows it.
constexpr std::string_view kServersFields[] = {
    "redpeak.identity.v1.Person.identity_number_masked",
    "redpeak.calls.v1.Call.state",
    "redpeak.calls.v1.Call.extensions",
    "redpeak.submissions.v1.FormalityItem.automatic",
    "redpeak.submissions.v1.Submission.state",
    "redpeak.submissions.v1.Submission.status",
    "redpeak.submissions.v1.Submission.attachments",
    "redpeak.submissions.v1.Submission.leader",
    "redpeak.submissions.v1.Submission.leader_name",
    "redpeak.submissions.v1.Submission.unit",
    "redpeak.submissions.v1.Submission.unit_name",
    "redpeak.submissions.v1.Submission.recommender",
    "redpeak.submissions.v1.Submission.receipt",
    "redpeak.submissions.v1.Submission.note",
    "redpeak.submissions.v1.Submission.refusal_reasons",
    "redpeak.submissions.v1.Submission.correct_by",
    "redpeak.submissions.v1.Submission.formality_items",
    "redpeak.submissions.v1.Submission.score",
    "redpeak.submissions.v1.Submission.project_number",
    "redpeak.review.v1.Expert.display_name",
    "redpeak.review.v1.Expert.organisation",
    "redpeak.review.v1.Review.call",
    "redpeak.review.v1.Review.submission_title",
    "redpeak.review.v1.Review.expert",
    "redpeak.review.v1.Review.expert_name",
    "redpeak.review.v1.Review.state",
    "redpeak.review.v1.Review.total",
    "redpeak.review.v1.Review.decline_reason",
    "redpeak.review.v1.Review.affinity",
    "redpeak.approval.v1.Objection.call",
    "redpeak.approval.v1.Objection.state",
    "redpeak.approval.v1.Objection.answer",
};

// One word of Command::arguments.
struct Word {
  std::string path;
  std::string pattern;
  std::string preset;
  bool optional = false;
  bool hidden = false;  // no option
};

Word ReadWord(std::string text) {
  Word word;
  word.optional = text.starts_with('[');
  if (word.optional) text = text.substr(1, text.size() - 2);
  word.hidden = text.starts_with('-');
  if (word.hidden) text.erase(0, 1);
  if (const auto colon = text.find(':'); colon != std::string::npos) {
    word.preset = text.substr(colon + 1);
    text.resize(colon);
  }
  if (const auto equals = text.find('='); equals != std::string::npos) {
    word.pattern = text.substr(equals + 1);
    text.resize(equals);
  }
  word.path = text;
  return word;
}

std::vector<Word> WordsOf(const Command& command) {
  std::vector<Word> words;
  std::istringstream stream{std::string(command.arguments)};
  for (std::string text; stream >> text;) words.push_back(ReadWord(text));
  return words;
}

Arg PositionalOf(const Command& command, const Word& word, FieldPath path) {
  const auto& field = *path.back();
  auto pattern = word.pattern;
  if (pattern.empty())
    pattern = field.name() == "name" ? PatternOfNoun(command.noun) : PatternOf(field);
  return {.name = field.name(),
          .kind = field.is_repeated() ? Arg::Kind::kRest : Arg::Kind::kPositional,
          .required = !word.optional,
          .path = std::move(path),
          .pattern = std::move(pattern)};
}

Arg OptionOf(FieldPath path) {
  const auto& field = *path.back();
  auto name = field.name();
  std::replace(name.begin(), name.end(), '_', '-');
  auto kind = field.is_repeated() ? Arg::Kind::kValues : Arg::Kind::kValue;
  if (field.type() == FieldDescriptor::TYPE_BOOL && !field.is_repeated()) kind = Arg::Kind::kSwitch;
  std::string pattern(PatternOf(field));
  return {.name = std::move(name),
          .kind = kind,
          .path = std::move(path),
          .pattern = std::move(pattern)};
}

// Adds an option a field that no word has taken, going into the resource.
void AddOptions(const Descriptor& type, const FieldPath& above, const std::vector<FieldPath>& taken,
                bool updates, std::vector<Arg>& args) {
  for (int i = 0; i < type.field_count(); ++i) {
    const auto* field = type.field(i);
    auto path = above;
    path.push_back(field);
    if (std::find(taken.begin(), taken.end(), path) != taken.end()) continue;
    if (field->name() == "name" || IsServers(*field)) continue;
    if (!above.empty() && field->name() == "etag" && !updates)
      continue;  // what is new has none yet
    if (above.empty() && field == ResourceOf(type)) {
      AddOptions(*field->message_type(), path, taken, updates, args);
    } else {
      args.push_back(OptionOf(std::move(path)));
    }
  }
}

// Whether a request has parts that a file tells better than options.
bool TakesFile(const Descriptor& request) {
  if (ResourceOf(request) != nullptr) return true;
  for (int i = 0; i < request.field_count(); ++i) {
    if (IsOwnMessage(*request.field(i))) return true;
  }
  return false;
}

}  // namespace

const Command* FindCommand(std::string_view noun, std::string_view verb) {
  const auto commands = Commands();
  const auto it = std::find_if(commands.begin(), commands.end(), [&](const Command& command) {
    return command.noun == noun && command.verb == verb;
  });
  return it == commands.end() ? nullptr : &*it;
}

const google::protobuf::MethodDescriptor& MethodOf(const Command& command) {
  const auto* method = FindMethod(command.method);
  if (method == nullptr) throw std::logic_error("no RPC " + std::string(command.method));
  return *method;
}

const FieldDescriptor* ResourceOf(const Descriptor& request) {
  for (int i = 0; i < request.field_count(); ++i) {
    const auto* field = request.field(i);
    if (IsOwnMessage(*field) && !field->is_repeated()) return field;
  }
  return nullptr;
}

bool IsServers(const FieldDescriptor& field) {
  const auto known =
      std::find(std::begin(kServersFields), std::end(kServersFields), field.full_name());
  return known != std::end(kServersFields) ||
         (IsTimestamp(field) && field.name().ends_with("_time"));
}

std::vector<Arg> ArgsOf(const Command& command) {
  const auto& request = *MethodOf(command).input_type();
  std::vector<Arg> args;
  std::vector<FieldPath> taken;
  for (const auto& word : WordsOf(command)) {
    auto path = FindPath(request, word.path);
    if (path.empty()) throw std::logic_error(request.full_name() + " has no " + word.path);
    taken.push_back(path);
    if (!word.hidden && word.preset.empty())
      args.push_back(PositionalOf(command, word, std::move(path)));
  }
  AddOptions(request, {}, taken, request.FindFieldByName("update_mask") != nullptr, args);
  if (TakesFile(request)) args.push_back({.name = "from", .label = "option/from"});
  if (FindPath(*MethodOf(command).output_type(), "next_page_token").size() == 1) {
    args.push_back({.name = "all", .kind = Arg::Kind::kSwitch, .label = "option/all"});
  }
  return args;
}

std::vector<std::pair<std::string, std::string>> PresetsOf(const Command& command) {
  std::vector<std::pair<std::string, std::string>> presets;
  for (const auto& word : WordsOf(command)) {
    if (!word.preset.empty()) presets.emplace_back(word.path, word.preset);
  }
  return presets;
}

}  // namespace redpeak::cli
