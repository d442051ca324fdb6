#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redpeak {

// How many bytes of a file MediaTypeOf looks at; more may be given.
constexpr std::size_t kFileTypeBytes = 4096;

// What a file is by its first bytes, whatever its name says: "application/pdf", "image/png",
// "image/jpeg" or another media type that libmagic knows; "application/octet-stream" if it knows
// none. Any thread may call it. Throws std::runtime_error where libmagic's table is not installed.
std::string MediaTypeOf(std::string_view first_bytes);

}  // namespace redpeak
