#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "services/gateway/http.h"

namespace redpeak::gateway {

inline constexpr size_t kHeadBytesMax = 16 << 10;
inline constexpr size_t kTargetBytesMax = 12 << 10;  // a call by GET carries its message there

// Reads one HTTP/1.1 request out of bytes as they arrive.
class RequestParser {
 public:
  RequestParser();
  ~RequestParser();

  // Takes what it can and returns how many bytes that were; the caller keeps the rest and gives it
  // again with what comes after. Stops behind the head, so that body_max can be decided, and behind
  // the request.
  size_t Put(std::string_view bytes);

  bool head_done() const;
  bool done() const;
  // The status to refuse the request with, or 0.
  int failed() const { return failed_; }

  // After head_done: what was asked. Once.
  Request TakeHead();
  bool keep_alive() const;
  // The client waits for "100 Continue" before it sends the body.
  bool expects_continue() const;
  // As announced; none for a chunked body.
  std::optional<uint64_t> content_length() const;

  void LimitBody(int64_t bytes_max);
  // The bytes of the body that came since the last time.
  std::string TakeBody();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  int failed_ = 0;
  int64_t body_max_ = 0;
  int64_t body_bytes_ = 0;
};

}  // namespace redpeak::gateway
