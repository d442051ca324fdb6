#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "services/base/call.h"
#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak::submissions {

// What names an upload that may take several calls.
struct UploadKey {
  std::string uploader;  // accounts/{account}
  std::string id;        // a UUID; empty: it takes one call
};

struct NewFile {
  std::string id;
  std::string submission;  // its id
  std::string writer;      // see TakeOver
  UploadKey upload{};
  std::string start_digest{};  // of what was said of it, in hex
  int64_t whole_bytes = 0;
};

// Begins a file, unseen until it is complete, and sweeps some of those away that were begun more
// than a day ago and never completed. False: the upload has a file already.
bool InsertFile(Tx& tx, const NewFile& file, Instant now);

// What is known of an upload that takes several calls.
struct StoredUpload {
  std::string file;
  std::string submission;
  bool complete = false;
  std::string start_digest;
  int64_t whole_bytes = 0;
  int64_t kept_bytes = 0;
};
std::optional<StoredUpload> FindUpload(Tx& tx, const UploadKey& key);

// Lets only this writer add pieces from now on. False: the file is complete or gone.
bool TakeOver(Tx& tx, const std::string& file, const std::string& writer);

// Writes or replaces a piece. False: somebody else writes the file now, or it is complete or gone.
bool WritePiece(Tx& tx, const std::string& file, const std::string& writer, int ordinal,
                std::string_view data);

// False as for WritePiece.
bool CompleteFile(Tx& tx, const std::string& id, const std::string& writer, int64_t size_bytes);

void DropFile(Tx& tx, const std::string& id);
// Keeps it if it was ever sent.
void DropFileUnlessSent(Tx& tx, const std::string& id);

// The piece without its first `skip` bytes.
std::optional<std::string> ReadPiece(Tx& tx, const std::string& file, int64_t ordinal,
                                     int64_t skip);

// Keeps the answer to an upload, whose key the adapter does not know.
void KeepAnswer(Tx& tx, const RequestKey& key, const std::string& answer, Instant now);

}  // namespace redpeak::submissions
