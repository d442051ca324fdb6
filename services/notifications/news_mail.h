#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "redpeak/notifications/v1/message.pb.h"

namespace redpeak::notifications {

struct MailText {
  std::string subject;
  std::string text;
};

// The mail that tells a message, in English for "en", otherwise in Chinese; nothing for what is
// told in the inbox only. It links to what it is about; scores and reviewers are in none. `web_url`
// has no slash at its end.
std::optional<MailText> WriteMail(const v1::Message& message, std::string_view language,
                                  std::string_view web_url);

// The mail's id: the same for the same news and person, and for those of which one a day is enough.
std::string MailId(const v1::Message& message, const std::string& news, const std::string& person);

}  // namespace redpeak::notifications
