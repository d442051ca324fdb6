#include "services/review/review_peers_cache.h"

#include "services/review/review_peers.h"

namespace redpeak::review {

Result<CallCache::Entry> CallCache::Get(Peers& peers, const Trace& trace, const std::string& call) {
  {
    std::lock_guard lock(mutex_);
    if (const auto it = entries_.find(call); it != entries_.end()) return it->second;
  }
  REDPEAK_ASSIGN_OR_RETURN(auto asked, GetCall(peers, trace, call));
  asked.clear_guideline();  // long, and of no use here
  auto entry = std::make_shared<const calls::v1::Call>(std::move(asked));
  std::lock_guard lock(mutex_);
  if (entries_.size() >= kEntriesMax) entries_.clear();
  entries_[call] = entry;
  return entry;
}

}  // namespace redpeak::review
