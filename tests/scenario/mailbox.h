#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace redpeak::scenario {

// The mail that a server writes into a folder, as those to whom it is sent read it.
class Mailbox {
 public:
  explicit Mailbox(std::filesystem::path directory) : directory_(std::move(directory)) {}

  // The token of the newest invitation to an address, other than `known`, as soon as it arrives.
  // Throws PlayStopped where none comes within two minutes.
  std::string WaitForToken(const std::string& address, const std::string& known = "");

 private:
  struct Letter {
    std::string token;
    long long sent = 0;  // seconds since 1970, by the server's clock
  };

  std::string Token(const std::string& address);
  void ReadNew();
  void Read(const std::filesystem::path& file);

  const std::filesystem::path directory_;
  std::mutex mutex_;
  std::set<std::string> seen_;
  std::map<std::string, Letter> letters_;  // by address
};

}  // namespace redpeak::scenario
