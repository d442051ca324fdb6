#pragma once

#include <google/protobuf/descriptor.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clients/cli/arg.h"
#include "services/base/status.h"

// The commands that are one RPC each: a table, from which everything else follows.
namespace redpeak::cli {

struct Command {
  std::string_view noun;  // empty for those of one word, such as whoami
  std::string_view verb;
  std::string_view method;  // as FindMethod takes it
  // Separated by spaces: "field" a positional, "[field]" one that may be left out, "field=pattern"
  // one whose names have that pattern, "-field" a field that is no option, "field:value" one that
  // this command sets itself. All other fields of the request are options.
  std::string_view arguments;
  // Of a list: the fields to show of each element, a dot going inside ("receipt.number"). Columns
  // that are empty in every row are left out.
  std::string_view columns{};
  // Of a decision: the command ("call show") whose answer, for the same first positional, is shown
  // before it is confirmed, and whose etag goes along.
  std::string_view shows{};
};

std::span<const Command> Commands();

// Null where there is none.
const Command* FindCommand(std::string_view noun, std::string_view verb);

const google::protobuf::MethodDescriptor& MethodOf(const Command& command);

// The pattern of a noun's names, e.g. "calls/*" of "call", or empty.
std::string_view PatternOfNoun(std::string_view noun);

// All that the command takes, in the order of its request's fields, positionals first.
std::vector<Arg> ArgsOf(const Command& command);

// The field of the request that holds the resource to make or change, e.g. `call` of
// CreateCallRequest; null where there is none.
const google::protobuf::FieldDescriptor* ResourceOf(const google::protobuf::Descriptor& request);

// Whether only the server fills the field in, so that nobody can give it.
bool IsServers(const google::protobuf::FieldDescriptor& field);

// The fields that the command sets itself: "field", "value".
std::vector<std::pair<std::string, std::string>> PresetsOf(const Command& command);

}  // namespace redpeak::cli
