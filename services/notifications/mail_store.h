#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"

// The outbox, base.mails. Its times of sending are the real clock's.
namespace redpeak::notifications {

struct QueuedMail {
  std::string id;
  std::string recipient;
  std::string subject;
  std::string text;
  Instant created{};
  int attempts = 0;  // with the one that is under way
};

// Leaves out those whose id is there already.
void QueueMails(Tx& tx, const std::vector<QueuedMail>& mails);

// Takes the mails that are longest due, in no order, for one attempt each. Nobody else gets them
// until `lease` is over. New mail is due at once, whatever the clock said by which it was written.
std::vector<QueuedMail> TakeMails(Tx& tx, Instant now, std::chrono::seconds lease, int limit);

// Empties the text too, which may hold a one-time link.
void MarkSent(Tx& tx, const std::string& id, Instant now);

// Has it tried again at an instant, or never: then its text is emptied.
void MarkFailed(Tx& tx, const std::string& id, const std::string& error,
                std::optional<Instant> try_again);

// Gives back what was taken and not attempted.
void GiveBack(Tx& tx, const std::vector<std::string>& ids, Instant now);

}  // namespace redpeak::notifications
