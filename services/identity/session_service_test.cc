#include <gmock/gmock.h>

#include "services/base/crypto.h"
#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using testing::IdentityServer;
using Stub = v1::IdentityService::Stub;

class SessionTest : public ::testing::Test {
 protected:
  Result<v1::ListSessionsResponse> List(const std::string& token, const std::string& parent) {
    v1::ListSessionsRequest request;
    request.set_parent(parent);
    return server_.Call(token, &Stub::ListSessions, request);
  }
  std::string RevokeReason(const std::string& token, const std::string& name) {
    v1::RevokeSessionRequest request;
    request.set_name(name);
    const auto revoked = server_.Call(token, &Stub::RevokeSession, request);
    return revoked ? std::string() : revoked.error().reason;
  }
  Result<v1::Caller> Resolve(const std::string& token_sha256) {
    v1::ResolveSessionRequest request;
    request.set_token_sha256(token_sha256);
    return server_.CallAsPeer(&Stub::ResolveSession, request);
  }

  IdentityServer server_;
};

TEST_F(SessionTest, ListsOnesOwnNewestFirst) {
  v1::SignInRequest request;
  request.set_login(IdentityServer::kLogin);
  request.set_password(IdentityServer::kPassword);
  request.set_client("redpeak on a laptop");
  ASSERT_TRUE(server_.Call("", &Stub::SignIn, request));
  const auto sessions = List(server_.administrator(), "");
  ASSERT_TRUE(sessions) << sessions.error().message;
  ASSERT_EQ(sessions->sessions_size(), 2);
  EXPECT_EQ(sessions->sessions(0).client(), "redpeak on a laptop");
  EXPECT_FALSE(sessions->sessions(0).current());
  EXPECT_TRUE(sessions->sessions(1).current());
  EXPECT_TRUE(
      sessions->sessions(1).name().starts_with(server_.first_account().name() + "/sessions/"));
}

TEST_F(SessionTest, IsRevokedByItsOwnerAtOnce) {
  const auto other = server_.SignIn(IdentityServer::kLogin);
  ASSERT_TRUE(server_.Call(other, &Stub::GetMe, v1::GetMeRequest()));
  const auto name = List(other, "")->sessions(0).name();
  EXPECT_EQ(RevokeReason(server_.administrator(), name), "");
  EXPECT_FALSE(server_.Call(other, &Stub::GetMe, v1::GetMeRequest()));
  EXPECT_EQ(RevokeReason(server_.administrator(), name), "NOT_FOUND");
}

TEST_F(SessionTest, OfOthersIsUnknownButToAdministrators) {
  const auto account = server_.AddAccount("ann", Role::RESEARCHER);
  const auto ann = server_.SignIn("ann@example.org");
  const auto others = List(ann, server_.first_account().name());
  ASSERT_FALSE(others);
  EXPECT_EQ(others.error().reason, "NOT_FOUND");
  const auto of_root = List(server_.administrator(), "")->sessions(0).name();
  EXPECT_EQ(RevokeReason(ann, of_root), "NOT_FOUND");
  const auto of_ann = List(server_.administrator(), account.name());
  ASSERT_TRUE(of_ann);
  for (const auto& session : of_ann->sessions()) {
    EXPECT_EQ(RevokeReason(server_.administrator(), session.name()), "");
  }
  EXPECT_FALSE(server_.Call(ann, &Stub::GetMe, v1::GetMeRequest()));
}

TEST_F(SessionTest, RefusesNamesThatAreNone) {
  EXPECT_EQ(RevokeReason(server_.administrator(), ""), "FIELD_INVALID");
  EXPECT_EQ(RevokeReason(server_.administrator(), "accounts/a/sessions/b/c"), "FIELD_INVALID");
  EXPECT_EQ(List(server_.administrator(), "people/x").error().reason, "FIELD_INVALID");
  EXPECT_EQ(List(server_.administrator(), "accounts/nobody").error().reason, "NOT_FOUND");
}

TEST_F(SessionTest, IsResolvedForOtherServicesWithItsRoles) {
  const auto account = server_.AddAccount("olga", Role::UNIT_OFFICER, "organisations/lab");
  const auto token = server_.SignIn("olga@example.org");
  const auto caller = Resolve(Sha256(token));
  ASSERT_TRUE(caller) << caller.error().message;
  EXPECT_EQ(caller->account(), account.name());
  EXPECT_EQ(caller->person(), "people/olga");
  EXPECT_EQ(caller->organisation(), "organisations/lab");
  EXPECT_EQ(caller->display_name(), "Person olga");
  ASSERT_EQ(caller->grants_size(), 1);
  EXPECT_EQ(caller->grants(0).role(), Role::UNIT_OFFICER);
  EXPECT_EQ(caller->grants(0).scope(), "organisations/lab");
  EXPECT_EQ(FromProto(caller->expire_time()), server_.Now() + std::chrono::days(7));
}

TEST_F(SessionTest, IsNotResolvedIfUnknownOrMalformed) {
  EXPECT_EQ(Resolve(Sha256("no such token")).error().reason, "SIGN_IN_REQUIRED");
  EXPECT_EQ(Resolve("short").error().reason, "FIELD_INVALID");
}

}  // namespace
}  // namespace redpeak::identity
