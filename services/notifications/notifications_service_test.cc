#include <gmock/gmock.h>

#include <filesystem>

#include "services/notifications/notifications.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::notifications {
namespace {

namespace fs = std::filesystem;

// Whether the file appears within some seconds.
bool Appears(const fs::path& file) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!fs::exists(file)) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

void Queue(const std::string& database, const std::string& id) {
  Pool pool(database + " user=redpeak_notifications", 1);
  ASSERT_TRUE(InTransaction(pool, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
    QueueMails(tx,
               {{id, "li@example.cn", "启用账号", "您好\n", testing::At("2022-03-01T00:00:00Z")}});
    return {};
  }));
}

TEST(NotificationsService, SendsMailWhereverItWasQueued) {
  testing::TestServer server;
  const fs::path directory = server.config().mail_directory;
  Queue(server.database(), "quiet");
  EXPECT_TRUE(Appears(directory / "quiet.eml"));
  Queue(server.database(), "rung");
  MailBell().Ring();
  EXPECT_TRUE(Appears(directory / "rung.eml"));
}

TEST(NotificationsService, StopsWithoutEverHavingHadPeers) {
  Pool pool(testing::TestCluster::Get().NewDatabase() + " user=redpeak_notifications", 2);
  Peers peers("notifications", "key");
  const SystemClock clock;
  IdSource ids;
  Notifications notifications(pool, peers, clock, ids,
                              {{.directory = "none", .from = "a@b.org"}, ""});
  notifications.Stop();
  notifications.Stop();
}

}  // namespace
}  // namespace redpeak::notifications
