#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "services/gateway/http.h"
#include "services/gateway/methods.h"

// The Connect protocol for unary calls, https://connectrpc.com/docs/protocol: between HTTP and a
// message in binary. Pure.
namespace redpeak::gateway {

inline constexpr int64_t kCallBytesMax = 1 << 20;  // of a request, also once it is inflated

enum class Codec { kJson, kProto };

struct ConnectCall {
  const Method* method = nullptr;
  Codec codec = Codec::kJson;
  std::string message{};  // in binary
  std::optional<std::chrono::milliseconds> timeout{};
  bool gzip = false;  // the client can take its answer compressed
};

// Reads a call of `method` out of a request. None: `refusal` answers it.
std::optional<ConnectCall> ReadCall(const Method& method, const Request& request,
                                    Response& refusal);

// The answer to a call with a message in binary.
Response AnswerCall(const ConnectCall& call, std::string message);

// The refusal of a path under /api that leads to no method.
Response NoSuchMethod(std::string_view path);

}  // namespace redpeak::gateway
