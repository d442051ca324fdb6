#include "services/identity/account.h"

#include <gtest/gtest.h>

#include <map>

namespace redpeak::identity {
namespace {

using v1::Account;

const std::map<std::pair<Account::State, AccountAction>, Account::State> kAllowed = {
    {{Account::INVITED, AccountAction::kActivate}, Account::ACTIVE},
    {{Account::INVITED, AccountAction::kResendInvitation}, Account::INVITED},
    {{Account::INVITED, AccountAction::kDisable}, Account::DISABLED},
    {{Account::ACTIVE, AccountAction::kRecover}, Account::ACTIVE},
    {{Account::ACTIVE, AccountAction::kDisable}, Account::DISABLED},
    {{Account::DISABLED, AccountAction::kEnable}, Account::ACTIVE},
};

TEST(Account, TakesEveryActionInItsStatesOnly) {
  for (const auto state : {Account::INVITED, Account::ACTIVE, Account::DISABLED}) {
    for (const auto action :
         {AccountAction::kActivate, AccountAction::kResendInvitation, AccountAction::kRecover,
          AccountAction::kDisable, AccountAction::kEnable}) {
      Account account;
      account.set_name("accounts/a");
      account.set_state(state);
      const auto next = Next(account, action, /*has_password=*/true);
      const auto allowed = kAllowed.find({state, action});
      ASSERT_EQ(next.has_value(), allowed != kAllowed.end()) << state;
      if (next) {
        EXPECT_EQ(*next, allowed->second);
      } else {
        EXPECT_EQ(next.error().reason, "STATE_WRONG");
        EXPECT_EQ(next.error().metadata.at("name"), "accounts/a");
      }
    }
  }
}

TEST(Account, WaitsForItsLinkAgainWhereItNeverHadAPassword) {
  Account account;
  account.set_state(Account::DISABLED);
  EXPECT_EQ(Next(account, AccountAction::kEnable, false), Account::INVITED);
}

TEST(Account, HasOneLoginHoweverItIsTyped) {
  EXPECT_EQ(NormaliseLogin("\u3000Ann@Example.ORG\n"), "ann@example.org");
  EXPECT_EQ(NormaliseLogin("  "), "");
}

}  // namespace
}  // namespace redpeak::identity
