#include <gmock/gmock.h>

#include <thread>

#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::IdentityServer;
using Stub = v1::IdentityService::Stub;

constexpr char kAnn[] = "ann@example.org";
constexpr char kSecret[] = "a quite new secret";

class LinkTest : public ::testing::Test {
 protected:
  static v1::RegisterRequest Registration(const std::string& email) {
    v1::RegisterRequest request;
    request.set_email(email);
    request.set_display_name("Ann of Nowhere");
    request.set_organisation("organisations/lab");
    return request;
  }
  std::string RegisterReason(const v1::RegisterRequest& request) {
    return ReasonOf(server_.Call("", &Stub::Register, request));
  }
  Result<v1::SignInResponse> Activate(const std::string& token,
                                      const std::string& password = kSecret) {
    v1::ActivateAccountRequest request;
    request.set_token(token);
    request.set_password(password);
    return server_.Call("", &Stub::ActivateAccount, request);
  }
  std::string AskRecoveryReason(const std::string& login) {
    v1::RequestPasswordRecoveryRequest request;
    request.set_login(login);
    return ReasonOf(server_.Call("", &Stub::RequestPasswordRecovery, request));
  }
  Result<v1::SignInResponse> Recover(const std::string& token,
                                     const std::string& password = kSecret) {
    v1::RecoverPasswordRequest request;
    request.set_token(token);
    request.set_password(password);
    return server_.Call("", &Stub::RecoverPassword, request);
  }
  void Pass(std::chrono::seconds time) { server_.MoveTo(server_.Now() + time); }
  static std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

  IdentityServer server_;
};

TEST_F(LinkTest, LetsAResearcherIn) {
  ASSERT_EQ(RegisterReason(Registration("Ann@Example.org")), "");
  const auto token = server_.MailedToken(kAnn);
  ASSERT_EQ(token.size(), 43U);
  EXPECT_EQ(server_.SignInReason(kAnn, kSecret), "CREDENTIALS_WRONG");
  const auto activated = Activate(token);
  ASSERT_TRUE(activated) << activated.error().message;
  EXPECT_EQ(activated->account().state(), v1::Account::ACTIVE);
  ASSERT_EQ(activated->account().grants_size(), 1);
  EXPECT_EQ(activated->account().grants(0).role(), Role::RESEARCHER);
  const auto me = server_.Call(activated->token(), &Stub::GetMe, v1::GetMeRequest());
  ASSERT_TRUE(me) << me.error().message;
  EXPECT_EQ(me->person().display_name(), "Ann of Nowhere");
  EXPECT_EQ(me->organisation().name(), "organisations/lab");
  EXPECT_EQ(server_.SignInReason(kAnn, kSecret), "");
  EXPECT_THAT(server_.Actions(activated->account().name()),
              ElementsAre("invited", "role_granted", "activated", "signed_in"));
}

TEST_F(LinkTest, IsUsedOnce) {
  ASSERT_EQ(RegisterReason(Registration(kAnn)), "");
  const auto token = server_.MailedToken(kAnn);
  ASSERT_TRUE(Activate(token));
  EXPECT_EQ(ReasonOf(Activate(token)), "LINK_INVALID");
  EXPECT_EQ(ReasonOf(Activate("never was")), "LINK_INVALID");
  EXPECT_EQ(ReasonOf(Recover(token)), "LINK_INVALID");
}

TEST_F(LinkTest, IsUsedOnceByManyAtOnce) {
  ASSERT_EQ(RegisterReason(Registration(kAnn)), "");
  const auto token = server_.MailedToken(kAnn);
  std::atomic<int> opened = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] { opened += Activate(token) ? 1 : 0; });
    }
  }
  EXPECT_EQ(opened, 1);
}

TEST_F(LinkTest, SurvivesAPasswordThatIsTooWeak) {
  ASSERT_EQ(RegisterReason(Registration(kAnn)), "");
  const auto token = server_.MailedToken(kAnn);
  EXPECT_EQ(ReasonOf(Activate(token, "short")), "PASSWORD_TOO_WEAK");
  EXPECT_EQ(ReasonOf(Activate("", kSecret)), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Activate(token)), "");
}

TEST_F(LinkTest, ExpiresAfterFourteenDays) {
  ASSERT_EQ(RegisterReason(Registration(kAnn)), "");
  const auto token = server_.MailedToken(kAnn);
  Pass(std::chrono::days(14));
  EXPECT_EQ(ReasonOf(Activate(token)), "LINK_INVALID");
}

TEST_F(LinkTest, IsVoidedByANewerOne) {
  ASSERT_EQ(RegisterReason(Registration(kAnn)), "");
  const auto first = server_.MailedToken(kAnn);
  Pass(std::chrono::seconds(1));
  ASSERT_EQ(RegisterReason(Registration(kAnn)), "");
  const auto second = server_.MailedToken(kAnn);
  EXPECT_NE(first, second);
  EXPECT_EQ(ReasonOf(Activate(first)), "LINK_INVALID");
  EXPECT_EQ(ReasonOf(Activate(second)), "");
  EXPECT_EQ(server_.Query("SELECT count(*) FROM identity.people")[0][0].as<int>(), 2);
}

