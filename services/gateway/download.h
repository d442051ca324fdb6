#pragma once

#include <memory>
#include <string>

#include "services/gateway/addresses.h"
#include "services/gateway/backend.h"
#include "services/gateway/http.h"

namespace redpeak::gateway {

// Answers a GET or HEAD with the file that a streaming method gives, or a range of it. The first of
// its messages tells what the file is; the rest is read only as fast as the client takes it.
void HandleDownload(Backend& backend, const CallContext& context, const Found& found,
                    const std::shared_ptr<Exchange>& exchange);

// The value of Content-Disposition for a file: shown in the browser if it is a PDF or an image.
std::string Disposition(const std::string& media_type, const std::string& file_name);

}  // namespace redpeak::gateway
