#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <string>
#include <string_view>

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/status.h"
#include "services/base/violations.h"

namespace redpeak::calls {

inline constexpr size_t kTitleCharactersMax = 120;
inline constexpr size_t kGuidelineCharactersMax = 100'000;
inline constexpr size_t kNameCharactersMax = 120;  // of anything inside a call
inline constexpr size_t kAnchorCharactersMax = 500;
inline constexpr size_t kCodeCharactersMax = 31;
inline constexpr int kItemsMax = 30;  // of any list inside a call
inline constexpr size_t kReasonCharactersMax = 1'000;

// What holds for every call, complete or not: texts and lists within their limits, known enums,
// instants that can be stored, a programme's name that can be one. INVALID_ARGUMENT FIELD_INVALID.
Result<void> CheckDraft(const v1::Call& call);

// Adds a violation unless the instant is within the years 2000 to 2199.
void CheckInstant(Violations& violations, std::string_view field,
                  const google::protobuf::Timestamp& instant);

// The path of a field of the i-th thing in a list of a call, e.g. "call.criteria[0].code".
std::string ItemPath(std::string_view list, int i, std::string_view field);

}  // namespace redpeak::calls
