#include "services/notifications/facts.h"

namespace redpeak::notifications {
namespace {

using submissions::v1::Submission;

// The value that `ask` gave for this name, asked now if it was not before.
template <typename T, typename Ask>
Result<const T*> Remembered(std::map<std::string, std::optional<T>>& known, const std::string& name,
                            const Ask& ask) {
  auto place = known.find(name);
  if (place == known.end()) {
    REDPEAK_ASSIGN_OR_RETURN(auto found, ask(name));
    place = known.emplace(name, std::move(found)).first;
  }
  return place->second ? &*place->second : nullptr;
}

}  // namespace

Result<const Submission*> Facts::FindSubmission(const std::string& name) {
  return Remembered(submissions_, name, [this](const std::string& asked) {
    return notifications::FindSubmission(peers_, asked);
  });
}

Result<const calls::v1::Call*> Facts::FindCall(const std::string& name) {
  return Remembered(calls_, name, [this](const std::string& asked) {
    return notifications::FindCall(peers_, asked);
  });
}

Result<const review::v1::Progress*> Facts::FindProgress(const std::string& call) {
  return Remembered(progress_, call, [this](const std::string& asked) {
    return notifications::FindProgress(peers_, asked);
  });
}

Result<std::vector<std::string>> Facts::Holders(options::v1::Role role, const std::string& scope) {
  const auto key = options::v1::Role_Name(role) + " " + scope;
  const auto known = holders_.find(key);
  if (known != holders_.end()) return known->second;
  REDPEAK_ASSIGN_OR_RETURN(auto people, ListHolders(peers_, role, scope));
  return holders_[key] = std::move(people);
}

Result<std::string> Facts::PersonOf(const std::string& account) {
  if (!account.starts_with("accounts/")) return std::string();
  const auto known = people_of_accounts_.find(account);
  if (known != people_of_accounts_.end()) return known->second;
  REDPEAK_ASSIGN_OR_RETURN(const auto found, GetPeople(peers_, {}, {account}));
  const auto person = found.people_of_accounts().find(account);
  const bool exists = person != found.people_of_accounts().end();
  return people_of_accounts_[account] = exists ? person->second : std::string();
}

Result<std::string> Facts::DisplayName(const std::string& person) {
  REDPEAK_ASSIGN_OR_RETURN(const auto found, GetPeople(peers_, {person}));
  for (const auto& one : found.people()) {
    if (one.name() == person) return one.display_name();
  }
  return std::string();
}

Result<std::vector<Submission>> Facts::ListUnsent(const std::string& call) {
  REDPEAK_ASSIGN_OR_RETURN(auto unsent, ListSubmissions(peers_, call, Submission::DRAFT));
  REDPEAK_ASSIGN_OR_RETURN(auto returned, ListSubmissions(peers_, call, Submission::RETURNED));
  std::ranges::move(returned, std::back_inserter(unsent));
  for (const auto& submission : unsent) submissions_[submission.name()] = submission;
  return unsent;
}

}  // namespace redpeak::notifications
