#include "clients/cli/credentials.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "clients/cli/errors.h"
#include "clients/cli/files.h"

namespace redpeak::cli {
namespace {

using nlohmann::json;

constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
constexpr int kOwnerOnly = S_IRUSR | S_IWUSR;

// All profiles; an empty object where there is no file yet.
Result<json> ReadProfiles(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) != 0) return json::object();
  if ((about.st_mode & kOthers) != 0 || about.st_uid != geteuid()) return CredentialsOpen(path);
  REDPEAK_ASSIGN_OR_RETURN(const auto text, ReadFile(path));
  auto profiles = json::parse(text, nullptr, false);
  if (!profiles.is_object()) return CredentialsDamaged(path);
  return profiles;
}

json ToJson(const Credentials& credentials) {
  return {{"server", credentials.endpoint.server},
          {"ca", credentials.endpoint.ca},
          {"plaintext", credentials.endpoint.plaintext},
          {"token", credentials.token},
          {"login", credentials.login}};
}

Credentials FromJson(const json& profile) {
  return {.endpoint = {.server = profile.at("server"),
                       .ca = profile.at("ca"),
                       .plaintext = profile.at("plaintext")},
          .token = profile.at("token"),
          .login = profile.at("login")};
}

// Holds a lock beside the file for as long as it lives.
class Lock {
 public:
  explicit Lock(const std::string& path)
      : file_(open((path + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, kOwnerOnly)) {
    if (file_ >= 0) flock(file_, LOCK_EX);
  }
  ~Lock() {
    if (file_ >= 0) close(file_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int file_;
};

Result<void> MakeFolder(const std::filesystem::path& folder) {
  std::error_code failure;
  if (std::filesystem::exists(folder, failure)) return {};
  std::filesystem::create_directories(folder.parent_path(), failure);
  if (mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return {};
  return FileUnwritable(folder.string());
}

Result<void> ChangeProfiles(const std::string& path, const std::function<void(json&)>& change) {
  REDPEAK_RETURN_IF_ERROR(MakeFolder(std::filesystem::path(path).parent_path()));
  const Lock lock(path);
  REDPEAK_ASSIGN_OR_RETURN(auto profiles, ReadProfiles(path));
  change(profiles);
  return WriteFile(path, profiles.dump(2) + "\n", kOwnerOnly);
}

}  // namespace

std::string CredentialsPath() {
  const auto* config = std::getenv("XDG_CONFIG_HOME");
  const auto* home = std::getenv("HOME");
  const std::filesystem::path base =
      config != nullptr && *config != '\0'
          ? std::filesystem::path(config)
          : std::filesystem::path(home == nullptr ? "." : home) / ".config";
  return (base / "redpeak" / "credentials.json").string();
}

Result<std::optional<Credentials>> LoadCredentials(const std::string& path,
                                                   const std::string& profile) {
  REDPEAK_ASSIGN_OR_RETURN(const auto profiles, ReadProfiles(path));
  if (!profiles.contains(profile)) return std::nullopt;
  try {
    return FromJson(profiles.at(profile));
  } catch (const json::exception&) {
    return CredentialsDamaged(path);
  }
}

Result<void> SaveCredentials(const std::string& path, const std::string& profile,
                             const Credentials& credentials) {
  return ChangeProfiles(path, [&](json& profiles) { profiles[profile] = ToJson(credentials); });
}

Result<void> ForgetToken(const std::string& path, const std::string& profile) {
  return ChangeProfiles(path, [&](json& profiles) {
    if (profiles.contains(profile)) profiles[profile]["token"] = "";
  });
}

}  // namespace redpeak::cli
