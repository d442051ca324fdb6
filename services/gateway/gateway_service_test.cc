#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/http_client.h"
#include "tests/identity_server.h"

namespace redpeak::gateway {
namespace {

using ::testing::HasSubstr;
using testing::Http;
using testing::HttpAnswer;
using testing::HttpClient;

constexpr char kJson[] = "Content-Type: application/json";
constexpr char kVersion[] = "Connect-Protocol-Version: 1";
constexpr char kFromPages[] = "Sec-Fetch-Site: same-origin";
constexpr char kIdentity[] = "/api/redpeak.identity.v1.IdentityService/";
constexpr char kInfo[] = "/api/redpeak.system.v1.SystemService/GetServerInfo";

class GatewayServiceTest : public ::testing::Test {
 protected:
  int port() { return server_.server().web_port(); }

  HttpAnswer Post(const std::string& path, const std::string& body,
                  std::vector<std::string> fields = {}) {
    fields.insert(fields.end(), {kJson, kVersion});
    return Http(port(), "POST", path, fields, body);
  }
  HttpAnswer Identity(const std::string& method, const std::string& body,
                      const std::vector<std::string>& fields = {}) {
    return Post(kIdentity + method, body, fields);
  }
  // The Cookie field of a new session.
  std::string SignIn() {
    const auto answer = Identity("SignIn", Credentials(), {kFromPages, "Redpeak-Session: cookie"});
    const auto cookie = answer.Header("set-cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';'));
  }
  static std::string Credentials(const std::string& password = IdentityServerPassword()) {
    return nlohmann::json{{"login", testing::IdentityServer::kLogin}, {"password", password}}
        .dump();
  }
  static const char* IdentityServerPassword() { return testing::IdentityServer::kPassword; }
  static std::string CodeOf(const HttpAnswer& answer) {
    return nlohmann::json::parse(answer.body).at("code");
  }
  // The process is unharmed: it still answers.
  void ExpectAlive() { EXPECT_EQ(Http(port(), "GET", "/healthz").status, 200); }

  testing::IdentityServer server_;
};

TEST_F(GatewayServiceTest, CarriesAnyMethodByPostAndGet) {
  const auto posted = Post(kInfo, "{}");
  EXPECT_EQ(posted.status, 200);
  EXPECT_EQ(nlohmann::json::parse(posted.body)["clockSimulated"], true);
  EXPECT_FALSE(posted.Header("x-request-id").empty());
  const auto got = Http(port(), "GET", std::string(kInfo) + "?encoding=json&message=%7B%7D");
  EXPECT_EQ(got.status, 200);
  const auto binary =
      Http(port(), "POST", kInfo, {"Content-Type: application/proto", kVersion}, "");
  EXPECT_EQ(binary.status, 200);
  EXPECT_EQ(binary.Header("content-type"), "application/proto");
}

TEST_F(GatewayServiceTest, HidesWhatIsForServicesOnly) {
  for (const auto* path : {"/api/redpeak.identity.v1.IdentityService/ResolveSession",
                           "/api/redpeak.calls.v1.CallsService/AdvanceCall", "/api/x", "/api/",
                           "/api/grpc.health.v1.Health/Check",
                           "/api/redpeak.submissions.v1.SubmissionsService/UploadAttachment"}) {
    EXPECT_EQ(Post(path, "{}").status, 404) << path;
  }
}

TEST_F(GatewayServiceTest, KeepsASessionInACookie) {
  const auto signed_in = Identity("SignIn", Credentials(), {kFromPages, "Redpeak-Session: cookie"});
  ASSERT_EQ(signed_in.status, 200) << signed_in.body;
  EXPECT_FALSE(nlohmann::json::parse(signed_in.body).contains("token"));
  EXPECT_THAT(signed_in.Header("set-cookie"), HasSubstr("HttpOnly"));
  const auto cookie = SignIn();
  EXPECT_EQ(Identity("GetMe", "{}", {cookie, kFromPages}).status, 200);
  const auto signed_out = Identity("SignOut", "{}", {cookie, kFromPages});
  EXPECT_EQ(signed_out.status, 200);
  EXPECT_THAT(signed_out.Header("set-cookie"), HasSubstr("Max-Age=0"));
  const auto replayed = Identity("GetMe", "{}", {cookie, kFromPages});
  EXPECT_EQ(replayed.status, 401) << "a cookie of an ended session";
  EXPECT_THAT(replayed.Header("set-cookie"), HasSubstr("Max-Age=0"));
}

TEST_F(GatewayServiceTest, RefusesACookieFromOtherSites) {
  const auto cookie = SignIn();
  for (const auto* from :
       {"Origin: https://evil.example", "Sec-Fetch-Site: cross-site", "X: y", "Origin: null"}) {
    const auto answer = Identity("SignOut", "{}", {cookie, from});
    EXPECT_EQ(answer.status, 403) << from;
    EXPECT_EQ(CodeOf(answer), "permission_denied");
  }
  EXPECT_EQ(Identity("GetMe", "{}", {cookie, kFromPages}).status, 200) << "nothing happened";
}

TEST_F(GatewayServiceTest, TakesBearerTokensOfScripts) {
  const auto signed_in = Identity("SignIn", Credentials());
  const std::string token = nlohmann::json::parse(signed_in.body).at("token");
  EXPECT_FALSE(signed_in.headers.contains("set-cookie"));
  EXPECT_EQ(Identity("GetMe", "{}", {"Authorization: Bearer " + token}).status, 200);
  EXPECT_EQ(Identity("GetMe", "{}").status, 401);
  EXPECT_EQ(Identity("GetMe", "{}", {"Authorization: Bearer nonsense"}).status, 401);
}

TEST_F(GatewayServiceTest, LetsNobodySpeakAsAService) {
  for (const auto* forged : {"redpeak-peer: review:00",
                             "redpeak-peer: gateway:", "redpeak-client-address: ipv4:1.2.3.4"}) {
    EXPECT_EQ(Identity("GetMe", "{}", {forged}).status, 401) << forged;
  }
}

TEST_F(GatewayServiceTest, NamesFieldsInErrors) {
  const auto refused = Identity("SignIn", Credentials("wrong"));
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(CodeOf(refused), "unauthenticated");
  const auto bad = Identity("ListSessions", R"({"ghost":1})");
  EXPECT_EQ(bad.status, 400);
  EXPECT_THAT(bad.body, HasSubstr("ghost"));
}

TEST_F(GatewayServiceTest, RefusesMalformedRequestsUnharmed) {
  for (const std::string& bytes :
       {std::string("\x16\x03\x01\x02\x00\r\n\r\n"), std::string("GET\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\n\r\n"), std::string("GET / HTTP/9.9\r\nHost: x\r\n\r\n"),
        "GET / HTTP/1.1\r\nHost: x\r\nY: " + std::string(30'000, 'y') + "\r\n\r\n",
        std::string("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"),
        std::string("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n"),
        std::string("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
        std::string("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n")}) {
    HttpClient client(port());
    client.Send(bytes);
    const auto answer = client.Read();
    EXPECT_GE(answer.status, 400) << bytes.substr(0, 40);
    EXPECT_EQ(answer.Header("connection"), "close");
  }
  ExpectAlive();
}

TEST_F(GatewayServiceTest, RefusesLargeBodies) {
  const auto large = Post(kInfo, std::string((1 << 20) + 1, ' '));
  EXPECT_EQ(large.status, 413);
  EXPECT_EQ(Post(kInfo, std::string(1 << 20, ' ')).status, 200) << "as large as it may be";
}

TEST_F(GatewayServiceTest, AnswersPipelinedRequestsInOrder) {
  HttpClient client(port());
  std::string both;
  for (const auto* path : {"/healthz", "/nothing.js", "/healthz"}) {
    both += std::string("GET ") + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }
  client.Send(both);
  EXPECT_EQ(client.Read().status, 200);
  EXPECT_EQ(client.Read().status, 404);
  EXPECT_EQ(client.Read().status, 200);
}

TEST_F(GatewayServiceTest, KeepsAConnectionUnlessToldOtherwise) {
  HttpClient client(port());
  EXPECT_EQ(client.Ask("GET", "/healthz").status, 200);
  EXPECT_EQ(client.Ask("HEAD", "/healthz").body, "");
  const auto last = client.Ask("GET", "/healthz", {"Connection: close"});
  EXPECT_EQ(last.Header("connection"), "close");
  EXPECT_TRUE(client.IsClosed());
}

TEST_F(GatewayServiceTest, WaitsForNobodyWhoLeaves) {
  for (int i = 0; i < 20; ++i) {
    HttpClient client(port());
    client.Send("POST " + std::string(kInfo) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n" +
                kJson + "\r\n" + kVersion + "\r\n\r\n" + (i % 2 == 0 ? "{}" : "{"));
  }
  ExpectAlive();
}

TEST_F(GatewayServiceTest, TellsHowItIs) {
  EXPECT_EQ(Http(port(), "GET", "/healthz").status, 200);
  EXPECT_EQ(Http(port(), "GET", "/readyz").status, 200);
  EXPECT_THAT(Http(port(), "GET", "/metrics").body, HasSubstr("redpeak_rpcs"));
  EXPECT_EQ(Http(port(), "GET", "/metrics", {"X-Forwarded-For: 1.2.3.4"}).status, 403);
}

TEST_F(GatewayServiceTest, GivesPublicDataAtPermanentAddresses) {
  for (const auto* path : {"/public/calls", "/public/notices", "/public/awards"}) {
    const auto json = Http(port(), "GET", path + std::string(".json"));
    EXPECT_EQ(json.status, 200) << path;
    EXPECT_EQ(json.body, "{}");
    const auto csv = Http(port(), "GET", path + std::string(".csv"));
    EXPECT_EQ(csv.Header("content-type"), "text/csv; charset=utf-8");
    EXPECT_THAT(csv.body, HasSubstr("name,"));
  }
  EXPECT_EQ(Http(port(), "GET", "/public/calls/ghost.json").status, 404);
  EXPECT_EQ(Http(port(), "GET", "/public/calls/ghost.csv").status, 404);
  EXPECT_EQ(Http(port(), "GET", "/public/calls.json?year=x").status, 400);
  EXPECT_EQ(Http(port(), "GET", "/public/calls.xml").status, 404);
}

TEST_F(GatewayServiceTest, AnswersInTimeOrSaysSo) {
  const auto late = Post(kInfo, "{}", {"Connect-Timeout-Ms: 0"});
  EXPECT_EQ(late.status, 504);
  EXPECT_EQ(CodeOf(late), "deadline_exceeded");
}

TEST_F(GatewayServiceTest, FinishesWhatIsUnderWayWhenItStops) {
  HttpClient idle(port());
  HttpClient busy(port());
  EXPECT_EQ(idle.Ask("GET", "/healthz").status, 200);
  busy.Send("POST " + std::string(kInfo) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n" + kJson +
            "\r\n" + kVersion + "\r\n\r\n");
  HttpClient(port()).Ask("GET", "/healthz");  // the head has been read by now
  std::thread stopping([this] { server_.server().Shutdown(); });
  EXPECT_TRUE(idle.IsClosed());
  busy.Send("{}");
  const auto answer = busy.Read();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.Header("connection"), "close");
  stopping.join();
}

}  // namespace
}  // namespace redpeak::gateway
