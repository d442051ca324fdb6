#include "services/server/secrets.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "services/base/crypto.h"

namespace redpeak::server {
namespace {

constexpr size_t kKeyBytes = 32;

Failure Unusable(const std::string& path, const std::string& why) {
  return Failure({Code::kFailedPrecondition, "INTERNAL", "the secrets file " + path + " " + why});
}

}  // namespace

Secrets MakeSecrets() {
  return {RandomBytes(kKeyBytes), RandomBytes(kKeyBytes), RandomBytes(kKeyBytes)};
}

std::string FormatSecrets(const Secrets& secrets) {
  return "peer_key = " + Hex(secrets.peer_key) + "\nsealing_key = " + Hex(secrets.sealing_key) +
         "\nlookup_key = " + Hex(secrets.lookup_key) + "\n";
}

Result<Secrets> ReadSecrets(const std::string& path) {
  using std::filesystem::perms;
  std::ifstream file(path);
  if (!file) return Unusable(path, "cannot be read");
  const auto others =
      std::filesystem::status(path).permissions() & (perms::group_all | perms::others_all);
  if (others != perms::none) return Unusable(path, "can be read by others; chmod 600 it");
  Secrets secrets;
  std::map<std::string, std::string*> wanted = {{"peer_key", &secrets.peer_key},
                                                {"sealing_key", &secrets.sealing_key},
                                                {"lookup_key", &secrets.lookup_key}};
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string name, equals, hex;
    if (!(words >> name >> equals >> hex) || !wanted.contains(name)) continue;
    *wanted[name] = FromHex(hex).value_or("");
  }
  for (const auto& [name, value] : wanted) {
    if (value->size() != kKeyBytes) return Unusable(path, "has no 64 hex digits of " + name);
  }
  return secrets;
}

}  // namespace redpeak::server
