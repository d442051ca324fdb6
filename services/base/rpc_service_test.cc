// What the adapter does for every RPC, tried on those of the system service.
#include <gmock/gmock.h>

#include "redpeak/system/v1/system_service.grpc.pb.h"
#include "services/base/rpc.h"
#include "tests/generic_call.h"
#include "tests/server.h"

namespace redpeak {
namespace {

using system::v1::ListEventsRequest;
using system::v1::SystemService;
using testing::TestServer;

const google::protobuf::MethodDescriptor& ListEventsMethod() {
  return *google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(
      "redpeak.system.v1.SystemService.ListEvents");
}

Error Refused(TestServer& server, const std::string& bytes) {
  const auto token = server.SignInAs("auditor", Role::AUDITOR);
  const auto answer = testing::CallBytes(*server.channel(), ListEventsMethod(), token, bytes);
  EXPECT_FALSE(answer);
  return answer ? Error{Code::kInternal} : answer.error();
}

TEST(Rpc, NamesTheFieldThatIsNotUtf8) {
  TestServer server;
  const auto error = Refused(server, std::string("\x0a\x02\xff\xfe", 4));  // field 1, two bytes
  EXPECT_EQ(error.code, Code::kInvalidArgument);
  ASSERT_EQ(error.violations.size(), 1U);
  EXPECT_EQ(error.violations[0].field, "subject");
  EXPECT_EQ(error.violations[0].rule, "NOT_UTF8");
}

TEST(Rpc, RefusesWhatIsNoMessage) {
  TestServer server;
  const auto error = Refused(server, "\x0a\xff\xff\xff\xff");
  EXPECT_EQ(error.reason, "FIELD_INVALID");
  EXPECT_EQ(error.violations.at(0).rule, "MALFORMED");
}

TEST(Rpc, RefusesAMessageOfMoreThanFourMebibytes) {
  TestServer server;
  EXPECT_EQ(Refused(server, std::string(5 << 20, 'x')).code, Code::kResourceExhausted);
}

TEST(Rpc, RefusesAPageTokenOfAnotherList) {
  TestServer server;
  const auto token = server.SignInAs("auditor", Role::AUDITOR);
  ListEventsRequest request;
  request.set_page_token("bm8");
  const auto answer = server.Ask<SystemService>(token, &SystemService::Stub::ListEvents, request);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().reason, "PAGE_TOKEN_INVALID");
}

TEST(Rpc, RefusesADeadlineThatHasPassed) {
  TestServer server;
  const auto stub = SystemService::NewStub(server.channel());
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now());
  system::v1::ServerInfo info;
  EXPECT_EQ(stub->GetServerInfo(&context, {}, &info).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
}

TEST(Rpc, ShedsCallsAboveTheRateOfAnAddress) {
  TestServer server([](server::Config& config) { config.address_rate = 0.2; });
  std::string reason;
  for (int i = 0; i < 3; ++i) {
    const auto info = server.Ask<SystemService>("", &SystemService::Stub::GetServerInfo, {});
    if (!info) reason = info.error().reason;
  }
  EXPECT_EQ(reason, "RATE_LIMITED");
}

TEST(Rpc, TakesAServiceOnlyByTheRightKey) {
  TestServer server;
  const auto stub = SystemService::NewStub(server.channel());
  grpc::ClientContext context;
  context.AddMetadata("redpeak-peer", "review:guessed");
  system::v1::ServerInfo info;
  const auto status = stub->GetServerInfo(&context, {}, &info);
  EXPECT_EQ(FromGrpc(status).reason, "SIGN_IN_REQUIRED");
}

}  // namespace
}  // namespace redpeak
