#include "clients/cli/invoke.h"

#include "clients/cli/progress.h"
#include "clients/cli/request.h"
#include "clients/cli/show.h"
#include "clients/cli/terminal.h"

namespace redpeak::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr int kLargestPage = 1000;

std::string TextOf(const Message& message, const FieldDescriptor* field) {
  return field == nullptr ? "" : message.GetReflection()->GetString(message, field);
}

std::string KeyOf(const Command& command) {
  return "command/" + std::string(command.noun) + "/" + std::string(command.verb);
}

const Command& ShownBefore(const Command& decision) {
  const auto space = decision.shows.find(' ');
  return *FindCommand(decision.shows.substr(0, space), decision.shows.substr(space + 1));
}

// The arguments of a decision that the command shown before it has, too; the first positional is
// the same thing under whatever name.
Given ShownArguments(const Command& decision, const Command& shown, const Given& given) {
  const auto args = ArgsOf(shown);
  Given kept;
  for (const auto& arg : args) {
    if (const auto it = given.find(arg.name); it != given.end() && arg.name != "etag")
      kept.insert(*it);
  }
  kept[args.front().name] = {First(given, ArgsOf(decision).front().name)};
  return kept;
}

// Puts the etag of what was read into a request that was given none.
void AddEtag(const Message& read, Message& request) {
  const auto* from = read.GetDescriptor()->FindFieldByName("etag");
  const auto* to = request.GetDescriptor()->FindFieldByName("etag");
  if (from == nullptr || to == nullptr || !TextOf(request, to).empty()) return;
  request.GetReflection()->SetString(&request, to, TextOf(read, from));
}

Result<void> ConfirmDecision(Context& context, const Command& command, const Given& given,
                             Message& request) {
  const auto* etag = request.GetDescriptor()->FindFieldByName("etag");
  const bool etag_known = etag == nullptr || !TextOf(request, etag).empty();
  if (context.settings.yes && etag_known) return {};
  const auto& shown = ShownBefore(command);
  REDPEAK_ASSIGN_OR_RETURN(const auto read_request,
                           BuildRequest(shown, ShownArguments(command, shown, given)));
  REDPEAK_ASSIGN_OR_RETURN(const auto read, Call(context, MethodOf(shown), *read_request));
  AddEtag(*read, request);
  if (context.settings.yes) return {};
  context.err << ShowRecord(context.catalog, *read, OutputWidth(), true);
  const auto action = context.catalog.Text(KeyOf(command));
  return Confirm(context, context.catalog.Text("ui/confirm", {{"action", action}}));
}

// Adds the pages that follow `first` to it.
Result<void> AddPages(Context& context, const Command& command, Message& request, Message& first) {
  const auto& method = MethodOf(command);
  const auto* next = method.output_type()->FindFieldByName("next_page_token");
  const auto* token = method.input_type()->FindFieldByName("page_token");
  while (!TextOf(first, next).empty()) {
    request.GetReflection()->SetString(&request, token, TextOf(first, next));
    first.GetReflection()->ClearField(&first, next);
    REDPEAK_ASSIGN_OR_RETURN(const auto page, Call(context, method, request));
    first.MergeFrom(*page);
  }
  return {};
}

void TellOfMore(Context& context, const Message& answer) {
  const auto* next = answer.GetDescriptor()->FindFieldByName("next_page_token");
  if (context.settings.json || TextOf(answer, next).empty()) return;
  context.err << context.catalog.Text("ui/more", {{"token", TextOf(answer, next)}}) << "\n";
}

void AskForLargePages(Message& request) {
  const auto* size = request.GetDescriptor()->FindFieldByName("page_size");
  if (size == nullptr || request.GetReflection()->GetInt32(request, size) != 0) return;
  request.GetReflection()->SetInt32(&request, size, kLargestPage);
}

Result<std::unique_ptr<Message>> CallWithProgress(Context& context, const Command& command,
                                                  const Message& request) {
  if (command.verb != "import") return Call(context, MethodOf(command), request);
  const Waiting waiting(context, context.catalog.Text(KeyOf(command)));
  return Call(context, MethodOf(command), request);
}

}  // namespace

Result<void> Invoke(Context& context, const Command& command, const Given& given) {
  REDPEAK_ASSIGN_OR_RETURN(const auto request, BuildRequest(command, given));
  if (!command.shows.empty())
    REDPEAK_RETURN_IF_ERROR(ConfirmDecision(context, command, given, *request));
  const bool all = First(given, "all") == "true";
  if (all) AskForLargePages(*request);
  REDPEAK_ASSIGN_OR_RETURN(const auto answer, CallWithProgress(context, command, *request));
  if (all) REDPEAK_RETURN_IF_ERROR(AddPages(context, command, *request, *answer));
  Print(context, *answer, command.columns);
  TellOfMore(context, *answer);
  return {};
}

}  // namespace redpeak::cli
