#pragma once

#include <string>
#include <thread>

#include "services/base/bell.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/peers.h"
#include "services/notifications/follower.h"
#include "services/notifications/mail_sender.h"

namespace redpeak::notifications {

struct NotificationsConfig {
  MailRoute route;
  std::string web_url;  // what links in mail begin with
};

// Tells people by mail what happened to what is theirs, and sends all mail of the outbox. It has no
// RPCs: two threads of its own work from the first moment.
class Notifications {
 public:
  Notifications(Pool& pool, Peers& peers, const Clock& clock, NotificationsConfig config);
  // Stops.
  ~Notifications();
  Notifications(const Notifications&) = delete;
  Notifications& operator=(const Notifications&) = delete;

  // Finishes the mail and the events under way, and no more.
  void Stop();

 private:
  MailSender sender_;
  Follower follower_;
  Bell quiet_;  // never rings: events are looked for now and then
  std::jthread sending_;
  std::jthread following_;
};

}  // namespace redpeak::notifications
