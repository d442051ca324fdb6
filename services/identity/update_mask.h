#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "services/base/status.h"

namespace redpeak::identity {

// The fields that a mask names, each once; all of `changeable` where it is empty. FIELD_INVALID for
// a path that is not one of `changeable`.
Result<std::vector<std::string>> FieldsOf(const google::protobuf::FieldMask& mask,
                                          const std::vector<std::string>& changeable);

// Gives `to` these fields of `from`, a message of the same type, and returns those that it changed.
std::vector<std::string> CopyFields(const std::vector<std::string>& fields,
                                    const google::protobuf::Message& from,
                                    google::protobuf::Message& to);

}  // namespace redpeak::identity
