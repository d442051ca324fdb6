#include <gmock/gmock.h>

#include "services/base/crypto.h"
#include "services/base/requests.h"
#include "services/server/housekeeper.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::server {
namespace {

TEST(Housekeeper, KeepsAnswersForAWeek) {
  Pool pool(testing::TestCluster::Get().NewDatabase() +
                " user=redpeak_calls options='-c search_path=calls'",
            1);
  IdSource ids;
  const Caller caller{.account = "accounts/a"};
  const auto written = testing::At("2022-03-01T00:00:00Z");
  const RequestKey key{"accounts/a", "8a6e0804-2bd0-4672-b79d-d97027f9071a", Sha256("request")};
  const auto remembered = [&](Instant now) {
    return InTransaction(pool, TxMode::kTransaction, [&](Tx& tx) -> Result<bool> {
      DeleteOldAnswers(tx, now);
      return ReadAnswer(tx, key).has_value();
    });
  };
  const auto wrote = InTransaction(pool, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
    WriteOutcome(tx, Call(caller, written, ids, &tx, key), "answer");
    return {};
  });
  ASSERT_TRUE(wrote) << wrote.error().message;
  EXPECT_EQ(remembered(written + kAnswersKept), true);
  EXPECT_EQ(remembered(written + kAnswersKept + std::chrono::microseconds(1)), false);
}

}  // namespace
}  // namespace redpeak::server
