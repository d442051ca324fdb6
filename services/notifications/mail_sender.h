#pragma once

#include <stop_token>
#include <string>

#include "services/base/db.h"
#include "services/base/smtp.h"
#include "services/notifications/loop.h"
#include "services/notifications/mail_store.h"

namespace redpeak::notifications {

// How mail leaves.
struct MailRoute {
  SmtpSettings smtp{};    // used if its url is set
  std::string directory;  // where mail goes otherwise, a file each
  std::string from;       // the sender's address
};

// Sends what waits in the outbox. A mail may leave twice if the process dies in between, with the
// same Message-ID, but none is forgotten.
class MailSender {
 public:
  MailSender(Pool& pool, MailRoute route) : pool_(pool), route_(std::move(route)) {}

  // Sends some of what is due. Asked to stop, it finishes the mail under way and gives back the
  // rest.
  Turn SendSome(const std::stop_token& stop);

 private:
  Result<void> Send(const QueuedMail& queued) const;
  Result<void> Settle(const QueuedMail& queued, const Result<void>& sent);

  Pool& pool_;
  const MailRoute route_;
};

}  // namespace redpeak::notifications
