#include "clients/cli/raw.h"

#include <nlohmann/json.hpp>

#include "clients/cli/errors.h"
#include "clients/cli/files.h"
#include "clients/cli/request.h"
#include "clients/cli/show.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using nlohmann::json;
using Kind = Arg::Kind;
using Messages = std::vector<std::unique_ptr<Message>>;

// The messages to send: one, or of a stream those of a JSON array.
Result<Messages> ReadMessages(const std::string& text, const std::string& where,
                              const MethodDescriptor& method) {
  auto parts = json::parse(text, nullptr, false);
  if (parts.is_discarded()) return JsonWrong(where, "");
  if (!method.client_streaming() || !parts.is_array()) parts = json::array({parts});
  Messages messages;
  for (const auto& part : parts) {
    messages.push_back(NewMessage(*method.input_type()));
    REDPEAK_RETURN_IF_ERROR(ReadJson(part.dump(), where, *messages.back()));
    AddRequestId(*messages.back());
  }
  return messages;
}

Result<std::string> ReadData(const Given& given) {
  const auto data = First(given, "data", "{}");
  if (data == "-") return ReadFile(data);
  return data.starts_with('@') ? ReadFile(data.substr(1)) : data;
}

// Calls a method that streams, and prints all answers as one array.
Result<void> RunStream(Context& context, const MethodDescriptor& method, const Messages& messages) {
  REDPEAK_ASSIGN_OR_RETURN(auto* connection, Connect(context));
  size_t sent = 0;
  auto answers = json::array();
  REDPEAK_RETURN_IF_ERROR(connection->Exchange(
      method,
      [&](Message& part) {
        if (sent == messages.size()) return false;
        part.CopyFrom(*messages[sent++]);
        return true;
      },
      [&](const Message& answer) {
        answers.push_back(json::parse(ToJson(answer)));
        return Result<void>();
      }));
  context.out << (method.server_streaming() ? answers : answers.at(0)).dump(1) << "\n";
  return {};
}

void ListMethods(Context& context) {
  for (const auto* service : Services()) {
    for (int i = 0; i < service->method_count(); ++i) {
      context.out << service->full_name() << "/" << service->method(i)->name() << "\n";
    }
  }
}

Result<void> RunRaw(Context& context, const Given& given) {
  if (First(given, "list") == "true") {
    ListMethods(context);
    return {};
  }
  const auto name = First(given, "method");
  if (name.empty()) return ArgumentMissing("method");
  const auto* method = FindMethod(name);
  if (method == nullptr) return MethodUnknown(name);
  REDPEAK_ASSIGN_OR_RETURN(const auto data, ReadData(given));
  REDPEAK_ASSIGN_OR_RETURN(const auto messages, ReadMessages(data, "--data", *method));
  if (method->client_streaming() || method->server_streaming())
    return RunStream(context, *method, messages);
  REDPEAK_ASSIGN_OR_RETURN(const auto answer, Call(context, *method, *messages.front()));
  context.out << ToJson(*answer);
  return {};
}

}  // namespace

std::vector<Verb> RawVerbs() {
  return {{"",
           "rpc",
           {{.name = "method", .kind = Kind::kPositional, .label = "option/method"},
            {.name = "data", .letter = 'd', .label = "option/data"},
            {.name = "list", .kind = Kind::kSwitch, .label = "option/list"}},
           RunRaw,
           {}}};
}

}  // namespace redpeak::cli
