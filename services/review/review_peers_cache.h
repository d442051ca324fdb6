#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/call.h"
#include "services/base/peers.h"

namespace redpeak::review {

// Remembers what cannot change in calls under review: criteria, form, blindness, number of reviews.
// Not for their state.
class CallCache {
 public:
  using Entry = std::shared_ptr<const calls::v1::Call>;

  // Asks `calls` where it does not know, and fails as it does.
  Result<Entry> Get(Peers& peers, const Trace& trace, const std::string& call);

 private:
  static constexpr size_t kEntriesMax = 64;

  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
};

}  // namespace redpeak::review
