#include "services/base/mail.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "services/base/crypto.h"

namespace redpeak {
namespace {

namespace fs = std::filesystem;

Mail Activation() {
  return {.from = "noreply@example.org",
          .to = "wang@example.cn",
          .from_name = "",
          .subject = "Activate your account",
          .text = "王芳：\nhttps://redpeak.example.org/activate?token=a=b\n",
          .message_id = "m1@example.org",
          .date = std::chrono::sys_seconds(std::chrono::seconds(1'656'633'600))};
}

std::string Formatted(const Mail& mail, BodyEncoding encoding = BodyEncoding::k8Bit) {
  const auto message = FormatMail(mail, encoding);
  EXPECT_TRUE(message.has_value());
  return message.value_or("");
}

std::string Header(const std::string& message, const std::string& name) {
  const std::size_t begin = message.find("\r\n" + name + ": ") + name.size() + 4;
  std::size_t end = message.find("\r\n", begin);
  while (message[end + 2] == ' ') end = message.find("\r\n", end + 2);
  return message.substr(begin, end - begin);
}

// "REASON field" of a mail that must be refused.
std::string Refusal(const Mail& mail) {
  const auto message = FormatMail(mail, BodyEncoding::kBase64);
  if (message.has_value()) return "none";
  return message.error().reason + " " + message.error().metadata.at("field");
}

std::string Contents(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

class MailFileTest : public testing::Test {
 protected:
  ~MailFileTest() override { fs::remove_all(directory_); }
  const fs::path directory_ = fs::path(testing::TempDir()) / Hex(RandomBytes(8)) / "mail";
};

TEST(MailTest, AReadableMessage) {
  EXPECT_EQ(Formatted(Activation()),
            "From: noreply@example.org\r\nTo: wang@example.cn\r\nSubject: Activate your account\r\n"
            "Date: Fri, 01 Jul 2022 00:00:00 +0000\r\nMessage-ID: <m1@example.org>\r\n"
            "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            "王芳：\r\nhttps://redpeak.example.org/activate?token=a=b\r\n");
}

TEST(MailTest, ABase64BodyHasShortLinesAndNothingElse) {
  Mail mail = Activation();
  mail.text = std::string(100, 'x');
  const std::string message = Formatted(mail, BodyEncoding::kBase64);
  std::string line = "eHh4";
  for (int i = 1; i < 19; ++i) line += "eHh4";
  EXPECT_EQ(Header(message, "Content-Transfer-Encoding"), "base64");
  EXPECT_EQ(message.substr(message.find("\r\n\r\n") + 4, 78), line + "\r\n");
  EXPECT_TRUE(message.ends_with("eHh4eA0K\r\n"));  // "xxxx\r\n"
}

TEST(MailTest, ChineseHeadersBecomeEncodedWords) {
  Mail mail = Activation();
  mail.subject = "激活账号";
  mail.from_name = "红山";
  EXPECT_EQ(Header(Formatted(mail), "Subject"), "=?UTF-8?B?5r+A5rS76LSm5Y+3?=");
  EXPECT_TRUE(
      Formatted(mail).starts_with("From: =?UTF-8?B?57qi5bGx?=\r\n <noreply@example.org>\r\n"));
}

TEST(MailTest, LongHeadersFoldBetweenCharacters) {
  Mail mail = Activation();
  mail.subject = "x";
  for (int i = 0; i < 30; ++i) mail.subject += "赤";
  std::istringstream words(Header(Formatted(mail), "Subject"));
  for (std::string word; words >> word;) {
    EXPECT_LE(word.size(), 75U);
    EXPECT_TRUE(word.starts_with("=?UTF-8?B?") && word.ends_with("?=")) << word;
  }
  // One letter and 14 characters of three bytes are 43, which base 64 pads; the next word holds 15.
  EXPECT_NE(Header(Formatted(mail), "Subject").find("==?=\r\n =?UTF-8?B?6LWk"), std::string::npos);
}

TEST(MailTest, ASubjectThatLooksEncodedIsEncoded) {
  Mail mail = Activation();
  mail.subject = "=?UTF-8?B?eA==?=";
  EXPECT_EQ(Header(Formatted(mail), "Subject"), "=?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?=");
}

TEST(MailTest, ForgedHeadersAreRefused) {
  for (const char* subject : {"x\r\nBcc: all@example.org", "x\n", "x\r", "x\x7f"}) {
    Mail mail = Activation();
    mail.subject = subject;
    EXPECT_EQ(Refusal(mail), "MAIL_HEADER_INVALID subject");
  }
  Mail mail = Activation();
  mail.from_name = "x\nBcc: all@example.org";
  EXPECT_EQ(Refusal(mail), "MAIL_HEADER_INVALID from_name");
}

TEST(MailTest, WhatIsNoAddressIsRefused) {
  for (const char* address : {"", "wang", "@example.cn", "wang@", "a@b@c", "a b@c", "a@b\r\nX: y",
                              "a@b\n", "<a@b>", "a@b,c@d", "王@example.cn", "a@b>\r\nDATA"}) {
    Mail mail = Activation();
    mail.to = address;
    EXPECT_EQ(Refusal(mail), "MAIL_ADDRESS_INVALID to") << address;
  }
  Mail mail = Activation();
  mail.from = "x";
  EXPECT_EQ(Refusal(mail), "MAIL_ADDRESS_INVALID from");
  mail = Activation();
  mail.message_id = "<x@y>";
  EXPECT_EQ(Refusal(mail), "MAIL_ADDRESS_INVALID message_id");
}

TEST_F(MailFileTest, AFileIsWholeAndItsOwnersAlone) {
  ASSERT_TRUE(WriteMailFile(directory_, "m-1_a", Activation()).has_value());
  EXPECT_EQ(Contents(directory_ / "m-1_a.eml"), Formatted(Activation()));
  EXPECT_EQ(fs::status(directory_ / "m-1_a.eml").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(std::distance(fs::directory_iterator(directory_), {}), 1);
}

TEST_F(MailFileTest, ASecondWriteReplacesTheFirst) {
  Mail mail = Activation();
  ASSERT_TRUE(WriteMailFile(directory_, "m1", mail).has_value());
  mail.text = "shorter";
  ASSERT_TRUE(WriteMailFile(directory_, "m1", mail).has_value());
  EXPECT_EQ(Contents(directory_ / "m1.eml"), Formatted(mail));
}

TEST_F(MailFileTest, AnIdThatLeavesTheDirectoryIsRefused) {
  for (const char* id : {"", "../m1", "a/b", ".", "m1.eml"}) {
    EXPECT_EQ(WriteMailFile(directory_, id, Activation()).error().reason, "MAIL_NOT_WRITTEN") << id;
  }
}

TEST_F(MailFileTest, ADirectoryThatIsAFileIsAnError) {
  fs::create_directories(directory_.parent_path());
  std::ofstream(directory_) << "x";
  const auto written = WriteMailFile(directory_, "m1", Activation());
  EXPECT_EQ(written.error().reason, "MAIL_NOT_WRITTEN");
  EXPECT_EQ(written.error().code, Code::kUnavailable);
}

}  // namespace
}  // namespace redpeak
