#pragma once

#include <memory>

#include "clients/cli/command.h"

namespace redpeak::cli {

// The request of a command: what the file of --from says, then what the options say, what the
// command itself says, a mask of the fields that were given if the request has one, and a
// request_id.
Result<std::unique_ptr<google::protobuf::Message>> BuildRequest(const Command& command,
                                                                const Given& given);

// Reads protobuf's JSON; `where` is named if it is none. Where a text is wanted, an object may
// stand for the text of its JSON.
Result<void> ReadJson(const std::string& json, const std::string& where,
                      google::protobuf::Message& message);

// A random UUID into `request_id`, if there is such a field and it is empty.
void AddRequestId(google::protobuf::Message& request);

}  // namespace redpeak::cli
