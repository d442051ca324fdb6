#include "services/notifications/cursor_store.h"

#include <gmock/gmock.h>

#include "tests/postgres.h"

namespace redpeak::notifications {
namespace {

TEST(CursorStore, MovesOnlyFromWhereItStands) {
  Pool pool(testing::TestCluster::Get().NewDatabase() + " user=redpeak_notifications", 1);
  const auto move = [&](EventPosition from, EventPosition to) {
    return *InTransaction(pool, TxMode::kTransaction,
                          [&](Tx& tx) -> Result<bool> { return MoveCursor(tx, from, to); });
  };
  EXPECT_TRUE(move({}, {700, 3}));
  EXPECT_FALSE(move({}, {700, 4}));
  EXPECT_TRUE(move({700, 3}, {701, 9}));
  const auto stands = InTransaction(pool, TxMode::kStatement,
                                    [](Tx& tx) -> Result<EventPosition> { return ReadCursor(tx); });
  EXPECT_EQ(stands->xid, 701);
  EXPECT_EQ(stands->id, 9);
}

}  // namespace
}  // namespace redpeak::notifications
