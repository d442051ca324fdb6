#include "services/system/clock_store.h"

#include <gmock/gmock.h>

#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::system {
namespace {

TEST(ClockStore, NeverGoesBack) {
  Pool pool(testing::TestCluster::Get().NewDatabase() + " user=redpeak_system", 1);
  const auto early = testing::At("2022-01-01T00:00:00Z");
  const auto late = testing::At("2022-01-02T00:00:00Z");
  const auto stands = InTransaction(pool, TxMode::kTransaction, [&](Tx& tx) -> Result<Instant> {
    EXPECT_EQ(ReadClock(tx), std::nullopt);
    EXPECT_EQ(WriteClock(tx, late), late);
    return WriteClock(tx, early);
  });
  ASSERT_TRUE(stands) << stands.error().message;
  EXPECT_EQ(*stands, late);
}

}  // namespace
}  // namespace redpeak::system
