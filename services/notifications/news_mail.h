#pragma once

#include <string>
#include <string_view>

#include "services/notifications/news.h"

namespace redpeak::notifications {

struct MailText {
  std::string subject;
  std::string text;
};

// The mail that tells the news, in English for "en", otherwise in Chinese. It names the submission
// by its title and links to it; scores and reviewers are in none. `web_url` has no slash at its
// end.
MailText WriteNews(const News& news, std::string_view language, std::string_view title,
                   std::string_view web_url);

}  // namespace redpeak::notifications
