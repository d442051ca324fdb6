#pragma once

#include <string>
#include <string_view>

// What this service writes to people, in Chinese (zh) and English (en). No mail repeats what a
// stranger may have typed, such as a name, lest the stranger's words reach somebody in this
// system's name.
namespace redpeak::identity {

struct MailText {
  std::string subject;
  std::string text;
};

// Each holds <web_url>/activate?token=… or <web_url>/recover?token=…, and the token on a line of
// its own.
MailText ActivationMail(std::string_view language, std::string_view web_url,
                        std::string_view token);
MailText RecoveryMail(std::string_view language, std::string_view web_url, std::string_view token);

// For who registers with an address that has an account.
MailText AccountExistsMail(std::string_view language, std::string_view web_url);

}  // namespace redpeak::identity
