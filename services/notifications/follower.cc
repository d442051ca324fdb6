#include "services/notifications/follower.h"

#include "services/base/log.h"
#include "services/notifications/cursor_store.h"

namespace redpeak::notifications {
namespace {

constexpr int kEventsAtOnce = 500;

struct Batch {
  EventPosition from;
  std::vector<PlacedEvent> events;
  std::vector<News> news;
};

Result<Batch> ReadBatch(Pool& pool) {
  return InTransaction(pool, TxMode::kStatement, [](Tx& tx) -> Result<Batch> {
    Batch batch{ReadCursor(tx), {}, {}};
    batch.events = ReadEvents(tx, batch.from, kEventsAtOnce);
    batch.news = NewsOf(batch.events);
    for (auto& news : batch.news) {
      if (news.kind == v1::Message::OBJECTION_ANSWERED) news.filer = FirstActor(tx, news.subject);
    }
    return batch;
  });
}

}  // namespace

// Whether there was anything to follow.
Result<bool> Follower::Follow() {
  REDPEAK_ASSIGN_OR_RETURN(const auto batch, ReadBatch(pool_));
  if (batch.events.empty()) return false;
  REDPEAK_RETURN_IF_ERROR(teller_.Tell(batch.news, [&](Tx& tx) {
    return MoveCursor(tx, batch.from, batch.events.back().position);
  }));
  return true;
}

Turn Follower::FollowSome() {
  const auto followed = Follow();
  if (followed) return *followed ? Turn::kMore : Turn::kIdle;
  Log(LogLevel::kWarning, "events cannot be followed yet",
      {{"reason", followed.error().reason}, {"error", followed.error().message}});
  return Turn::kFailed;
}

}  // namespace redpeak::notifications
