#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "services/base/status.h"

namespace redpeak {

// Whether it can be the id of a resource: [a-z0-9][a-z0-9-]{0,62}, or upper case for numbers.
bool IsId(std::string_view id);

// Whether it is a UUID in its usual spelling: 32 hexadecimal digits and four hyphens.
bool IsUuid(std::string_view text);

// The ids of a resource name that follows a pattern such as "submissions/{}/reviews/{}".
// INVALID_ARGUMENT FIELD_INVALID for `field` where it does not.
Result<std::vector<std::string>> ParseName(std::string_view pattern, std::string_view field,
                                           std::string_view name);

// The single id of a name such as "calls/{}".
Result<std::string> ParseId(std::string_view collection, std::string_view field,
                            std::string_view name);

// The name of an id: MakeName("calls", "2022") is "calls/2022"; of an empty id, empty.
std::string MakeName(std::string_view collection, std::string_view id);

// The part of a name after its last slash.
std::string LastId(std::string_view name);

}  // namespace redpeak
