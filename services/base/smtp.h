#pragma once

#include <chrono>
#include <string>

#include "services/base/mail.h"
#include "services/base/status.h"

namespace redpeak {

struct SmtpSettings {
  std::string url;       // smtp://host:587 (STARTTLS) or smtps://host:465
  std::string username;  // empty: the server asks for none
  std::string password;
  std::string ca_file;  // PEM certificates to trust; empty: the system's
  // Without it an smtp:// server gets mail and password in the clear: for a server on loopback
  // only.
  bool tls_required = true;
  std::chrono::milliseconds timeout{30'000};  // for the whole exchange
};

// Hands the mail to the server, and returns once that has taken it. Errors: those of FormatMail;
// MAIL_REFUSED where the server will never take this mail (its answer is 5xx); MAIL_NOT_SENT for
// all else (no connection, no TLS, sign-in failed, come back later), where trying again may help.
Result<void> SendBySmtp(const SmtpSettings& settings, const Mail& mail);

// FAILED_PRECONDITION and UNAVAILABLE; metadata: smtp (the server's last code, 0 without one) and
// detail (curl's words, for the log).
Failure MailRefused(long smtp_code, const std::string& detail);
Failure MailNotSent(long smtp_code, const std::string& detail);

}  // namespace redpeak
