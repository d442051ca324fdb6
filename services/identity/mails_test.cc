#include "services/identity/mails.h"

#include <gmock/gmock.h>

namespace redpeak::identity {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kUrl[] = "https://redpeak.example.org";
constexpr char kToken[] = "0123456789abcdefghijklmnopqrstuvwxyz-_ABCDE";

TEST(Mails, HoldTheLinkAndTheTokenOnALineOfItsOwn) {
  for (const char* language : {"zh", "en"}) {
    const auto activation = ActivationMail(language, kUrl, kToken);
    EXPECT_THAT(activation.text, HasSubstr(std::string(kUrl) + "/activate?token=" + kToken + "\n"));
    EXPECT_THAT(activation.text, HasSubstr(std::string("\n") + kToken + "\n"));
    const auto recovery = RecoveryMail(language, kUrl, kToken);
    EXPECT_THAT(recovery.text, HasSubstr(std::string(kUrl) + "/recover?token=" + kToken + "\n"));
    EXPECT_THAT(recovery.text, HasSubstr(std::string("\n") + kToken + "\n"));
  }
}

TEST(Mails, AreInTheReadersLanguageChineseByDefault) {
  EXPECT_THAT(RecoveryMail("en", kUrl, kToken).subject, HasSubstr("password"));
  EXPECT_THAT(RecoveryMail("zh", kUrl, kToken).subject, HasSubstr("密码"));
  EXPECT_THAT(RecoveryMail("", kUrl, kToken).subject, HasSubstr("密码"));
}

TEST(Mails, LeaveNothingToFillIn) {
  for (const char* language : {"zh", "en"}) {
    for (const auto& mail :
         {ActivationMail(language, kUrl, kToken), RecoveryMail(language, kUrl, kToken),
          AccountExistsMail(language, kUrl)}) {
      EXPECT_THAT(mail.text, Not(HasSubstr("{")));
      EXPECT_THAT(mail.subject, Not(HasSubstr("\n")));
    }
  }
}

}  // namespace
}  // namespace redpeak::identity
