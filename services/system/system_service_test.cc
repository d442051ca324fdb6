#include <gmock/gmock.h>

#include "redpeak/system/v1/system_service.grpc.pb.h"
#include "tests/server.h"

namespace redpeak::system {
namespace {

using testing::TestServer;
using v1::ClockService;
using v1::SystemService;

TEST(SystemService, TellsVersionTimeAndServices) {
  TestServer server;
  const auto info = server.Ask<SystemService>("", &SystemService::Stub::GetServerInfo, {});
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info->version(), REDPEAK_VERSION);
  EXPECT_TRUE(info->clock_simulated());
  EXPECT_EQ(FromProto(info->time()), testing::At("2022-03-01T00:00:00Z"));
  EXPECT_THAT(info->services(), ::testing::Contains("system"));
}

TEST(SystemService, MovesTheClockForwardOnly) {
  TestServer server;
  v1::MoveClockRequest request;
  request.mutable_by()->set_seconds(60);
  const auto info = server.Ask<ClockService>("", &ClockService::Stub::MoveClock, request);
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(server.Now(), testing::At("2022-03-01T00:01:00Z"));
  request.mutable_by()->set_seconds(-1);
  const auto back = server.Ask<ClockService>("", &ClockService::Stub::MoveClock, request);
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().reason, "FIELD_INVALID");
  EXPECT_EQ(back.error().violations.front().field, "by");
}

TEST(SystemService, ShowsEventsToAuditorsOnly) {
  TestServer server;
  const auto auditor = server.SignInAs("audit", Role::AUDITOR);
  const auto officer = server.SignInAs("officer", Role::PROGRAMME_OFFICER);
  EXPECT_TRUE(server.Ask<SystemService>(auditor, &SystemService::Stub::ListEvents, {}));
  const auto refused = server.Ask<SystemService>(officer, &SystemService::Stub::ListEvents, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "ROLE_MISSING");
  const auto stranger = server.Ask<SystemService>("", &SystemService::Stub::ListEvents, {});
  ASSERT_FALSE(stranger);
  EXPECT_EQ(stranger.error().reason, "SIGN_IN_REQUIRED");
}

TEST(SystemService, RefusesANegativePage) {
  TestServer server;
  v1::ListEventsRequest request;
  request.set_page_size(-1);
  const auto auditor = server.SignInAs("audit", Role::AUDITOR);
  const auto refused =
      server.Ask<SystemService>(auditor, &SystemService::Stub::ListEvents, request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().violations.front().field, "page_size");
}

}  // namespace
}  // namespace redpeak::system
