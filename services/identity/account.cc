#include "services/identity/account.h"

#include <algorithm>
#include <array>

#include "services/base/errors.h"
#include "services/base/text.h"

namespace redpeak::identity {
namespace {

using v1::Account;

struct Transition {
  Account::State from;
  AccountAction action;
  Account::State to;
};

// Enabling leads to ACTIVE only where there is a password.
constexpr std::array<Transition, 6> kTransitions = {{
    {Account::INVITED, AccountAction::kActivate, Account::ACTIVE},
    {Account::INVITED, AccountAction::kResendInvitation, Account::INVITED},
    {Account::INVITED, AccountAction::kDisable, Account::DISABLED},
    {Account::ACTIVE, AccountAction::kRecover, Account::ACTIVE},
    {Account::ACTIVE, AccountAction::kDisable, Account::DISABLED},
    {Account::DISABLED, AccountAction::kEnable, Account::ACTIVE},
}};

const char* NameOf(AccountAction action) {
  switch (action) {
    case AccountAction::kActivate:
      return "be activated";
    case AccountAction::kResendInvitation:
      return "be invited again";
    case AccountAction::kRecover:
      return "get a new password";
    case AccountAction::kDisable:
      return "be disabled";
    case AccountAction::kEnable:
      return "be enabled";
  }
  return "";
}

}  // namespace

Result<Account::State> Next(const Account& account, AccountAction action, bool has_password) {
  const auto* found = std::ranges::find_if(kTransitions, [&](const Transition& transition) {
    return transition.from == account.state() && transition.action == action;
  });
  if (found == kTransitions.end()) {
    return StateWrong(account.name(), Account::State_Name(account.state()), NameOf(action));
  }
  if (action == AccountAction::kEnable && !has_password) return Account::INVITED;
  return found->to;
}

std::string NormaliseLogin(std::string_view typed) {
  auto login = Trim(typed);
  std::ranges::transform(login, login.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return login;
}

}  // namespace redpeak::identity
