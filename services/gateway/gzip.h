#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace redpeak::gateway {

std::string Gzip(std::string_view bytes);
// None if the bytes are not gzip's, or would become more than `bytes_max`.
std::optional<std::string> Gunzip(std::string_view bytes, size_t bytes_max);

}  // namespace redpeak::gateway
