#include "services/server/config.h"

#include <algorithm>
#include <filesystem>

#include "services/base/violations.h"
#include "services/server/services.h"

namespace redpeak::server {
namespace {

void CheckChoice(Violations& violations, const char* field, const std::string& value,
                 const std::vector<std::string>& choices) {
  if (std::ranges::find(choices, value) != choices.end()) return;
  std::string list;
  for (const auto& choice : choices) list += (list.empty() ? "" : ", ") + choice;
  violations.Add(field, "UNKNOWN", list, "must be one of " + list);
}

void CheckServices(Violations& violations, const Config& config) {
  for (const auto& name : config.services) {
    if (FindService(name) == nullptr)
      violations.Add("services", "UNKNOWN", name, "no service " + name);
  }
  for (const auto& [name, address] : config.peers) {
    if (FindService(name) == nullptr) violations.Add("peer", "UNKNOWN", name, "no service " + name);
    if (!IsLoopback(address) && config.tls_ca.empty()) {
      violations.Add("tls-ca", "REQUIRED", "", "the peer at " + address + " needs TLS");
    }
  }
  for (const auto& missing : MissingPeers(config)) {
    violations.Add("peer", "REQUIRED", missing,
                   missing + " is needed here but neither served nor a peer");
  }
}

void CheckTls(Violations& violations, const Config& config) {
  const bool some = !config.tls_certificate.empty() || !config.tls_key.empty();
  const bool both = !config.tls_certificate.empty() && !config.tls_key.empty();
  if (some && !both)
    violations.Add("tls-key", "REQUIRED", "", "give certificate and key, or neither");
  if (!some && !IsLoopback(config.listen)) {
    violations.Add("tls-certificate", "REQUIRED", "", "listening beyond this machine needs TLS");
  }
  for (const auto& file : {config.tls_certificate, config.tls_key, config.tls_ca,
                           config.secrets_file, config.web_tls_certificate, config.web_tls_key}) {
    if (!file.empty() && !std::filesystem::is_regular_file(file)) {
      violations.Add("file", "UNKNOWN", file, "there is no file " + file);
    }
  }
}

void CheckWeb(Violations& violations, const Config& config) {
  const auto* gateway = "gateway";
  const bool named = std::ranges::find(config.services, gateway) != config.services.end();
  if (named && config.web_listen.empty()) {
    violations.Add("web-listen", "REQUIRED", "", "the gateway needs an address to listen on");
  }
  if (config.web_tls_certificate.empty() != config.web_tls_key.empty()) {
    violations.Add("web-tls-key", "REQUIRED", "", "give certificate and key, or neither");
  }
  if (!config.web_listen.empty() && config.web_tls_certificate.empty() &&
      !IsLoopback(config.web_listen)) {
    violations.Add("web-tls-certificate", "REQUIRED", "",
                   "serving the web beyond this machine needs TLS");
  }
  if (!config.web_root.empty() && !std::filesystem::is_directory(config.web_root)) {
    violations.Add("web-root", "UNKNOWN", config.web_root, "there is no folder " + config.web_root);
  }
}

}  // namespace

bool IsLoopback(const std::string& address) {
  return address.starts_with("127.") || address.starts_with("[::1]:") ||
         address.starts_with("localhost:");
}

std::string DsnOf(const std::string& database, const std::string& service) {
  return database + " user=redpeak_" + service + " application_name=redpeak_" + service +
         " options='-c search_path=" + service +
         ",public -c statement_timeout=30000 -c lock_timeout=5000" +
         " -c idle_in_transaction_session_timeout=60000'";
}

Result<void> CheckConfig(const Config& config) {
  Violations violations;
  CheckServices(violations, config);
  CheckTls(violations, config);
  CheckWeb(violations, config);
  CheckChoice(violations, "clock", config.clock, {"system", "simulated"});
  CheckChoice(violations, "log-level", config.log_level, {"debug", "info", "warning", "error"});
  violations.Range("workers", config.workers, 1, 256);
  violations.Range("queue-max", config.queue_max, 1, 1'000'000);
  violations.Range("session-days", config.session_days, 1, 365);
  violations.Range("attachment-mb", config.attachment_mb, 1, 1024);
  if (!config.peers.empty() && config.secrets_file.empty()) {
    violations.Add("secrets-file", "REQUIRED", "", "several processes must share their secrets");
  }
  return violations.Check();
}

}  // namespace redpeak::server
