#include "services/identity/person.h"

#include <gtest/gtest.h>

namespace redpeak::identity {
namespace {

using options::v1::Role;

v1::Person Person() {
  v1::Person person;
  person.set_name("people/ann");
  person.set_organisation("organisations/lab");
  return person;
}

Caller With(Role role, const std::string& scope) {
  Caller caller;
  caller.account = "accounts/x";
  caller.person = "people/x";
  caller.grants = {{role, scope}};
  return caller;
}

TEST(Person, IsSomethingToFewOnly) {
  Caller self;
  self.account = "accounts/ann";
  self.person = "people/ann";
  EXPECT_TRUE(AudienceOf(self, Person()).Contains(Audience::SELF));
  EXPECT_TRUE(
      AudienceOf(With(Role::UNIT_OFFICER, "organisations/lab"), Person()).Contains(Audience::UNIT));
  for (const auto role : {Role::PROGRAMME_OFFICER, Role::APPROVER, Role::AUDITOR}) {
    EXPECT_TRUE(AudienceOf(With(role, "calls/2022"), Person()).Contains(Audience::STAFF));
    EXPECT_TRUE(SeesEverybody(With(role, "calls/2022")));
  }
  EXPECT_TRUE(AudienceOf(With(Role::ADMINISTRATOR, ""), Person()).Contains(Audience::ADMIN));
  Caller service;
  service.service = "review";
  EXPECT_TRUE(AudienceOf(service, Person()).Contains(Audience::PEER));
}

TEST(Person, IsNothingToOthers) {
  EXPECT_TRUE(AudienceOf(With(Role::UNIT_OFFICER, "organisations/other"), Person()).empty());
  EXPECT_TRUE(AudienceOf(With(Role::RESEARCHER, ""), Person()).empty());
  EXPECT_TRUE(AudienceOf(With(Role::EXPERT, ""), Person()).empty());
  EXPECT_TRUE(AudienceOf(Caller(), Person()).empty());
  EXPECT_TRUE(AudienceOf(Caller(), v1::Person()).empty());
  EXPECT_FALSE(SeesEverybody(With(Role::UNIT_OFFICER, "organisations/lab")));
  v1::Person homeless;
  homeless.set_name("people/h");
  EXPECT_TRUE(AudienceOf(With(Role::UNIT_OFFICER, "organisations/lab"), homeless).empty());
}

TEST(Person, IsTakenWithoutWhiteSpaceAround) {
  v1::Person person;
  person.set_display_name("\u3000石新兰 ");
  person.set_email(" a@b ");
  Tidy(person);
  EXPECT_EQ(person.display_name(), "石新兰");
  EXPECT_EQ(person.email(), "a@b");
}

TEST(Person, ShowsTheEndOfTheIdentityNumber) {
  EXPECT_EQ(Masked("11010519491231002X"), "**************002X");
  EXPECT_EQ(Masked(""), "");
}

}  // namespace
}  // namespace redpeak::identity