TEST_F(LinkTest, TellsWhoRegistersAgainByMailOnly) {
  ASSERT_EQ(RegisterReason(Registration(IdentityServer::kLogin)), "");
  const auto mails = server_.Mails(IdentityServer::kLogin);
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_THAT(mails[0], HasSubstr("您已有 Redpeak 账号"));
  EXPECT_EQ(server_.MailedToken(IdentityServer::kLogin), "");
  EXPECT_EQ(server_.Query("SELECT count(*) FROM identity.people")[0][0].as<int>(), 1);
}

TEST_F(LinkTest, NamesWhatIsWrongWithARegistration) {
  auto request = Registration("no address");
  request.set_display_name(" ");
  request.set_language("fr");
  const auto refused = server_.Call("", &Stub::Register, request);
  ASSERT_FALSE(refused);
  std::vector<std::string> fields;
  for (const auto& violation : refused.error().violations) fields.push_back(violation.field);
  EXPECT_THAT(fields, ElementsAre("email", "display_name", "language"));
  request = Registration(kAnn);
  request.set_organisation("organisations/nowhere");
  EXPECT_EQ(server_.Call("", &Stub::Register, request).error().violations.at(0).field,
            "organisation");
  request.set_organisation("");
  EXPECT_EQ(RegisterReason(request), "FIELD_INVALID");
  request = Registration(kAnn);
  request.set_display_name(std::string(81, 'a'));
  EXPECT_EQ(RegisterReason(request), "FIELD_INVALID");
  EXPECT_TRUE(server_.Mails(kAnn).empty());
}

TEST_F(LinkTest, MailsNobodyTooOften) {
  for (int i = 0; i < 8; ++i) ASSERT_EQ(AskRecoveryReason(IdentityServer::kLogin), "");
  EXPECT_EQ(server_.Mails(IdentityServer::kLogin).size(), 5U);
  Pass(std::chrono::seconds(10));
  ASSERT_EQ(AskRecoveryReason(IdentityServer::kLogin), "");
  EXPECT_EQ(server_.Mails(IdentityServer::kLogin).size(), 6U);
}

TEST_F(LinkTest, RecoversThePasswordAndEndsAllSessions) {
  ASSERT_EQ(AskRecoveryReason(" ROOT@example.org"), "");
  const auto recovered = Recover(server_.MailedToken(IdentityServer::kLogin));
  ASSERT_TRUE(recovered) << recovered.error().message;
  EXPECT_FALSE(server_.Call(server_.administrator(), &Stub::GetMe, v1::GetMeRequest()));
  EXPECT_TRUE(server_.Call(recovered->token(), &Stub::GetMe, v1::GetMeRequest()));
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, IdentityServer::kPassword),
            "CREDENTIALS_WRONG");
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, kSecret), "");
}

TEST_F(LinkTest, RecoveryEndsThrottling) {
  ASSERT_EQ(AskRecoveryReason(IdentityServer::kLogin), "");
  for (int i = 0; i < 5; ++i) server_.SignInReason(IdentityServer::kLogin, "guess");
  ASSERT_TRUE(Recover(server_.MailedToken(IdentityServer::kLogin)));
  EXPECT_EQ(server_.SignInReason(IdentityServer::kLogin, kSecret), "");
}

TEST_F(LinkTest, OfRecoveryExpiresAfterTwoHoursAndIsVoidedByANewerOne) {
  ASSERT_EQ(AskRecoveryReason(IdentityServer::kLogin), "");
  const auto first = server_.MailedToken(IdentityServer::kLogin);
  Pass(std::chrono::seconds(1));
  ASSERT_EQ(AskRecoveryReason(IdentityServer::kLogin), "");
  const auto second = server_.MailedToken(IdentityServer::kLogin);
  EXPECT_EQ(ReasonOf(Recover(first)), "LINK_INVALID");
  EXPECT_EQ(ReasonOf(Activate(second)), "LINK_INVALID");
  Pass(std::chrono::hours(2));
  EXPECT_EQ(ReasonOf(Recover(second)), "LINK_INVALID");
}

TEST_F(LinkTest, OfRecoveryIsVoidedByAChangeOfThePassword) {
  ASSERT_EQ(AskRecoveryReason(IdentityServer::kLogin), "");
  v1::ChangePasswordRequest change;
  change.set_old_password(IdentityServer::kPassword);
  change.set_new_password(kSecret);
  ASSERT_TRUE(server_.Call(server_.administrator(), &Stub::ChangePassword, change));
  EXPECT_EQ(ReasonOf(Recover(server_.MailedToken(IdentityServer::kLogin))), "LINK_INVALID");
}

TEST_F(LinkTest, RecoveryAnswersAlikeForUnknownAddresses) {
  EXPECT_EQ(AskRecoveryReason("nobody@example.org"), "");
  EXPECT_TRUE(server_.Mails("nobody@example.org").empty());
  EXPECT_EQ(AskRecoveryReason("no address"), "FIELD_INVALID");
}

TEST_F(LinkTest, RecoveryOfAnAccountThatWaitsMailsItsFirstLinkAgain) {
  ASSERT_EQ(RegisterReason(Registration(kAnn)), "");
  Pass(std::chrono::seconds(1));
  ASSERT_EQ(AskRecoveryReason(kAnn), "");
  EXPECT_EQ(ReasonOf(Activate(server_.MailedToken(kAnn))), "");
}

}  // namespace
}  // namespace redpeak::identity
