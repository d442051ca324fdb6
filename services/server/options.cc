#include "services/server/options.h"

#include <algorithm>

namespace redpeak::server {
namespace {

std::string EnvironmentName(std::string flag) {
  std::ranges::transform(flag, flag.begin(), [](unsigned char c) {
    return c == '-' ? '_' : static_cast<char>(std::toupper(c));
  });
  return "REDPEAK_" + flag;
}

template <typename T>
CLI::Option* Add(CLI::App& command, const std::string& flag, T& target, const std::string& help) {
  return command.add_option("--" + flag, target, help)
      ->envname(EnvironmentName(flag))
      ->capture_default_str();
}

void AddPeers(CLI::App& command, Config& config) {
  command
      .add_option_function<std::vector<std::string>>(
          "--peer",
          [&config](const std::vector<std::string>& peers) {
            for (const auto& peer : peers) {
              const auto equals = peer.find('=');
              if (equals == std::string::npos)
                throw CLI::ValidationError("--peer", "SERVICE=ADDRESS");
              config.peers[peer.substr(0, equals)] = peer.substr(equals + 1);
            }
          },
          "where a service runs that is not served here: SERVICE=ADDRESS")
      ->envname("REDPEAK_PEER")
      ->delimiter(',');
}

void AddMail(CLI::App& command, Config& config) {
  Add(command, "mail-directory", config.mail_directory, "where mail is written without SMTP");
  Add(command, "mail-from", config.mail_from, "the sender of mail");
  Add(command, "smtp-url", config.smtp.url, "smtp://host:587 or smtps://host:465");
  Add(command, "smtp-username", config.smtp.username, "");
  Add(command, "smtp-password", config.smtp.password, "by environment rather than by flag");
  Add(command, "smtp-ca", config.smtp.ca_file,
      "PEM certificates to trust; the system's where empty");
}

}  // namespace

void AddOptions(CLI::App& command, Config& config) {
  command.set_config("--config", "", "a file of settings, name = value")->envname("REDPEAK_CONFIG");
  Add(command, "database", config.database, "libpq connection settings without a user");
  Add(command, "listen", config.listen, "address and port");
  Add(command, "services", config.services, "those to serve, by comma; all where empty")
      ->delimiter(',');
  AddPeers(command, config);
  Add(command, "tls-certificate", config.tls_certificate, "PEM file");
  Add(command, "tls-key", config.tls_key, "PEM file");
  Add(command, "tls-ca", config.tls_ca, "PEM file to check other processes with");
  Add(command, "secrets-file", config.secrets_file, "made by redpeakd make-secrets");
  Add(command, "clock", config.clock, "system or simulated");
  Add(command, "clock-start", config.clock_start, "where a simulated clock begins, RFC 3339");
  Add(command, "log-level", config.log_level, "debug, info, warning or error");
  Add(command, "metrics-listen", config.metrics_listen, "address of GET /metrics");
  Add(command, "web-listen", config.web_listen, "address and port of the web; empty: no web");
  Add(command, "web-root", config.web_root, "the folder of the built pages");
  Add(command, "web-tls-certificate", config.web_tls_certificate, "PEM file");
  Add(command, "web-tls-key", config.web_tls_key, "PEM file");
  Add(command, "web-url", config.web_url, "what links in mail begin with");
  AddMail(command, config);
  Add(command, "workers", config.workers, "threads and connections a service");
  Add(command, "queue-max", config.queue_max, "calls that may wait a service");
  Add(command, "account-rate", config.account_rate, "calls a second an account; 0: no limit");
  Add(command, "address-rate", config.address_rate, "calls a second an address without account");
  Add(command, "session-days", config.session_days, "how long a session lasts");
  Add(command, "attachment-mb", config.attachment_mb, "the most that an attachment may have");
}

}  // namespace redpeak::server
