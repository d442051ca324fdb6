#include <gmock/gmock.h>

#include "services/identity/bootstrap_handlers.h"
#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using testing::IdentityServer;

class BootstrapTest : public ::testing::Test {
 protected:
  Result<v1::Account> Create(const FirstAdministrator& administrator) {
    Pool pool(server_.database() + " user=redpeak_identity options='-c search_path=identity'", 1);
    IdSource ids;
    return CreateFirstAdministrator(pool, administrator, server_.Now(), ids);
  }
  // What is left after the loss of the only administrator.
  void LoseAdministrator() { server_.Query("UPDATE identity.accounts SET state = 'DISABLED'"); }
  static std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

  IdentityServer server_;
};

TEST_F(BootstrapTest, MakesAnAdministratorWhoCanSignIn) {
  EXPECT_EQ(server_.first_account().state(), v1::Account::ACTIVE);
  EXPECT_EQ(server_.first_account().grants(0).role(), Role::ADMINISTRATOR);
  EXPECT_THAT(server_.Actions(server_.first_account().name()),
              ElementsAre("activated", "role_granted", "signed_in"));
  EXPECT_EQ(server_.Query("SELECT actor FROM base.events ORDER BY id LIMIT 1")[0][0].c_str(),
            std::string("services/redpeakd"));
}

TEST_F(BootstrapTest, RefusesASecondOne) {
  EXPECT_EQ(ReasonOf(Create({"second@example.org", "Second", IdentityServer::kPassword})),
            "ALREADY_EXISTS");
  LoseAdministrator();
  EXPECT_EQ(ReasonOf(Create({IdentityServer::kLogin, "Second", IdentityServer::kPassword})),
            "ALREADY_EXISTS");
  EXPECT_EQ(ReasonOf(Create({"second@example.org", "Second", IdentityServer::kPassword})), "");
}

TEST_F(BootstrapTest, RefusesWhatIsNoLoginNameOrPassword) {
  LoseAdministrator();
  const auto refused = Create({"root", "", IdentityServer::kPassword});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().violations.size(), 2U);
  EXPECT_EQ(ReasonOf(Create({"root@example.org", "Root", "short"})), "PASSWORD_TOO_WEAK");
}

}  // namespace
}  // namespace redpeak::identity
