#include "services/notifications/news_mail.h"

#include <array>
#include <utility>

namespace redpeak::notifications {
namespace {

// The text of one kind of news in one language. {title}, {link}, {reason} and {number} are filled
// in.
struct Catalogue {
  MailText zh;
  MailText en;
};

// In the order of NewsKind.
const std::array<Catalogue, 7> kCatalogues = {{
    {{"您的申报已被退回修改",
      "您好:\n\n您的申报《{title}》已被退回,请修改后重新提交。退回原因:\n\n{reason}\n\n"
      "查看与修改:\n{link}\n"},
     {"Your submission was returned for correction",
      "Hello,\n\nyour submission \"{title}\" was returned. Please correct it and submit it again. "
      "The\n"
      "reason given:\n\n{reason}\n\nRead and correct it here:\n{link}\n"}},
    {{"您的申报已获单位推荐",
      "您好:\n\n您的申报《{title}》已由推荐单位审核推荐,等待形式审查。\n\n查看:\n{link}\n"},
     {"Your submission was endorsed",
      "Hello,\n\nthe recommending unit has endorsed your submission \"{title}\". The formality "
      "check is\n"
      "next.\n\nRead it here:\n{link}\n"}},
    {{"您的申报已通过形式审查",
      "您好:\n\n您的申报《{title}》已通过形式审查,将进入评审。\n\n查看:\n{link}\n"},
     {"Your submission was accepted for review",
      "Hello,\n\nyour submission \"{title}\" has passed the formality check and goes into "
      "review.\n\n"
      "Read it here:\n{link}\n"}},
    {{"您的申报未通过形式审查",
      "您好:\n\n您的申报《{title}》未通过形式审查。具体原因请登录查看:\n{link}\n"},
     {"Your submission was not admitted to review",
      "Hello,\n\nyour submission \"{title}\" has not passed the formality check. Sign in to see "
      "why:\n"
      "{link}\n"}},
    {{"您的申报已获批准立项",
      "您好:\n\n您的申报《{title}》已获批准立项,项目编号:{number}。\n\n查看:\n{link}\n"},
     {"Your project was approved",
      "Hello,\n\nyour submission \"{title}\" was approved as project {number}.\n\nRead it here:\n"
      "{link}\n"}},
    {{"您的申报未获立项",
      "您好:\n\n您的申报《{title}》本次未获立项。感谢您的参与。\n\n查看:\n{link}\n"},
     {"Your submission was not approved",
      "Hello,\n\nyour submission \"{title}\" was not approved this time. Thank you for taking "
      "part.\n\n"
      "Read it here:\n{link}\n"}},
    {{"您有新的评审任务",
      "您好:\n\n有新的申报分配给您评审。请登录后确认接受或说明理由予以谢绝:\n{link}\n"},
     {"You have been asked to review",
      "Hello,\n\nsubmissions were assigned to you for review. Sign in to accept them, or to "
      "decline with\n"
      "a reason:\n{link}\n"}},
}};

using Values = std::array<std::pair<std::string_view, std::string_view>, 4>;

// Fills in each value once; what a value itself holds is left alone.
std::string Fill(std::string_view text, const Values& values) {
  std::string filled;
  while (!text.empty()) {
    const auto open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    const auto name = text.substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values) {
      if (known == name) filled += value;
    }
    text.remove_prefix(close + 1);
  }
  return filled;
}

}  // namespace

MailText WriteNews(const News& news, std::string_view language, std::string_view title,
                   std::string_view web_url) {
  const auto& catalogue = kCatalogues.at(static_cast<size_t>(news.kind));
  const auto& wanted = language == "en" ? catalogue.en : catalogue.zh;
  const auto page = news.kind == NewsKind::kReviewsAssigned ? "reviews" : news.submission;
  const auto link = std::string(web_url) + "/" + page;
  const Values values = {
      {{"title", title}, {"link", link}, {"reason", news.reason}, {"number", news.project_number}}};
  return {wanted.subject, Fill(wanted.text, values)};
}

}  // namespace redpeak::notifications
