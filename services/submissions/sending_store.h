#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/call.h"
#include "services/base/db.h"
#include "services/submissions/sending.h"

namespace redpeak::submissions {

// Gives receipt numbers out, such as CF2022-000123: ever higher ones for each prefix, none twice.
// It takes them from the database one by one while they are wanted now and then, and in blocks of
// up to 64 while they are wanted fast, so that those who send at once do not wait for one another.
// What is left of a block when the process ends is not given out. Any thread may use it.
class Numbers {
 public:
  // Outside of transactions: the counter's row must not stay locked.
  std::string Next(Tx& tx, const std::string& prefix);

 private:
  struct Block {
    int64_t next = 1;
    int64_t last = 0;
    int64_t size = 1;
    std::chrono::steady_clock::time_point taken{};
  };
  std::mutex mutex_;
  std::map<std::string, Block> blocks_;
};

// What is read before sending, in one statement.
struct Sendable {
  v1::Submission submission;
  int quota_slot = 0;             // its own; 0: none
  std::vector<OtherSent> others;  // what counts against the leader's quota beside it
};
std::optional<Sendable> ReadSendable(Tx& tx, const std::string& id);

// What is written when it is sent, in one statement.
struct Sending {
  const v1::Submission& submission;  // as it is then, and as it answers the request
  std::string read_etag;             // as it was read
  bool endorsement_required = false;
  int quota_slot = 0;
  std::string content;
};
enum class Sent {
  kDone,
  kChanged,    // it was changed since it was read; nothing was written
  kSlotTaken,  // another took its place in the leader's quota; nothing was written
};
// The submission, the version that was sent, the answer to the request, and the event.
Sent Send(Call& call, const Sending& sending);

// Exactly what was sent last.
std::optional<std::string> ReadSentContent(Tx& tx, const std::string& id);

}  // namespace redpeak::submissions
