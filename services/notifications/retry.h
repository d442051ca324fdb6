#pragma once

#include <chrono>
#include <optional>

#include "services/base/status.h"

namespace redpeak::notifications {

// How long to wait before a mail that failed `attempts` times is tried again: half a minute,
// doubled each time up to six hours. Nothing: it is given up, for the error is final or this has
// gone on for three days.
std::optional<std::chrono::seconds> RetryAfter(int attempts, const Error& error);

}  // namespace redpeak::notifications
