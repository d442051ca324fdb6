#include "services/identity/role.h"

#include <gtest/gtest.h>

namespace redpeak::identity {
namespace {

using options::v1::Role;

v1::RoleGrant Grant(Role role, const std::string& scope) {
  v1::RoleGrant grant;
  grant.set_role(role);
  grant.set_scope(scope);
  return grant;
}

// The field that is wrong, or empty.
std::string Wrong(Role role, const std::string& scope) {
  Violations violations;
  if (CheckGrant(violations, "grant", Grant(role, scope))) return {};
  return violations.Check().error().violations.at(0).field;
}

TEST(Role, HasScopesOfItsOwn) {
  const std::string everywhere, unit = "organisations/lab", call = "calls/2022";
  for (const auto role : {Role::RESEARCHER, Role::EXPERT, Role::ADMINISTRATOR}) {
    EXPECT_EQ(Wrong(role, everywhere), "");
    EXPECT_EQ(Wrong(role, unit), "grant.scope");
    EXPECT_EQ(Wrong(role, call), "grant.scope");
  }
  for (const auto role : {Role::PROGRAMME_OFFICER, Role::APPROVER, Role::AUDITOR}) {
    EXPECT_EQ(Wrong(role, everywhere), "");
    EXPECT_EQ(Wrong(role, unit), "grant.scope");
    EXPECT_EQ(Wrong(role, call), "");
    EXPECT_EQ(Wrong(role, "calls/a/b"), "grant.scope");
    EXPECT_EQ(Wrong(role, "calls/"), "grant.scope");
  }
  EXPECT_EQ(Wrong(Role::UNIT_OFFICER, everywhere), "grant.scope");
  EXPECT_EQ(Wrong(Role::UNIT_OFFICER, unit), "");
  EXPECT_EQ(Wrong(Role::UNIT_OFFICER, call), "grant.scope");
  EXPECT_EQ(Wrong(Role::ROLE_UNSPECIFIED, everywhere), "grant.role");
}

TEST(Role, OfPowerIsNotForServicesToGive) {
  EXPECT_TRUE(ServicesMayGrant(Role::EXPERT));
  EXPECT_TRUE(ServicesMayGrant(Role::RESEARCHER));
  for (const auto role : {Role::UNIT_OFFICER, Role::PROGRAMME_OFFICER, Role::APPROVER,
                          Role::AUDITOR, Role::ADMINISTRATOR, Role::ROLE_UNSPECIFIED}) {
    EXPECT_FALSE(ServicesMayGrant(role));
  }
}

TEST(Role, IsOneTextInTheDatabase) {
  for (const auto& grant :
       {Grant(Role::UNIT_OFFICER, "organisations/lab"), Grant(Role::EXPERT, "")}) {
    EXPECT_EQ(GrantOf(GrantText(grant)).SerializeAsString(), grant.SerializeAsString());
  }
}

}  // namespace
}  // namespace redpeak::identity
