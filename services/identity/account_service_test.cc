#include <gmock/gmock.h>

#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::IdentityServer;
using Stub = v1::IdentityService::Stub;

class AccountTest : public ::testing::Test {
 protected:
  Result<v1::Account> Invite(const std::string& person, const std::string& login = "",
                             const std::string& language = "") {
    v1::InviteAccountRequest request;
    request.set_person(person);
    request.set_login(login);
    request.set_language(language);
    return server_.Call(server_.administrator(), &Stub::InviteAccount, request);
  }
  Result<v1::Account> Resend(const std::string& name) {
    v1::ResendInvitationRequest request;
    request.set_name(name);
    return server_.Call(server_.administrator(), &Stub::ResendInvitation, request);
  }
  Result<v1::Account> Disable(const std::string& name, const std::string& etag = "") {
    v1::DisableAccountRequest request;
    request.set_name(name);
    request.set_reason("left");
    request.set_etag(etag);
    return server_.Call(server_.administrator(), &Stub::DisableAccount, request);
  }
  Result<v1::Account> Enable(const std::string& name, const std::string& etag = "") {
    v1::EnableAccountRequest request;
    request.set_name(name);
    request.set_etag(etag);
    return server_.Call(server_.administrator(), &Stub::EnableAccount, request);
  }
  Result<v1::Account> Get(const std::string& name) {
    v1::GetAccountRequest request;
    request.set_name(name);
    return server_.Call(server_.administrator(), &Stub::GetAccount, request);
  }
  std::vector<std::string> List(v1::ListAccountsRequest request) {
    std::vector<std::string> names;
    do {
      const auto page = server_.Call(server_.administrator(), &Stub::ListAccounts, request);
      EXPECT_TRUE(page) << page.error().message;
      if (!page) break;
      for (const auto& account : page->accounts()) names.push_back(account.display_name());
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return names;
  }
  static std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

  IdentityServer server_;
};

TEST_F(AccountTest, IsInvitedByMailInItsLanguage) {
  server_.AddPerson("ann", "Ann");
  const auto account = Invite("people/ann", "", "en");
  ASSERT_TRUE(account) << account.error().message;
  EXPECT_EQ(account->state(), v1::Account::INVITED);
  EXPECT_EQ(account->login(), "ann@example.org");
  EXPECT_EQ(account->display_name(), "Ann");
  const auto mails = server_.Mails("ann@example.org");
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_THAT(mails[0], HasSubstr("Activate your Redpeak account"));
  EXPECT_THAT(mails[0], HasSubstr("http://127.0.0.1:8080/activate?token=" +
                                  server_.MailedToken("ann@example.org")));
  server_.AddPerson("bo", "Bo");
  ASSERT_TRUE(Invite("people/bo", "Bo.Smith@Example.org"));
  EXPECT_THAT(server_.Mails("bo.smith@example.org").at(0), HasSubstr("启用您的 Redpeak 账号"));
  EXPECT_THAT(server_.Actions(account->name()), ElementsAre("invited"));
}

TEST_F(AccountTest, IsNotInvitedTwiceNorForNobody) {
  server_.AddPerson("ann", "Ann");
  server_.AddPerson("bo", "Bo");
  ASSERT_TRUE(Invite("people/ann"));
  EXPECT_EQ(ReasonOf(Invite("people/ann", "second@example.org")), "ALREADY_EXISTS");
  EXPECT_EQ(ReasonOf(Invite("people/bo", "ANN@example.org")), "ALREADY_EXISTS");
  EXPECT_EQ(ReasonOf(Invite("people/nobody")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Invite("bo")), "FIELD_INVALID");
  EXPECT_EQ(Invite("people/bo", "no address").error().violations.at(0).field, "login");
  EXPECT_EQ(Invite("people/bo", "", "fr").error().violations.at(0).field, "language");
}

TEST_F(AccountTest, NeedsAnAddress) {
  v1::CreatePersonRequest request;
  request.set_person_id("mute");
  request.mutable_person()->set_display_name("Mute");
  request.mutable_person()->set_organisation("organisations/lab");
  ASSERT_TRUE(server_.Call(server_.administrator(), &Stub::CreatePerson, request));
  EXPECT_EQ(Invite("people/mute").error().violations.at(0).rule, "REQUIRED");
}

TEST_F(AccountTest, RepeatsAnInvitationByItsRequestId) {
  server_.AddPerson("ann", "Ann");
  v1::InviteAccountRequest request;
  request.set_person("people/ann");
  request.set_request_id("5f2b3c3e-0f43-4b0e-9b0a-6b1f6d1c2a11");
  const auto first = server_.Call(server_.administrator(), &Stub::InviteAccount, request);
  const auto again = server_.Call(server_.administrator(), &Stub::InviteAccount, request);
  ASSERT_TRUE(first && again) << again.error().message;
  EXPECT_EQ(first->SerializeAsString(), again->SerializeAsString());
  EXPECT_EQ(server_.Mails("ann@example.org").size(), 1U);
  request.set_language("en");
  EXPECT_EQ(ReasonOf(server_.Call(server_.administrator(), &Stub::InviteAccount, request)),
            "REQUEST_ID_REUSED");
}

TEST_F(AccountTest, IsInvitedAgainWhileItWaits) {
  server_.AddPerson("ann", "Ann");
  const auto account = Invite("people/ann");
  const auto first = server_.MailedToken("ann@example.org");
  server_.MoveTo(server_.Now() + std::chrono::seconds(1));
  ASSERT_TRUE(Resend(account->name()));
  EXPECT_NE(server_.MailedToken("ann@example.org"), first);
  EXPECT_EQ(ReasonOf(Resend(server_.first_account().name())), "STATE_WRONG");
  EXPECT_EQ(ReasonOf(Resend("accounts/nobody")), "NOT_FOUND");
}

TEST_F(AccountTest, ThatIsDisabledIsSignedOutAndStaysOut) {
  const auto account = server_.AddAccount("ann", Role::RESEARCHER);
  const auto token = server_.SignIn("ann@example.org");
  ASSERT_TRUE(server_.Call(token, &Stub::GetMe, v1::GetMeRequest()));
  const auto disabled = Disable(account.name(), account.etag());
  ASSERT_TRUE(disabled) << disabled.error().message;
  EXPECT_EQ(disabled->state(), v1::Account::DISABLED);
  EXPECT_FALSE(server_.Call(token, &Stub::GetMe, v1::GetMeRequest()));
  EXPECT_EQ(server_.SignInReason("ann@example.org", IdentityServer::kPassword),
            "CREDENTIALS_WRONG");
  EXPECT_EQ(ReasonOf(Disable(account.name())), "STATE_WRONG");
  EXPECT_EQ(ReasonOf(Enable(account.name(), account.etag())), "ETAG_MISMATCH");
  const auto enabled = Enable(account.name(), disabled->etag());
  ASSERT_TRUE(enabled) << enabled.error().message;
  EXPECT_EQ(enabled->state(), v1::Account::ACTIVE);
  EXPECT_FALSE(server_.Call(token, &Stub::GetMe, v1::GetMeRequest()));
  EXPECT_EQ(server_.SignInReason("ann@example.org", IdentityServer::kPassword), "");
  EXPECT_EQ(ReasonOf(Enable(account.name())), "STATE_WRONG");
  EXPECT_EQ(ReasonOf(Disable(account.name(), "999")), "ETAG_MISMATCH");
  EXPECT_EQ(ReasonOf(Disable("accounts/nobody")), "NOT_FOUND");
}

TEST_F(AccountTest, ThatWaitedWaitsAgainOnceEnabledWithoutItsOldLink) {
  server_.AddPerson("ann", "Ann");
  const auto account = Invite("people/ann");
  const auto token = server_.MailedToken("ann@example.org");
  ASSERT_TRUE(Disable(account->name()));
  const auto enabled = Enable(account->name());
  ASSERT_TRUE(enabled);
  EXPECT_EQ(enabled->state(), v1::Account::INVITED);
  v1::ActivateAccountRequest request;
  request.set_token(token);
  request.set_password(IdentityServer::kPassword);
  EXPECT_EQ(ReasonOf(server_.Call("", &Stub::ActivateAccount, request)), "LINK_INVALID");
}

TEST_F(AccountTest, OfTheLastAdministratorCannotBeDisabled) {
  EXPECT_EQ(ReasonOf(Disable(server_.first_account().name())), "LAST_ADMINISTRATOR");
  const auto second = server_.AddAccount("second", Role::ADMINISTRATOR);
  ASSERT_TRUE(Disable(second.name()));
  EXPECT_EQ(ReasonOf(Disable(server_.first_account().name())), "LAST_ADMINISTRATOR");
  ASSERT_TRUE(Enable(second.name()));
  EXPECT_EQ(ReasonOf(Disable(server_.first_account().name())), "");
}

TEST_F(AccountTest, IsReadByItsName) {
  EXPECT_EQ(Get(server_.first_account().name())->login(), IdentityServer::kLogin);
  EXPECT_EQ(ReasonOf(Get("accounts/nobody")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Get("root")), "FIELD_INVALID");
}

TEST_F(AccountTest, AreListedByNameInPages) {
  for (const char* id : {"dora", "ann", "carl", "bo"}) {
    server_.AddPerson(id, std::string("Z") + id);
    ASSERT_TRUE(Invite(std::string("people/") + id));
  }
  v1::ListAccountsRequest request;
  request.set_page_size(2);
  EXPECT_THAT(List(request), ElementsAre("Root", "Zann", "Zbo", "Zcarl", "Zdora"));
  request.set_query("BO@EXAMPLE");
  EXPECT_THAT(List(request), ElementsAre("Zbo"));
  request.set_query("zD");
  EXPECT_THAT(List(request), ElementsAre("Zdora"));
  request.set_query("%");
  EXPECT_THAT(List(request), ElementsAre());
  request.clear_query();
  request.set_state(v1::Account::ACTIVE);
  EXPECT_THAT(List(request), ElementsAre("Root"));
  request.set_state(v1::Account::DISABLED);
  EXPECT_THAT(List(request), ElementsAre());
  request.clear_state();
  request.set_role(Role::ADMINISTRATOR);
  EXPECT_THAT(List(request), ElementsAre("Root"));
}

TEST_F(AccountTest, ListRefusesWhatIsNoPageNorFilter) {
  const auto reason = [&](const v1::ListAccountsRequest& request) {
    return ReasonOf(server_.Call(server_.administrator(), &Stub::ListAccounts, request));
  };
  v1::ListAccountsRequest request;
  request.set_page_size(-1);
  EXPECT_EQ(reason(request), "FIELD_INVALID");
  request.set_page_size(1001);
  EXPECT_EQ(reason(request), "FIELD_INVALID");
  request.set_page_size(10);
  request.set_page_token("forged");
  EXPECT_EQ(reason(request), "PAGE_TOKEN_INVALID");
  request.clear_page_token();
  request.set_role(static_cast<Role>(99));
  EXPECT_EQ(reason(request), "FIELD_INVALID");
}

}  // namespace
}  // namespace redpeak::identity
