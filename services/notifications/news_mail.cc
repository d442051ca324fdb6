#include "services/notifications/news_mail.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

#include "services/base/clock.h"
#include "services/base/names.h"
#include "services/notifications/mail_catalogue.h"

namespace redpeak::notifications {
namespace {

using v1::Message;

using Values = std::array<std::pair<std::string_view, std::string>, 8>;

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

// As it reads in China, e.g. 2022-04-30 18:00; empty where there is no time.
std::string Local(const google::protobuf::Timestamp& time) {
  using namespace std::chrono;
  if (time.seconds() == 0) return {};
  static constexpr hours kChina{8};
  const auto local = floor<minutes>(FromProto(time) + kChina);
  const auto day = floor<days>(local);
  const year_month_day date(day);
  const hh_mm_ss clock(local - day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()));
  return text;
}

// The page that it leads to: an expert's reviews, or what it is about.
std::string PageOf(const Message& message) {
  const bool expert = message.kind() == Message::REVIEWS_ASSIGNED ||
                      message.kind() == Message::REVIEWS_CANCELLED ||
                      message.kind() == Message::REVIEWS_DUE;
  return expert ? "reviews" : message.subject();
}

}  // namespace

std::optional<MailText> WriteMail(const Message& message, std::string_view language,
                                  std::string_view web_url) {
  const auto* catalogue = FindMail(message.kind());
  if (catalogue == nullptr) return std::nullopt;
  const auto& wanted = language == "en" ? catalogue->en : catalogue->zh;
  const Values values = {{{"title", message.title()},
                          {"call", message.call_title()},
                          {"link", std::string(web_url) + "/" + PageOf(message)},
                          {"reason", message.reason()},
                          {"number", message.number()},
                          {"count", std::to_string(message.count())},
                          {"person", message.person_name()},
                          {"due", Local(message.due_time())}}};
  return MailText{wanted.subject, Fill(wanted.text, values)};
}

std::string MailId(const Message& message, const std::string& news, const std::string& person) {
  if (message.kind() != Message::ENDORSEMENT_AWAITED) return news + "-" + LastId(person);
  return "endorsements-" + Local(message.create_time()).substr(0, 10) + "-" + LastId(person);
}

}  // namespace redpeak::notifications
