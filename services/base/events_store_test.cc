#include <gmock/gmock.h>

#include "services/base/events.h"
#include "services/base/requests.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak {
namespace {

class EventsTest : public ::testing::Test {
 protected:
  // Appends an event of this subject in a transaction that is under way.
  void Append(Tx& tx, const std::string& subject) {
    Call call(caller_, testing::At("2022-03-01T00:00:00Z"), ids_, &tx);
    events::v1::Detail detail;
    detail.mutable_call_changed()->set_action("published");
    call.Append(subject, detail);
    WriteOutcome(tx, call, "");
  }
  void AppendAndCommit(const std::string& subject) {
    const auto done = InTransaction(writers_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
      Append(tx, subject);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }
  std::vector<std::string> Follow(EventPosition after, EventPosition* reached) {
    std::vector<std::string> subjects;
    const auto done = InTransaction(readers_, TxMode::kStatement, [&](Tx& tx) -> Result<void> {
      for (const auto& placed : ReadEvents(tx, after, 100)) {
        subjects.push_back(placed.event.subject());
        *reached = placed.position;
      }
      return {};
    });
    EXPECT_TRUE(done) << done.error().message;
    return subjects;
  }

  const std::string dsn_ = testing::TestCluster::Get().NewDatabase();
  const Caller caller_{.account = "accounts/a"};
  IdSource ids_;
  Pool writers_{dsn_ + " user=redpeak_calls options='-c search_path=calls'", 3};
  Pool readers_{dsn_ + " user=redpeak_notifications", 1};
};

// The trap of a log read by its ids: a slow writer's event would be passed over for good.
TEST_F(EventsTest, AFollowerMissesNoSlowWriter) {
  EventPosition reached;
  Tx slow(writers_, TxMode::kTransaction);
  Append(slow, "calls/slow");
  AppendAndCommit("calls/quick");
  EXPECT_THAT(Follow({}, &reached), ::testing::IsEmpty());
  slow.Commit();
  EXPECT_THAT(Follow(reached, &reached), ::testing::ElementsAre("calls/slow", "calls/quick"));
  AppendAndCommit("calls/late");
  EXPECT_THAT(Follow(reached, &reached), ::testing::ElementsAre("calls/late"));
}

TEST_F(EventsTest, AreListedForAResourceAndWhatIsBelowIt) {
  AppendAndCommit("submissions/a");
  AppendAndCommit("submissions/a/reviews/b");
  AppendAndCommit("submissions/ab");
  const auto listed =
      InTransaction(readers_, TxMode::kStatement, [](Tx& tx) -> Result<std::vector<std::string>> {
        std::vector<std::string> subjects;
        for (const auto& event : ListEvents(tx, {.subject = "submissions/a"}, {}, 10)) {
          EXPECT_EQ(event.kind(), "call_changed");
          EXPECT_EQ(event.detail().call_changed().action(), "published");
          EXPECT_EQ(event.actor(), "accounts/a");
          subjects.push_back(event.subject());
        }
        return subjects;
      });
  ASSERT_TRUE(listed) << listed.error().message;
  EXPECT_THAT(*listed, ::testing::ElementsAre("submissions/a", "submissions/a/reviews/b"));
}

TEST_F(EventsTest, CannotBeChangedByAService) {
  AppendAndCommit("calls/a");
  const auto done = InTransaction(writers_, TxMode::kStatement, [](Tx& tx) -> Result<void> {
    static const Statement kForge{"calls_test.forge", "UPDATE base.events SET actor = 'other'"};
    tx.Run(kForge);
    return {};
  });
  EXPECT_FALSE(done);
}

}  // namespace
}  // namespace redpeak
