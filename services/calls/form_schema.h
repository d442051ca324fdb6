#pragma once

#include <optional>
#include <string_view>

#include "services/base/status.h"

namespace redpeak::calls {

inline constexpr size_t kFormSchemaCharactersMax = 65'536;

// What is wrong with a form's JSON Schema (draft 7), as a violation of `field`; nothing where it is
// right. It must describe an object with properties and nest at most 32 levels deep. References,
// regular expressions and multipleOf are refused: through them, answers could keep the server busy
// without end, exhaust its stack, or divide by zero.
std::optional<FieldViolation> FormSchemaFault(std::string_view field, std::string_view schema);

}  // namespace redpeak::calls
