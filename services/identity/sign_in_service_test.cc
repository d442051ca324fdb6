#include <gmock/gmock.h>

#include <thread>

#include "services/base/crypto.h"
#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using testing::IdentityServer;
using ::testing::IsEmpty;
using Stub = v1::IdentityService::Stub;

class SignInTest : public ::testing::Test {
 protected:
  void FailTimes(int times, const std::string& login) {
    for (int i = 0; i < times; ++i) {
      EXPECT_EQ(server_.SignInReason(login, "not the password"), "CREDENTIALS_WRONG");
    }
  }
  std::string ChangeReason(const std::string& token, const std::string& old_password,
                           const std::string& new_password) {
    v1::ChangePasswordRequest request;
    request.set_old_password(old_password);
    request.set_new_password(new_password);
    const auto changed = server_.Call(token, &Stub::ChangePassword, request);
    return changed ? std::string() : changed.error().reason;
  }
  std::string ReasonOfMe(const std::string& token) {
    const auto me = server_.Call(token, &Stub::GetMe, v1::GetMeRequest());
    return me ? std::string() : me.error().reason;
  }

  IdentityServer server_;
};

TEST_F(SignInTest, OpensASessionThatTellsWhoOneIs) {
  v1::SignInRequest request;
  request.set_login("  ROOT@Example.org ");
  request.set_password(IdentityServer::kPassword);
  request.set_client("a test");
  const auto opened = server_.Call("", &Stub::SignIn, request);
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->token().size(), 43U);
  EXPECT_EQ(opened->account().login(), "root@example.org");
  EXPECT_EQ(FromProto(opened->expire_time()), server_.Now() + std::chrono::days(7));
  const auto me = server_.Call(opened->token(), &Stub::GetMe, v1::GetMeRequest());
  ASSERT_TRUE(me) << me.error().message;
  EXPECT_EQ(me->account().name(), server_.first_account().name());
  EXPECT_EQ(me->person().display_name(), "Root");
  EXPECT_EQ(me->person().email(), "root@example.org");
  EXPECT_FALSE(me->has_organisation());
}

TEST_F(SignInTest, KeepsOnlyDigestsOfTokensAndPasswords) {
  const auto token = server_.SignIn(IdentityServer::kLogin);
  const auto row = server_.Query(
      "SELECT encode(token_sha256, 'hex') FROM identity.sessions "
      "ORDER BY id DESC LIMIT 1")[0];
  EXPECT_EQ(row[0].c_str(), Hex(Sha256(token)));
  const auto hash =
      server_.Query("SELECT password_hash FROM identity.accounts")[0][0].as<std::string>();
  EXPECT_TRUE(hash.starts_with("$argon2id$"));
}

TEST_F(SignInTest, NamesTheFieldsThatAreMissing) {
  const auto refused = server_.Call("", &Stub::SignIn, v1::SignInRequest());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().violations.size(), 2U);
}

TEST_F(SignInTest, AnswersAlikeWhateverIsWrong) {
  server_.AddPerson("waiting", "Waiting");
  v1::InviteAccountRequest invite;
  invite.set_person("people/waiting");
  ASSERT_TRUE(server_.Call(server_.administrator(), &Stub::InviteAccount, invite));
  for (const std::string login : {"root@example.org", "nobody@example.org", "waiting@example.org",
                                  "no address", "root@example.org'--"}) {
    EXPECT_EQ(server_.SignInReason(login, "not the password"), "CREDENTIALS_WRONG") << login;
  }
}

TEST_F(SignInTest, MakesALoginWaitAfterFiveFailures) {
  FailTimes(5, IdentityServer::kLogin);
  v1::SignInRequest request;
  request.set_login(IdentityServer::kLogin);
  request.set_password(IdentityServer::kPassword);
  const auto refused = server_.Call("", &Stub::SignIn, request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "SIGN_IN_THROTTLED");
  EXPECT_EQ(refused.error().code, Code::kResourceExhausted);
  EXPECT_EQ(refused.error().metadata.at("seconds"), "10");
  server_.MoveTo(server_.Now() + std::chrono::seconds(10));
  FailTimes(1, IdentityServer::kLogin);
  server_.MoveTo(server_.Now() + std::chrono::seconds(19));
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, IdentityServer::kPassword),
            "SIGN_IN_THROTTLED");
  server_.MoveTo(server_.Now() + std::chrono::seconds(1));
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, IdentityServer::kPassword), "");
  FailTimes(4, IdentityServer::kLogin);  // success has forgotten the others
}

