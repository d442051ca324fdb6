#include "services/calls/call_history.h"

#include <map>

namespace redpeak::calls {
namespace {

using events::v1::Detail;
using v1::CallHistoryEntry;

std::optional<CallHistoryEntry> EntryOf(const events::v1::CallChanged& changed) {
  static const std::map<std::string, CallHistoryEntry::Action> actions = {
      {"created", CallHistoryEntry::CREATED},
      {"updated", CallHistoryEntry::UPDATED},
      {"published", CallHistoryEntry::PUBLISHED},
      {"review_started", CallHistoryEntry::REVIEW_STARTED},
      {"advanced", CallHistoryEntry::ADVANCED},
      {"archived", CallHistoryEntry::ARCHIVED}};
  const auto action = actions.find(changed.action());
  if (action == actions.end()) return std::nullopt;
  CallHistoryEntry entry;
  entry.set_action(action->second);
  v1::Call::State state = v1::Call::STATE_UNSPECIFIED;
  v1::Call::State_Parse(changed.state(), &state);
  entry.set_state(state);
  return entry;
}

std::optional<CallHistoryEntry> EntryOf(const Detail& detail) {
  CallHistoryEntry entry;
  switch (detail.kind_case()) {
    case Detail::kCallChanged:
      return EntryOf(detail.call_changed());
    case Detail::kCallExtended:
      entry.set_action(CallHistoryEntry::EXTENDED);
      entry.set_reason(detail.call_extended().reason());
      *entry.mutable_closes_at() = detail.call_extended().to();
      return entry;
    case Detail::kReviewsAssigned:
      entry.set_action(CallHistoryEntry::REVIEWS_ASSIGNED);
      entry.set_count(detail.reviews_assigned().count());
      return entry;
    case Detail::kReviewClosed:
      entry.set_action(CallHistoryEntry::REVIEW_CLOSED);
      entry.set_count(detail.review_closed().reviews());
      entry.set_reason(detail.review_closed().reason());
      return entry;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<CallHistoryEntry> EntryOf(const events::v1::Event& event) {
  auto entry = EntryOf(event.detail());
  if (entry) *entry->mutable_time() = event.time();
  return entry;
}

}  // namespace redpeak::calls
