#include "services/gateway/session.h"

#include <gmock/gmock.h>

#include "redpeak/identity/v1/identity_service.pb.h"

namespace redpeak::gateway {
namespace {

struct Case {
  const char* method;
  const char* origin;
  const char* site;
  bool allowed;
};

Request With(const Case& given, bool cookie) {
  Request request;
  request.method = given.method;
  request.headers.Add("Host", "127.0.0.1:8080");
  if (cookie) request.headers.Add("Cookie", "__Host-redpeak=secret");
  if (given.origin[0] != '\0') request.headers.Add("Origin", given.origin);
  if (given.site[0] != '\0') request.headers.Add("Sec-Fetch-Site", given.site);
  return request;
}

TEST(ReadCredentials, TakesACookieFromItsOwnPagesOnly) {
  const Case cases[] = {
      {"POST", "http://127.0.0.1:8080", "", true},
      {"POST", "http://127.0.0.1:8080", "same-origin", true},
      {"POST", "https://redpeak.example.org", "", true},
      {"POST", "", "same-origin", true},
      {"POST", "", "", false},
      {"POST", "", "none", false},
      {"POST", "null", "", false},
      {"POST", "https://evil.example", "", false},
      {"POST", "http://127.0.0.1:8081", "same-site", false},
      {"POST", "https://127.0.0.1:8080", "", false},
      {"GET", "", "", true},
      {"GET", "", "none", true},
      {"GET", "", "same-site", false},
      {"GET", "", "cross-site", false},
      {"GET", "https://evil.example", "", false},
  };
  for (const auto& given : cases) {
    Credentials credentials;
    EXPECT_EQ(ReadCredentials(With(given, true), "https://redpeak.example.org/pages", credentials),
              given.allowed)
        << given.method << " " << given.origin << " " << given.site;
    EXPECT_EQ(credentials.authorization, "Bearer secret");
    EXPECT_TRUE(ReadCredentials(With(given, false), "", credentials)) << "without a cookie";
  }
}

TEST(ReadCredentials, PrefersABearerToken) {
  auto request = With({"POST", "https://evil.example", "", false}, true);
  request.headers.Add("Authorization", "Bearer cli");
  Credentials credentials;
  EXPECT_TRUE(ReadCredentials(request, "", credentials));
  EXPECT_EQ(credentials.authorization, "Bearer cli");
  EXPECT_FALSE(credentials.by_cookie);
}

TEST(ReadCredentials, LetsNoOtherSiteSignSomebodyIn) {
  auto request = With({"POST", "https://evil.example", "", false}, false);
  request.headers.Add("Redpeak-Session", "cookie");
  Credentials credentials;
  EXPECT_FALSE(ReadCredentials(request, "", credentials));
}

TEST(MoveTokenToCookie, LeavesTheRestOfTheAnswer) {
  const Methods methods({"identity"});
  identity::v1::SignInResponse answer;
  answer.set_token("secret");
  answer.mutable_account()->set_login("a@example.org");
  std::string cookie;
  identity::v1::SignInResponse moved;
  moved.ParseFromString(
      MoveTokenToCookie(*methods.Find("/redpeak.identity.v1.IdentityService/SignIn"),
                        answer.SerializeAsString(), cookie));
  EXPECT_EQ(moved.token(), "");
  EXPECT_EQ(moved.account().login(), "a@example.org");
  EXPECT_THAT(cookie, ::testing::StartsWith("__Host-redpeak=secret; Path=/; Secure"));
  EXPECT_THAT(cookie, ::testing::HasSubstr("HttpOnly"));
  EXPECT_THAT(cookie, ::testing::HasSubstr("SameSite=Strict"));
}

}  // namespace
}  // namespace redpeak::gateway