TEST_F(SignInTest, ThrottlesUnknownLoginsAlike) {
  FailTimes(5, "nobody@example.org");
  EXPECT_EQ(server_.SignInReason("nobody@example.org", "anything"), "SIGN_IN_THROTTLED");
}

TEST_F(SignInTest, MakesAnAddressWaitThatTriesManyLogins) {
  for (int i = 0; i < 30; ++i) FailTimes(1, "guess" + std::to_string(i) + "@example.org");
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, IdentityServer::kPassword),
            "SIGN_IN_THROTTLED");
  server_.MoveTo(server_.Now() + std::chrono::seconds(10));
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, IdentityServer::kPassword), "");
}

TEST_F(SignInTest, EndsWithItsTime) {
  const auto token = server_.SignIn(IdentityServer::kLogin);
  server_.MoveTo(server_.Now() + std::chrono::days(7) - std::chrono::seconds(1));
  EXPECT_EQ(ReasonOfMe(token), "");
  server_.MoveTo(server_.Now() + std::chrono::seconds(1));
  EXPECT_EQ(ReasonOfMe(token), "SIGN_IN_REQUIRED");
}

TEST_F(SignInTest, EndsWithSigningOut) {
  const auto token = server_.SignIn(IdentityServer::kLogin);
  EXPECT_EQ(ReasonOfMe(token), "");
  ASSERT_TRUE(server_.Call(token, &Stub::SignOut, v1::SignOutRequest()));
  EXPECT_EQ(ReasonOfMe(token), "SIGN_IN_REQUIRED");
  EXPECT_EQ(ReasonOfMe(server_.administrator()), "");
}

TEST_F(SignInTest, ChangesThePasswordAndEndsOtherSessions) {
  const auto mine = server_.SignIn(IdentityServer::kLogin);
  const auto other = server_.administrator();
  EXPECT_EQ(ReasonOfMe(other), "");
  EXPECT_EQ(ChangeReason(mine, IdentityServer::kPassword, "another long secret"), "");
  EXPECT_EQ(ReasonOfMe(mine), "");
  EXPECT_EQ(ReasonOfMe(other), "SIGN_IN_REQUIRED");
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, IdentityServer::kPassword),
            "CREDENTIALS_WRONG");
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, "another long secret"), "");
  EXPECT_THAT(server_.Actions(server_.first_account().name()),
              ElementsAre("activated", "role_granted", "signed_in", "signed_in", "password_changed",
                          "signed_in"));
}

TEST_F(SignInTest, RefusesToChangeThePassword) {
  const auto token = server_.administrator();
  EXPECT_EQ(ChangeReason(token, "", "another long secret"), "FIELD_INVALID");
  EXPECT_EQ(ChangeReason(token, IdentityServer::kPassword, "short"), "PASSWORD_TOO_WEAK");
  EXPECT_EQ(ChangeReason(token, IdentityServer::kPassword, "password1234"), "PASSWORD_TOO_WEAK");
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(ChangeReason(token, "not the password", "another long secret"), "CREDENTIALS_WRONG");
  }
  EXPECT_EQ(ChangeReason(token, IdentityServer::kPassword, "another long secret"),
            "SIGN_IN_THROTTLED");
}

// More new sessions at once than identity has workers: none may wait for another.
TEST_F(SignInTest, ManyNewSessionsDoNotWaitForOneAnother) {
  std::vector<std::string> tokens;
  for (int i = 0; i < 12; ++i) tokens.push_back(server_.SignIn(IdentityServer::kLogin));
  std::vector<std::string> reasons(tokens.size(), "none");
  {
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < tokens.size(); ++i) {
      threads.emplace_back([&, i] { reasons[i] = ReasonOfMe(tokens[i]); });
    }
  }
  EXPECT_THAT(reasons, ::testing::Each(IsEmpty()));
}

TEST_F(SignInTest, KeepsTheNewestHundredSessions) {
  server_.Query(
      "INSERT INTO identity.sessions SELECT 'a' || n, account, sha256(n::text::bytea), created_at, "
      "expires_at, '', '' FROM identity.sessions, generate_series(100, 220) AS n");
  server_.SignIn(IdentityServer::kLogin);
  const auto rows = server_.Query("SELECT count(*), min(id) FROM identity.sessions")[0];
  EXPECT_EQ(rows[0].as<int>(), 100);
}

}  // namespace
}  // namespace redpeak::identity
