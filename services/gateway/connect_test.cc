#include "services/gateway/connect.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "google/rpc/error_details.pb.h"
#include "redpeak/calls/v1/calls_service.pb.h"
#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/errors.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/encoding.h"
#include "services/gateway/gzip.h"

namespace redpeak::gateway {
namespace {

using calls::v1::GetCallRequest;

const Methods& AllMethods() {
  static const Methods methods({"calls", "identity", "submissions", "nothing"});
  return methods;
}
const Method& GetCall() { return *AllMethods().Find("/redpeak.calls.v1.CallsService/GetCall"); }
const Method& SignIn() { return *AllMethods().Find("/redpeak.identity.v1.IdentityService/SignIn"); }

Request Post(const std::string& type, const std::string& body) {
  Request request;
  request.method = "POST";
  request.headers.Add("Content-Type", type);
  request.headers.Add("Connect-Protocol-Version", "1");
  request.body = body;
  return request;
}

Request Get(const std::string& query) {
  Request request;
  request.method = "GET";
  request.query = query;
  return request;
}

std::string NameOf(const std::optional<ConnectCall>& call) {
  GetCallRequest message;
  if (!call || !message.ParseFromString(call->message)) return "none";
  return message.name();
}

int Refusal(const Method& method, const Request& request) {
  Response refusal;
  return ReadCall(method, request, refusal) ? 200 : refusal.status;
}

std::string NamedCall() {
  GetCallRequest message;
  message.set_name("calls/2022");
  return message.SerializeAsString();
}

TEST(Methods, OffersWhatPeopleMayCallOnly) {
  EXPECT_TRUE(GetCall().safe);
  EXPECT_EQ(GetCall().service, "calls");
  EXPECT_EQ(AllMethods().Find("/redpeak.calls.v1.CallsService/AdvanceCall"), nullptr);
  EXPECT_EQ(AllMethods().Find("/redpeak.identity.v1.IdentityService/ResolveSession"), nullptr);
  EXPECT_EQ(AllMethods().Find("/grpc.health.v1.Health/Check"), nullptr);
  EXPECT_EQ(SignIn().session_token->name(), "token");
  EXPECT_TRUE(AllMethods().Find("/redpeak.identity.v1.IdentityService/SignOut")->ends_session);
}

TEST(ReadCall, TakesJsonAndBinaryByPostAndGet) {
  Response refusal;
  const std::string json = R"({"name":"calls/2022"})";
  EXPECT_EQ(NameOf(ReadCall(GetCall(), Post("application/json", json), refusal)), "calls/2022");
  EXPECT_EQ(NameOf(ReadCall(GetCall(), Post("application/json; charset=utf-8", json), refusal)),
            "calls/2022");
  EXPECT_EQ(NameOf(ReadCall(GetCall(), Post("application/proto", NamedCall()), refusal)),
            "calls/2022");
  EXPECT_EQ(
      NameOf(ReadCall(GetCall(), Get("connect=v1&encoding=json&message=" + PercentEncode(json)),
                      refusal)),
      "calls/2022");
  EXPECT_EQ(
      NameOf(ReadCall(GetCall(), Get("encoding=proto&base64=1&message=" + ToBase64(NamedCall())),
                      refusal)),
      "calls/2022");
}

TEST(ReadCall, InflatesWithinTheLimit) {
  Response refusal;
  auto request = Post("application/proto", Gzip(NamedCall()));
  request.headers.Add("Content-Encoding", "gzip");
  EXPECT_EQ(NameOf(ReadCall(GetCall(), request, refusal)), "calls/2022");
  request.body = Gzip(std::string(2 << 20, ' '));
  EXPECT_EQ(Refusal(GetCall(), request), 400);
  request.body = "no gzip";
  EXPECT_EQ(Refusal(GetCall(), request), 400);
  auto other = Post("application/proto", "");
  other.headers.Add("Content-Encoding", "br");
  EXPECT_EQ(Refusal(GetCall(), other), 501);
}

TEST(ReadCall, RefusesWhatIsNoCall) {
  EXPECT_EQ(Refusal(GetCall(), Post("text/plain", "{}")), 415);
  EXPECT_EQ(Refusal(GetCall(), Post("application/grpc", "")), 415);
  EXPECT_EQ(Refusal(SignIn(), Get("encoding=json&message={}")), 405) << "it has side effects";
  auto unversioned = Post("application/json", "{}");
  unversioned.headers = {};
  unversioned.headers.Add("Content-Type", "application/json");
  EXPECT_EQ(Refusal(GetCall(), unversioned), 400);
  for (const auto* query : {"", "encoding=xml&message=", "encoding=json&message=%",
                            "encoding=proto&base64=1&message=*", "connect=v2&encoding=json"}) {
    EXPECT_EQ(Refusal(GetCall(), Get(query)), 400) << query;
  }
}

TEST(ReadCall, RefusesMalformedMessages) {
  for (const std::string& json :
       {std::string("{"), std::string("[]"), std::string(R"({"name":1})"),
        std::string(R"({"nonsense":1})"), std::string("{\"name\":\"\xff\"}"),
        std::string(5000, '['), std::string(R"({"name":"x"} trailing)")}) {
    EXPECT_EQ(Refusal(GetCall(), Post("application/json", json)), 400) << json.substr(0, 20);
  }
  EXPECT_EQ(Refusal(GetCall(), Post("application/proto", "\xff\xff\xff")), 400);
  auto slow = Post("application/json", "{}");
  slow.headers.Add("Connect-Timeout-Ms", "soon");
  EXPECT_EQ(Refusal(GetCall(), slow), 400);
}

TEST(ReadCall, TakesTheTimeout) {
  Response refusal;
  auto request = Post("application/json", "{}");
  request.headers.Add("Connect-Timeout-Ms", "1500");
  EXPECT_EQ(ReadCall(GetCall(), request, refusal)->timeout, std::chrono::milliseconds(1500));
}

TEST(AnswerCall, CompressesWhatIsWorthIt) {
  ConnectCall call{&GetCall(), Codec::kJson, "", {}, true};
  calls::v1::Call message;
  message.set_title(std::string(5000, 'x'));
  const auto large = AnswerCall(call, message.SerializeAsString());
  EXPECT_EQ(large.headers.Get("content-encoding"), "gzip");
  EXPECT_THAT(*Gunzip(large.body, 1 << 20), ::testing::HasSubstr("\"title\":\"xxx"));
  message.set_title("x");
  const auto small = AnswerCall(call, message.SerializeAsString());
  EXPECT_FALSE(small.headers.Has("content-encoding"));
  EXPECT_EQ(small.body, R"({"title":"x"})");
}

TEST(ErrorResponse, CarriesTypedDetails) {
  const auto response =
      ErrorResponse(FieldInvalid("call.title", "TOO_LONG", "80", "at most 80").value());
  EXPECT_EQ(response.status, 400);
  const auto body = nlohmann::json::parse(response.body);
  EXPECT_EQ(body["code"], "invalid_argument");
  ASSERT_EQ(body["details"].size(), 2U);
  EXPECT_EQ(body["details"][1]["type"], "google.rpc.BadRequest");
  google::rpc::BadRequest bad;
  bad.ParseFromString(*FromBase64(body["details"][1]["value"].get<std::string>()));
  EXPECT_EQ(bad.field_violations(0).field(), "call.title");
}

TEST(ErrorResponse, KnowsEveryCode) {
  for (int code = 1; code <= 16; ++code) EXPECT_GE(HttpStatus(code), 400);
  EXPECT_EQ(ConnectCode(1), "canceled");
  EXPECT_EQ(ConnectCode(99), "unknown");
}

}  // namespace
}  // namespace redpeak::gateway
