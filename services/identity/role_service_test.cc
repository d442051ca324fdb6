#include <gmock/gmock.h>

#include <thread>

#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using testing::IdentityServer;
using ::testing::UnorderedElementsAre;
using Stub = v1::IdentityService::Stub;

class RoleTest : public ::testing::Test {
 protected:
  Result<v1::Account> Grant(const std::string& name, Role role, const std::string& scope = "") {
    v1::GrantRoleRequest request;
    request.set_name(name);
    request.mutable_grant()->set_role(role);
    request.mutable_grant()->set_scope(scope);
    return server_.Call(server_.administrator(), &Stub::GrantRole, request);
  }
  Result<v1::Account> Revoke(const std::string& token, const std::string& name, Role role,
                             const std::string& scope = "") {
    v1::RevokeRoleRequest request;
    request.set_name(name);
    request.mutable_grant()->set_role(role);
    request.mutable_grant()->set_scope(scope);
    return server_.Call(token, &Stub::RevokeRole, request);
  }
  Result<v1::GrantPersonRoleResponse> GrantPeople(const std::vector<std::string>& people,
                                                  Role role) {
    v1::GrantPersonRoleRequest request;
    for (const auto& person : people) request.add_people(person);
    request.set_role(role);
    return server_.CallAsPeer(&Stub::GrantPersonRole, request);
  }
  static std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

  IdentityServer server_;
  const std::string root_ = server_.first_account().name();
};

TEST_F(RoleTest, HoldsFromTheNextCallOn) {
  const auto account = server_.AddAccount("ann", Role::RESEARCHER);
  const auto ann = server_.SignIn("ann@example.org");
  const auto list = [&] {
    return ReasonOf(server_.Call(ann, &Stub::ListAccounts, v1::ListAccountsRequest()));
  };
  EXPECT_EQ(list(), "ROLE_MISSING");
  const auto granted = Grant(account.name(), Role::AUDITOR);
  ASSERT_TRUE(granted) << granted.error().message;
  EXPECT_EQ(granted->grants_size(), 2);
  EXPECT_EQ(list(), "");
  ASSERT_TRUE(Revoke(server_.administrator(), account.name(), Role::AUDITOR));
  EXPECT_EQ(list(), "ROLE_MISSING");
  EXPECT_THAT(server_.Actions(account.name()),
              ElementsAre("invited", "role_granted", "activated", "signed_in", "role_granted",
                          "role_revoked"));
}

TEST_F(RoleTest, GrantedTwiceChangesNothing) {
  const auto first = Grant(root_, Role::PROGRAMME_OFFICER, "calls/2022");
  const auto again = Grant(root_, Role::PROGRAMME_OFFICER, "calls/2022");
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->SerializeAsString(), again->SerializeAsString());
}

TEST_F(RoleTest, HasTheScopesThatItCanHave) {
  const auto field = [&](Role role, const std::string& scope) {
    const auto granted = Grant(root_, role, scope);
    return granted ? std::string() : granted.error().violations.at(0).field;
  };
  EXPECT_EQ(field(Role::UNIT_OFFICER, "organisations/lab"), "");
  EXPECT_EQ(field(Role::UNIT_OFFICER, "organisations/nowhere"), "grant.scope");
  EXPECT_EQ(field(Role::UNIT_OFFICER, ""), "grant.scope");
  EXPECT_EQ(field(Role::UNIT_OFFICER, "calls/2022"), "grant.scope");
  EXPECT_EQ(field(Role::APPROVER, "calls/2022"), "");
  EXPECT_EQ(field(Role::APPROVER, "organisations/lab"), "grant.scope");
  EXPECT_EQ(field(Role::RESEARCHER, "organisations/lab"), "grant.scope");
  EXPECT_EQ(field(Role::ROLE_UNSPECIFIED, ""), "grant.role");
  EXPECT_EQ(field(static_cast<Role>(77), ""), "grant.role");
}

TEST_F(RoleTest, OfNobodyIsNotFound) {
  EXPECT_EQ(ReasonOf(Grant("accounts/nobody", Role::AUDITOR)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Revoke(server_.administrator(), "accounts/nobody", Role::AUDITOR)),
            "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Revoke(server_.administrator(), root_, Role::AUDITOR)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Grant("root", Role::AUDITOR)), "FIELD_INVALID");
}

TEST_F(RoleTest, OfTheLastAdministratorStays) {
  EXPECT_EQ(ReasonOf(Revoke(server_.administrator(), root_, Role::ADMINISTRATOR)),
            "LAST_ADMINISTRATOR");
  const auto second = server_.AddAccount("second", Role::ADMINISTRATOR);
  EXPECT_EQ(ReasonOf(Revoke(server_.administrator(), root_, Role::ADMINISTRATOR)), "");
  const auto token = server_.SignIn("second@example.org");
  EXPECT_EQ(ReasonOf(Revoke(token, second.name(), Role::ADMINISTRATOR)), "LAST_ADMINISTRATOR");
}

// Two administrators who take the role from one another at once: one of them keeps it.
TEST_F(RoleTest, OfTwoAdministratorsOneStaysWhateverTheyDo) {
  const auto second = server_.AddAccount("second", Role::ADMINISTRATOR);
  for (int round = 0; round < 10; ++round) {
    const auto a = server_.SignInAs("a", Role::ADMINISTRATOR);
    const auto b = server_.SignInAs("b", Role::ADMINISTRATOR);
    {
      std::jthread one([&] { static_cast<void>(Revoke(a, root_, Role::ADMINISTRATOR)); });
      std::jthread two([&] { static_cast<void>(Revoke(b, second.name(), Role::ADMINISTRATOR)); });
    }
    ASSERT_EQ(
        server_.Query("SELECT count(*) FROM identity.grants WHERE role = 'ADMINISTRATOR'")[0][0]
            .as<int>(),
        1);
    v1::GrantRoleRequest grant;
    grant.mutable_grant()->set_role(Role::ADMINISTRATOR);
    for (const auto& name : {root_, second.name()}) {
      grant.set_name(name);
      ASSERT_TRUE(server_.Call(a, &Stub::GrantRole, grant));
    }
  }
}

TEST_F(RoleTest, IsGivenByServicesToPeopleWhoHaveAccounts) {
  const auto ann = server_.AddAccount("ann", Role::RESEARCHER);
  const auto bo = server_.AddAccount("bo", Role::EXPERT);
  server_.AddPerson("without", "Without Account");
  const auto granted =
      GrantPeople({"people/ann", "people/bo", "people/without", "people/nobody"}, Role::EXPERT);
  ASSERT_TRUE(granted) << granted.error().message;
  EXPECT_EQ(granted->granted(), 1);
  std::vector<Role> roles;
  v1::GetAccountRequest get;
  get.set_name(ann.name());
  const auto account = server_.Call(server_.administrator(), &Stub::GetAccount, get);
  for (const auto& grant : account->grants()) roles.push_back(grant.role());
  EXPECT_THAT(roles, UnorderedElementsAre(Role::RESEARCHER, Role::EXPERT));
  EXPECT_NE(account->etag(), ann.etag());
}

TEST_F(RoleTest, OfPowerIsNotGivenByServices) {
  EXPECT_EQ(GrantPeople({"people/x"}, Role::ADMINISTRATOR).error().violations.at(0).field, "role");
  EXPECT_EQ(GrantPeople({}, Role::EXPERT).error().violations.at(0).field, "people");
  EXPECT_EQ(GrantPeople({"x"}, Role::EXPERT).error().violations.at(0).field, "people");
}

}  // namespace
}  // namespace redpeak::identity
