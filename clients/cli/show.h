#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "clients/cli/context.h"

// Answers as people or programs read them.
namespace redpeak::cli {

// One JSON document: protobuf's JSON with every field that has no presence, even at its default.
std::string ToJson(const google::protobuf::Message& message);

// A record: a label and its value a line, inner messages indented, lists as tables. `brief` tells
// of a list only how long it is.
std::string ShowRecord(const Catalog& catalog, const google::protobuf::Message& message, int width,
                       bool brief);

// The first repeated field as a table of these columns (see Command::columns), then what else there
// is.
std::string ShowList(const Catalog& catalog, const google::protobuf::Message& message,
                     std::string_view columns, int width);

// Writes the answer to the context's output in the form that its settings ask for.
void Print(Context& context, const google::protobuf::Message& answer, std::string_view columns);

}  // namespace redpeak::cli
