#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redpeak/options/v1/options.pb.h"

namespace redpeak {

using options::v1::Role;

struct Grant {
  Role role;
  std::string scope;  // organisations/{…}, calls/{…}, or empty: everywhere
};

// Who calls: a person with an account, another service, or (all empty) nobody in particular.
struct Caller {
  std::string account{};       // accounts/{account}
  std::string person{};        // people/{person}
  std::string organisation{};  // the person's
  std::string display_name{};
  std::string session{};       // the session's id
  std::string service{};       // set for another service
  std::string peer_address{};  // ip:port as gRPC names it
  std::vector<Grant> grants{};

  bool signed_in() const { return !account.empty(); }
  bool is_service() const { return !service.empty(); }

  // Whether the role was granted in any scope.
  bool Has(Role role) const;
  // Whether it was granted everywhere, or for this scope.
  bool Has(Role role, std::string_view scope) const;
  // Whether it was granted everywhere.
  bool HasEverywhere(Role role) const { return Has(role, ""); }
  // The scopes of a role, without "everywhere".
  std::vector<std::string> Scopes(Role role) const;
  // Programme officer, approver or auditor of this call.
  bool IsStaffOf(std::string_view call) const;

  // For the record: the account, services/{service}, or empty.
  std::string Actor() const;
};

}  // namespace redpeak
