#pragma once

#include <google/protobuf/message.h>

#include <string>

#include "clients/cli/catalog.h"
#include "clients/cli/schema.h"
#include "services/base/status.h"

// Fields as people write and read them.
namespace redpeak::cli {

// Sets the field from text, or adds to it if it is repeated. Names may be short, times local, money
// in 万元, enum values in any case or language; "@file" is a file's text ("@@" an @); a message is
// JSON, or its fields in order with ":" between ("innovation:85:sound"). INVALID_ARGUMENT names
// `argument`.
Result<void> SetField(google::protobuf::Message& message,
                      const google::protobuf::FieldDescriptor& field, const std::string& text,
                      const std::string& argument);

// The message at the end of a path without its last field, made where it is missing.
google::protobuf::Message& ParentOf(google::protobuf::Message& root, const FieldPath& path);

// The field as text in one cell; a repeated one's values with "; " between, a message's with ":".
// Empty for what is not set. `brief`: names without what goes without saying.
std::string FormatField(const Catalog& catalog, const google::protobuf::Message& message,
                        const google::protobuf::FieldDescriptor& field, bool brief);

// Whether the field's number is one that means nothing while it is 0, such as a score.
bool HasValue(const google::protobuf::Message& message,
              const google::protobuf::FieldDescriptor& field);

// Whether the amounts in the field are money.
bool IsMoney(const google::protobuf::FieldDescriptor& field);

}  // namespace redpeak::cli
