#pragma once

#include <string>
#include <string_view>

#include "services/base/status.h"

namespace redpeak::cli {

// The file's bytes; standard input's for "-".
Result<std::string> ReadFile(const std::string& path);

// Writes the file so that it is there whole or not at all, with these permissions.
Result<void> WriteFile(const std::string& path, std::string_view bytes, int permissions);

}  // namespace redpeak::cli
