#include "services/server/config.h"

#include <gmock/gmock.h>

#include "services/server/migrations.h"
#include "services/server/options.h"
#include "services/server/services.h"

namespace redpeak::server {
namespace {

std::vector<std::string> WrongFields(const Config& config) {
  const auto checked = CheckConfig(config);
  std::vector<std::string> fields;
  if (checked) return fields;
  for (const auto& violation : checked.error().violations) fields.push_back(violation.field);
  return fields;
}

TEST(Config, IsRightAsItStands) { EXPECT_TRUE(CheckConfig(Config())); }

TEST(Config, ListensBeyondThisMachineWithTlsOnly) {
  EXPECT_THAT(WrongFields({.listen = "0.0.0.0:7070"}), ::testing::Contains("tls-certificate"));
  EXPECT_TRUE(CheckConfig({.listen = "[::1]:7070"}));
}

TEST(Config, ServesTheWebBeyondThisMachineWithTlsOnly) {
  EXPECT_THAT(WrongFields({.web_listen = "0.0.0.0:443"}),
              ::testing::ElementsAre("web-tls-certificate"));
  EXPECT_THAT(WrongFields({.web_listen = "127.0.0.1:8080", .web_root = "/nowhere"}),
              ::testing::ElementsAre("web-root"));
  EXPECT_THAT(WrongFields({.services = {"gateway"}}), ::testing::Contains("web-listen"));
  EXPECT_TRUE(CheckConfig({.web_listen = "127.0.0.1:0"}));
}

TEST(Config, NamesEverySettingThatIsWrong) {
  const auto fields = WrongFields({.services = {"reviews"},
                                   .tls_certificate = "/nowhere.pem",
                                   .clock = "broken",
                                   .log_level = "loud",
                                   .workers = 0,
                                   .session_days = 1000});
  EXPECT_THAT(fields, ::testing::IsSupersetOf({"services", "tls-key", "file", "clock", "log-level",
                                               "workers", "session-days"}));
}

TEST(Config, AsksForPeersThatAreNeeded) {
  EXPECT_THAT(WrongFields({.services = {"calls"}}), ::testing::Contains("peer"));
}

TEST(Config, TakesFlagsBeforeEnvironment) {
  Config config;
  CLI::App app;
  AddOptions(app, config);
  setenv("REDPEAK_LISTEN", "127.0.0.1:1", 1);
  setenv("REDPEAK_WORKERS", "3", 1);
  std::vector<std::string> flags = {"127.0.0.1:2", "--listen", "identity=127.0.0.1:3", "--peer"};
  app.parse(flags);
  unsetenv("REDPEAK_LISTEN");
  unsetenv("REDPEAK_WORKERS");
  EXPECT_EQ(config.listen, "127.0.0.1:2");
  EXPECT_EQ(config.workers, 3);
  EXPECT_EQ(config.peers.at("identity"), "127.0.0.1:3");
}

TEST(Services, AskOnlyThoseBeforeThem) {
  std::vector<std::string> before;
  for (const auto& service : AllServices()) {
    for (const auto& need : service.needs) {
      if (need == "identity") continue;  // it stands beside all: the adapter asks it who calls
      EXPECT_THAT(before, ::testing::Contains(need)) << service.name;
    }
    before.push_back(service.name);
  }
}

TEST(Migrations, AreNumberedWithoutGaps) {
  int number = 0;
  for (const auto& migration : AllMigrations()) {
    EXPECT_EQ(std::stoi(std::string(migration.name.substr(0, 4))), ++number) << migration.name;
  }
}

}  // namespace
}  // namespace redpeak::server
