#include <gmock/gmock.h>

#include <future>

#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "services/gateway/router.h"
#include "tests/world.h"
#include "tests/zip.h"

namespace redpeak::gateway {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct FakeExchange final : Exchange {
  void Answer(Response response) override { answered.set_value(std::move(response)); }
  void Stream(std::shared_ptr<BodySink>) override {}
  std::promise<Response> answered{};
};

// A gateway without a socket before a whole server.
class SheetsServiceTest : public ::testing::Test {
 protected:
  SheetsServiceTest() {
    std::map<std::string, std::shared_ptr<grpc::Channel>> channels;
    for (const auto& service : services_) channels[service] = server_.channel();
    peers_.Set(std::move(channels));
  }
  ~SheetsServiceTest() override { backend_.Close(); }

  Response Get(const std::string& token, const std::string& path_and_query,
               const std::string& method = "GET") {
    auto exchange = std::make_shared<FakeExchange>();
    const auto mark = path_and_query.find('?');
    exchange->request.method = method;
    exchange->request.path = "/sheets/redpeak." + path_and_query.substr(0, mark);
    exchange->request.query = path_and_query.substr(mark + 1);
    exchange->request.client_address = "ipv4:127.0.0.1";
    if (!token.empty()) exchange->request.headers.Add("Authorization", "Bearer " + token);
    auto answered = exchange->answered.get_future();
    router_.Handle(exchange);
    return answered.get();
  }
  static std::string SheetOf(const Response& response) {
    if (response.status != 200 || !response.source) return response.body;
    return testing::Unzip(testing::Drain(*response.source), "xl/worksheets/sheet1.xml");
  }

  testing::TestServer server_;
  testing::World world_{server_};
  const std::vector<std::string> services_ = {"system", "identity", "calls", "submissions"};
  Peers peers_{"gateway", server::ReadSecrets(server_.config().secrets_file)->peer_key};
  Backend backend_{peers_};
  Metrics metrics_;
  IdSource ids_;
  Router router_{services_, "", "http://127.0.0.1", backend_, metrics_, ids_};
};

constexpr char kSubmissions[] =
    "submissions.v1.SubmissionsService/ListSubmissions?columns=title,leader_name,state";

TEST_F(SheetsServiceTest, ShowsEverybodyWhatTheyMaySee) {
  const auto call = world_.PublishCall("2022").name();
  for (int i = 0; i < 3; ++i) world_.Submitted(call, i);
  const auto staff = SheetOf(Get(world_.officer(), kSubmissions));
  for (const auto* title : {"课题0", "课题1", "课题2", "SUBMITTED"})
    EXPECT_THAT(staff, HasSubstr(title));
  const auto own = SheetOf(Get(world_.researcher(1), kSubmissions));
  EXPECT_THAT(own, HasSubstr("课题1"));
  EXPECT_THAT(own, Not(HasSubstr("课题0")));
  EXPECT_THAT(own, Not(HasSubstr("SUBMITTED")));  // the state is for staff
}

TEST_F(SheetsServiceTest, HasTheRowsOfAllPages) {
  std::string csv = "id,name,uscc,region,kind,endorsed_by\n";
  for (int i = 0; i < 2'300; ++i) {
    csv += "n" + std::to_string(i) + ",单位" + std::to_string(i) + "号,,150402,society,\n";
  }
  identity::v1::ImportRequest request;
  request.set_csv(csv);
  ASSERT_TRUE(server_.Ask<identity::v1::IdentityService>(
      world_.administrator(), &identity::v1::IdentityService::Stub::ImportOrganisations, request));
  const auto sheet = SheetOf(
      Get(world_.officer(), "identity.v1.IdentityService/ListOrganisations?columns=display_name"));
  for (const int i : {0, 999, 1000, 1001, 2299}) {
    EXPECT_THAT(sheet, HasSubstr("单位" + std::to_string(i) + "号<"));
  }
}

TEST_F(SheetsServiceTest, RefusesAsTheServicesDo) {
  EXPECT_EQ(Get("", kSubmissions).status, 401);
  EXPECT_EQ(Get(world_.expert(0), kSubmissions).status, 403);
  EXPECT_EQ(
      Get(world_.officer(), "submissions.v1.SubmissionsService/ListSubmissions?columns=x").status,
      400);
  EXPECT_EQ(Get(world_.officer(), "submissions.v1.SubmissionsService/GetReceipt?columns=x").status,
            404);
  EXPECT_EQ(Get(world_.officer(), kSubmissions, "POST").status, 405);
}

}  // namespace
}  // namespace redpeak::gateway
