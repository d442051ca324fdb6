#pragma once

#include <optional>
#include <string>

#include "services/base/call.h"

namespace redpeak {

// Writes a mutation's answer, by its request_id, and its events, in one statement. A second answer
// to the same request_id violates the constraint requests_pkey.
void WriteOutcome(Tx& tx, const Call& call, const std::string& answer);

struct StoredAnswer {
  std::string fingerprint;
  std::string answer;
};

// What was answered to this request_id before.
std::optional<StoredAnswer> ReadAnswer(Tx& tx, const RequestKey& key);

}  // namespace redpeak
