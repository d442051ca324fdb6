#pragma once

#include <string>
#include <vector>

#include "services/base/call.h"

namespace redpeak {

// A mail that leaves once the call's transaction has committed, and only then.
struct OutgoingMail {
  std::string recipient;  // an address as IsMailAddress takes it
  std::string subject;
  std::string text;
};

// Puts mails into the outbox, base.mails, from which notifications sends them.
void QueueMail(Call& call, const OutgoingMail& mail);
void QueueMails(Call& call, const std::vector<OutgoingMail>& mails);

}  // namespace redpeak
