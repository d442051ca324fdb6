#include "services/notifications/news_mail.h"

#include <gmock/gmock.h>

#include "services/base/clock.h"
#include "tests/server.h"

namespace redpeak::notifications {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using v1::Message;

Message Full(Message::Kind kind) {
  Message message;
  message.set_kind(kind);
  message.set_subject("submissions/s1");
  message.set_title("草原生态");
  message.set_call_title("2022年课题");
  message.set_reason("预算不清 {title}");
  message.set_number("CF2022-P-001");
  message.set_person_name("张三");
  message.set_count(7);
  *message.mutable_create_time() = ToProto(testing::At("2022-04-29T17:30:00Z"));
  *message.mutable_due_time() = ToProto(testing::At("2022-04-30T10:00:00Z"));
  return message;
}

TEST(NewsMail, IsWholeInBothLanguages) {
  int told = 0;
  for (int kind = 1; kind <= Message::Kind_MAX; ++kind) {
    if (!Message::Kind_IsValid(kind)) continue;
    const auto message = Full(static_cast<Message::Kind>(kind));
    const auto zh = WriteMail(message, "zh", "https://kx.example");
    const auto en = WriteMail(message, "en", "https://kx.example");
    ASSERT_EQ(zh.has_value(), en.has_value());
    if (!zh) continue;
    ++told;
    EXPECT_NE(zh->subject, en->subject);
    EXPECT_NE(zh->subject, "");
    EXPECT_EQ(WriteMail(message, "", "https://kx.example")->text, zh->text);
    for (const auto& text : {zh->text, en->text}) {
      EXPECT_THAT(text, HasSubstr("https://kx.example/"));
      EXPECT_THAT(text, Not(HasSubstr("{link}")));
      EXPECT_THAT(text, Not(HasSubstr("{due}")));
    }
    for (const auto* value : {"草原生态", "2022年课题", "预算不清", "CF2022-P-001", "张三", "7"}) {
      EXPECT_EQ(zh->text.find(value) == std::string::npos,
                en->text.find(value) == std::string::npos)
          << value << " in " << zh->subject;
    }
  }
  EXPECT_GT(told, 15);
}

TEST(NewsMail, NamesNobodyToApplicantsAndExperts) {
  for (const auto kind : {Message::SUBMISSION_RETURNED, Message::SUBMISSION_APPROVED,
                          Message::REVIEWS_ASSIGNED, Message::REVIEWS_DUE}) {
    EXPECT_THAT(WriteMail(Full(kind), "zh", "")->text, Not(HasSubstr("张三")));
  }
  EXPECT_THAT(WriteMail(Full(Message::REVIEWS_ASSIGNED), "zh", "")->text,
              Not(HasSubstr("草原生态")));
}

TEST(NewsMail, LeavesAloneWhatAReasonHolds) {
  const auto mail = WriteMail(Full(Message::SUBMISSION_RETURNED), "zh", "");
  EXPECT_THAT(mail->text, HasSubstr("预算不清 {title}"));
  EXPECT_THAT(mail->text, HasSubstr("2022-04-30 18:00"));
}

TEST(NewsMail, OfEndorsementsIsOneADayInBeijing) {
  auto message = Full(Message::ENDORSEMENT_AWAITED);
  EXPECT_EQ(MailId(message, "event-1", "people/li"), "endorsements-2022-04-30-li");
  message.set_kind(Message::SUBMISSION_RETURNED);
  EXPECT_EQ(MailId(message, "event-1", "people/li"), "event-1-li");
}

}  // namespace
}  // namespace redpeak::notifications
