#pragma once

#include <memory>
#include <string>

#include "services/gateway/addresses.h"
#include "services/gateway/backend.h"
#include "services/gateway/http.h"

namespace redpeak::gateway {

inline constexpr int64_t kUploadBytesMax = int64_t{1} << 30;  // the services allow less

// Passes the body of a PUT on to the streaming method of its address, piece by piece, and answers
// with the method's answer as JSON: 200 when the file is whole, 202 with Upload-Offset when a part
// of it was taken.
void HandleUpload(Backend& backend, const CallContext& context, Found found,
                  const std::shared_ptr<Exchange>& exchange);

// Answers a HEAD with how far an upload came, as Upload-Offset.
void HandleUploadState(Backend& backend, const CallContext& context, Found found,
                       const std::shared_ptr<Exchange>& exchange);

}  // namespace redpeak::gateway
