#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "services/base/status.h"

namespace redpeak::gateway {

// Reads protobuf's JSON. An empty text is an empty message. FIELD_INVALID for what is no JSON, has
// a field that the message has not, or a value that does not fit; `message` is then unfinished.
Result<void> ReadJson(std::string_view text, google::protobuf::Message& message);

// The JSON of a message in binary, by its type. INTERNAL if it is none.
Result<std::string> BinaryToJson(const google::protobuf::Descriptor& type,
                                 const std::string& bytes);

}  // namespace redpeak::gateway
