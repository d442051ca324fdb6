#pragma once

#include <optional>
#include <string>

#include "clients/cli/connection.h"
#include "services/base/status.h"

// What `redpeak login` keeps: a session for each profile, in a file that only its owner can read.
namespace redpeak::cli {

struct Credentials {
  Endpoint endpoint;
  std::string token;
  std::string login;
};

// $XDG_CONFIG_HOME/redpeak/credentials.json, or below ~/.config.
std::string CredentialsPath();

// FAILED_PRECONDITION: CREDENTIALS_OPEN if others can read the file or it is not one's own;
// CREDENTIALS_DAMAGED if it is not what SaveCredentials wrote.
Result<std::optional<Credentials>> LoadCredentials(const std::string& path,
                                                   const std::string& profile);

// Writes the file whole or not at all, mode 0600, in a folder of mode 0700; other profiles stay,
// also when several programs save at once.
Result<void> SaveCredentials(const std::string& path, const std::string& profile,
                             const Credentials& credentials);

// Forgets the profile's token. Where its server is stays.
Result<void> ForgetToken(const std::string& path, const std::string& profile);

}  // namespace redpeak::cli
