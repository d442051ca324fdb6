#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "services/notifications/notifications_peers.h"

namespace redpeak::notifications {

// What the peers know of the things that a batch of news is about, each asked for once. It is made
// for a batch and forgotten after it.
class Facts {
 public:
  explicit Facts(Peers& peers) : peers_(peers) {}

  // Null if there is none.
  Result<const submissions::v1::Submission*> FindSubmission(const std::string& name);
  Result<const calls::v1::Call*> FindCall(const std::string& name);
  Result<const review::v1::Progress*> FindProgress(const std::string& call);

  Result<std::vector<std::string>> Holders(options::v1::Role role, const std::string& scope);
  // people/{person} of accounts/{account}; empty for a service and for what is gone.
  Result<std::string> PersonOf(const std::string& account);
  // Empty if there is none.
  Result<std::string> DisplayName(const std::string& person);
  // Of a call, drafts and those to be corrected.
  Result<std::vector<submissions::v1::Submission>> ListUnsent(const std::string& call);

 private:
  Peers& peers_;
  std::map<std::string, std::optional<submissions::v1::Submission>> submissions_;
  std::map<std::string, std::optional<calls::v1::Call>> calls_;
  std::map<std::string, std::optional<review::v1::Progress>> progress_;
  std::map<std::string, std::vector<std::string>> holders_;
  std::map<std::string, std::string> people_of_accounts_;
};

}  // namespace redpeak::notifications
