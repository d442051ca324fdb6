#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "services/base/call.h"
#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak::submissions {

// Begins a file, unseen until it is complete, and sweeps some of those away whose upload ended more
// than a day ago.
void InsertFile(Tx& tx, const std::string& id, const std::string& submission, Instant now);

// Writing a piece twice changes nothing.
void WritePiece(Tx& tx, const std::string& file, int ordinal, std::string_view data);

// False if the file was swept away.
bool CompleteFile(Tx& tx, const std::string& id, int64_t size_bytes);

void DropFile(Tx& tx, const std::string& id);
// Keeps it if it was ever sent.
void DropFileUnlessSent(Tx& tx, const std::string& id);

// The piece without its first `skip` bytes.
std::optional<std::string> ReadPiece(Tx& tx, const std::string& file, int64_t ordinal,
                                     int64_t skip);

// Keeps the answer to an upload, whose key the adapter does not know.
void KeepAnswer(Tx& tx, const RequestKey& key, const std::string& answer, Instant now);

}  // namespace redpeak::submissions
