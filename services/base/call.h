#pragma once

#include <functional>
#include <string>
#include <vector>

#include "services/base/caller.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/events.h"
#include "services/base/ids.h"

namespace redpeak {

// What identifies a mutation, so that its repetition returns the first answer.
struct RequestKey {
  std::string account;      // empty for the public
  std::string id;           // the client's request_id; empty: it cannot be repeated safely
  std::string fingerprint;  // keyed digest of method and request
};

// What goes with an RPC to the peers that it asks in turn.
struct Trace {
  std::string id{};  // in every line of the log
  std::chrono::system_clock::time_point deadline = std::chrono::system_clock::time_point::max();
};

// One RPC under way, as its handler sees it.
class Call {
 public:
  Call(const Caller& caller, Instant now, IdSource& ids, Tx* tx, RequestKey key = {},
       Trace trace = {})
      : caller_(caller),
        now_(now),
        ids_(ids),
        tx_(tx),
        key_(std::move(key)),
        trace_(std::move(trace)) {}

  const Caller& caller() const { return caller_; }
  // The server's clock when the handler began.
  Instant now() const { return now_; }
  Tx& tx() { return *tx_; }
  std::string NewId() { return ids_.NewId(now_); }
  const RequestKey& key() const { return key_; }
  const Trace& trace() const { return trace_; }

  // Records an event with this call's transaction. Not for STATEMENT methods, which write their
  // own.
  void Append(std::string subject, events::v1::Detail detail) {
    events_.push_back({std::move(subject), std::move(detail)});
  }
  // Runs after the commit, and only then: to forget what is cached, say.
  void AfterCommit(std::function<void()> action) { after_commit_.push_back(std::move(action)); }

  const std::vector<NewEvent>& events() const { return events_; }
  const std::vector<std::function<void()>>& after_commit() const { return after_commit_; }

 private:
  const Caller& caller_;
  const Instant now_;
  IdSource& ids_;
  Tx* const tx_;
  const RequestKey key_;
  const Trace trace_;
  std::vector<NewEvent> events_;
  std::vector<std::function<void()>> after_commit_;
};

}  // namespace redpeak
