#include "services/notifications/cursor_store.h"

namespace redpeak::notifications {
namespace {

const Statement kReadCursor{"notifications.read_cursor", R"(
  SELECT xid, id FROM base.cursors WHERE follower = 'notifications')"};

const Statement kMoveCursor{"notifications.move_cursor", R"(
  INSERT INTO base.cursors AS kept (follower, xid, id)
  VALUES ('notifications', $1, $2)
      ON CONFLICT (follower) DO UPDATE SET xid = $1, id = $2
   WHERE (kept.xid, kept.id) = ($3, $4)
  RETURNING 1)"};

const Statement kFirstActor{"notifications.first_actor", R"(
  SELECT actor FROM base.events WHERE subject COLLATE "C" = $1 ORDER BY id LIMIT 1)"};

}  // namespace

EventPosition ReadCursor(Tx& tx) {
  const auto rows = tx.Run(kReadCursor);
  if (rows.empty()) return {};
  return {rows[0][0].as<int64_t>(), rows[0][1].as<int64_t>()};
}

bool MoveCursor(Tx& tx, EventPosition from, EventPosition to) {
  return !tx.Run(kMoveCursor, to.xid, to.id, from.xid, from.id).empty();
}

std::string FirstActor(Tx& tx, const std::string& subject) {
  const auto rows = tx.Run(kFirstActor, subject);
  return rows.empty() ? "" : rows[0][0].c_str();
}

}  // namespace redpeak::notifications
