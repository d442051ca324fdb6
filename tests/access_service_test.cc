// Walks every RPC as every role. What the proto declares is what happens, and nothing is
// undeclared.
#include <gmock/gmock.h>

#include "services/base/access.h"
#include "tests/generic_call.h"
#include "tests/server.h"

namespace redpeak {
namespace {

using google::protobuf::MethodDescriptor;
using testing::AllMethods;
using testing::CallBytes;
using testing::TestServer;

const std::vector<Role> kRoles = {Role::RESEARCHER,        Role::UNIT_OFFICER, Role::EXPERT,
                                  Role::PROGRAMME_OFFICER, Role::APPROVER,     Role::AUDITOR,
                                  Role::ADMINISTRATOR};

bool MayCall(const options::v1::Access& access, Role role) {
  if (access.anyone() || access.signed_in()) return true;
  return std::ranges::find(access.roles(), static_cast<int>(role)) != access.roles().end();
}

// The reason for which a call with an empty request is turned away at the door, or empty.
std::string DoorReason(TestServer& server, const MethodDescriptor& method,
                       const std::string& token) {
  const auto answer = CallBytes(*server.channel(), method, token, "");
  if (answer) return {};
  EXPECT_NE(answer.error().code, Code::kInternal) << method.full_name() << answer.error().message;
  EXPECT_NE(answer.error().code, Code::kUnimplemented) << method.full_name();
  const auto& reason = answer.error().reason;
  return reason == "ROLE_MISSING" || reason == "SIGN_IN_REQUIRED" ? reason : std::string();
}

TEST(Access, IsDeclaredByEveryMethod) {
  ASSERT_GT(AllMethods().size(), 3U);
  for (const auto* method : AllMethods()) {
    const auto& access = AccessOf(*method);
    const int rules = (access.anyone() ? 1 : 0) + (access.signed_in() ? 1 : 0) +
                      (access.roles_size() > 0 ? 1 : 0);
    EXPECT_TRUE(rules == 1 || (rules == 0 && access.services())) << method->full_name();
  }
}

TEST(Access, HoldsForEveryMethodAndRole) {
  TestServer server;
  for (const auto role : kRoles) {
    for (const auto* method : AllMethods()) {
      // A new session for each, since one of the methods ends it.
      const auto token = server.SignInAs("walker", role);
      const auto reason = DoorReason(server, *method, token);
      const auto wanted = MayCall(AccessOf(*method), role) ? "" : "ROLE_MISSING";
      EXPECT_EQ(reason, wanted) << method->full_name() << " as " << options::v1::Role_Name(role);
    }
  }
}

TEST(Access, WithoutAnAccountIsOnlyWhatAnyoneMayCall) {
  TestServer server;
  for (const auto* method : AllMethods()) {
    const auto wanted = AccessOf(*method).anyone() ? "" : "SIGN_IN_REQUIRED";
    EXPECT_EQ(DoorReason(server, *method, ""), wanted) << method->full_name();
    EXPECT_EQ(DoorReason(server, *method, "no-such-token"), wanted) << method->full_name();
  }
}

TEST(Access, KeepsInternalMethodsFromPeopleOfAllRoles) {
  TestServer server;
  Caller everything;
  everything.account = "accounts/walker";
  everything.person = "people/walker";
  for (const auto role : kRoles) everything.grants.push_back({role, ""});
  const auto token = server.SignInAs(everything);
  for (const auto* method : AllMethods()) {
    const auto& access = AccessOf(*method);
    if (access.anyone() || access.signed_in() || access.roles_size() > 0) continue;
    EXPECT_EQ(DoorReason(server, *method, token), "ROLE_MISSING") << method->full_name();
  }
}

}  // namespace
}  // namespace redpeak
