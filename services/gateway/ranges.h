#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace redpeak::gateway {

// A single range of bytes that a download asks for.
struct ByteRange {
  int64_t first = 0;
  std::optional<int64_t> last{};  // inclusive; none: to the end
};

// Of a Range field. None: the whole is asked for, or several ranges, or the last bytes, which is
// answered with the whole, as RFC 9110 allows.
std::optional<ByteRange> ReadRange(std::string_view field);

// The part of a file that an upload brings.
struct ContentRange {
  int64_t first = 0;
  int64_t last = 0;   // inclusive
  int64_t whole = 0;  // the whole file's size
};

// Of a Content-Range field such as "bytes 0-99/1000". None: it is malformed.
std::optional<ContentRange> ReadContentRange(std::string_view field);

}  // namespace redpeak::gateway
