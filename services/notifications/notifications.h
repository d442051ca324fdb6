#pragma once

#include <string>
#include <thread>

#include "services/base/bell.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/peers.h"
#include "services/notifications/follower.h"
#include "services/notifications/mail_sender.h"
#include "services/notifications/reminder.h"

namespace redpeak::notifications {

struct NotificationsConfig {
  MailRoute route;
  std::string web_url;  // what links in mail begin with
};

// Tells people what happened to what is theirs and what waits for them, in their inboxes and by
// mail, and sends all mail of the outbox: three threads that work from the first moment.
class Notifications {
 public:
  Notifications(Pool& pool, Peers& peers, const Clock& clock, IdSource& ids,
                NotificationsConfig config);
  // Stops.
  ~Notifications();
  Notifications(const Notifications&) = delete;
  Notifications& operator=(const Notifications&) = delete;

  // Finishes the mail and the events under way, and no more.
  void Stop();

 private:
  MailSender sender_;
  Teller teller_;
  Follower follower_;
  Reminder reminder_;
  Bell quiet_;  // never rings: events and times are looked at now and then
  std::jthread sending_;
  std::jthread following_;
  std::jthread reminding_;
};

}  // namespace redpeak::notifications
