#pragma once

#include <map>
#include <string>
#include <vector>

#include "services/base/smtp.h"
#include "services/base/status.h"

namespace redpeak::server {

// Everything that `redpeakd serve` can be told, by file, environment or flag.
struct Config {
  std::string database =
      "dbname=redpeak";                   // libpq's conninfo without user: each service has its own
  std::string listen = "127.0.0.1:7070";  // a port of 0 takes a free one
  std::vector<std::string> services{};    // to serve here; empty: all
  std::map<std::string, std::string> peers{};  // service → address of those that run elsewhere
  std::string tls_certificate{};               // PEM files; all three or none
  std::string tls_key{};
  std::string tls_ca{};            // what other processes' certificates are checked with
  std::string secrets_file{};      // see secrets.h; made anew for a process alone if empty
  std::string clock = "system";    // or simulated
  std::string clock_start{};       // RFC 3339; where a simulated clock begins that never stood
  std::string log_level = "info";  // debug, info, warning, error
  std::string metrics_listen{};    // address of GET /metrics; empty: none
  std::string web_listen{};  // address of the web gateway; empty: none; a port of 0: a free one
  std::string web_root{};    // the folder of the built pages
  std::string web_tls_certificate{};  // PEM files; both or none
  std::string web_tls_key{};
  std::string web_url = "http://127.0.0.1:8080";  // what links in mail begin with
  std::string mail_directory = "var/mail";        // where mail goes without SMTP
  std::string mail_from = "noreply@redpeak.invalid";
  SmtpSettings smtp{};        // used if its url is set
  int workers = 8;            // threads and connections a service
  int queue_max = 1024;       // calls that may wait a service
  double account_rate = 200;  // calls a second an account; 0: no limit
  double address_rate = 50;   // calls a second an address without account
  int session_days = 7;
  int attachment_mb = 10;  // the most that a submission's file may have, in MiB
};

// What a service connects with: its own role, its own schema, and limits on every statement.
std::string DsnOf(const std::string& database, const std::string& service);

// Checks what can be checked without starting: FIELD_INVALID names each setting that is wrong.
Result<void> CheckConfig(const Config& config);

// Whether an address such as 127.0.0.1:7070, [::1]:7070 or localhost:7070 is this machine's own.
bool IsLoopback(const std::string& address);

}  // namespace redpeak::server
