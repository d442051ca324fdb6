#pragma once

#include "services/notifications/news_mail.h"

namespace redpeak::notifications {

// The text of one kind of message in both languages, with places for {title}, {call}, {link},
// {reason}, {number}, {count}, {person} and {due}.
struct MailCatalogue {
  MailText zh;
  MailText en;
};

// Null for a kind that is told in the inbox only.
const MailCatalogue* FindMail(v1::Message::Kind kind);

}  // namespace redpeak::notifications
