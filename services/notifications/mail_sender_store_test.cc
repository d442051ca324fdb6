#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "services/notifications/mail_sender.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::notifications {
namespace {

namespace fs = std::filesystem;
using testing::TestCluster;

const Statement kReadMail{"test.read_mail", R"(
  SELECT sent_at IS NOT NULL, coalesce(body, ''), attempts, coalesce(last_error, ''),
         due_at = 'infinity', due_at > now()
    FROM base.mails WHERE id = $1)"};

struct Row {
  bool sent;
  std::string text;
  int attempts;
  std::string error;
  bool given_up;
  bool later;
};

class MailSenderStoreTest : public ::testing::Test {
 protected:
  MailSenderStoreTest() : directory_(fs::path(TestCluster::Get().socket_directory()) / Name()) {}

  static std::string Name() {
    return ::testing::UnitTest::GetInstance()->current_test_info()->name();
  }
  MailSender Sender() { return {pool_, {.directory = directory_, .from = "noreply@example.org"}}; }

  void Queue(const std::vector<QueuedMail>& mails) {
    ASSERT_TRUE(InTransaction(pool_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
      QueueMails(tx, mails);
      return {};
    }));
  }
  Row Read(const std::string& id) {
    return *InTransaction(pool_, TxMode::kStatement, [&](Tx& tx) -> Result<Row> {
      const auto row = tx.Run(kReadMail, id)[0];
      return Row{row[0].as<bool>(), row[1].c_str(),    row[2].as<int>(),
                 row[3].c_str(),    row[4].as<bool>(), row[5].as<bool>()};
    });
  }
  static QueuedMail MailFor(const std::string& id, const std::string& recipient = "li@example.cn") {
    return {id, recipient, "启用账号", "口令:abc\n", testing::At("2022-03-01T00:00:00Z")};
  }

  Pool pool_{TestCluster::Get().NewDatabase() + " user=redpeak_notifications", 2};
  fs::path directory_;
};

TEST_F(MailSenderStoreTest, WritesAFileAndForgetsTheText) {
  Queue({MailFor("m1"), MailFor("m2")});
  EXPECT_EQ(Sender().SendSome({}), Turn::kMore);
  std::ostringstream written;
  written << std::ifstream(directory_ / "m1.eml").rdbuf();
  EXPECT_THAT(written.str(), ::testing::HasSubstr("口令:abc"));
  EXPECT_THAT(written.str(), ::testing::HasSubstr("m1@example.org"));
  EXPECT_TRUE(fs::exists(directory_ / "m2.eml"));
  const auto row = Read("m1");
  EXPECT_TRUE(row.sent);
  EXPECT_EQ(row.text, "");
  EXPECT_EQ(Sender().SendSome({}), Turn::kIdle);
}

TEST_F(MailSenderStoreTest, QueuesAMailOnce) {
  Queue({MailFor("m1")});
  auto other = MailFor("m1");
  other.text = "another";
  Queue({other});
  EXPECT_EQ(Read("m1").text, "口令:abc\n");
}

TEST_F(MailSenderStoreTest, SendsWhatASimulatedClockWroteYearsAhead) {
  auto mail = MailFor("m1");
  mail.created = testing::At("2199-01-01T00:00:00Z");
  Queue({mail});
  EXPECT_EQ(Sender().SendSome({}), Turn::kMore);
  EXPECT_TRUE(Read("m1").sent);
}

TEST_F(MailSenderStoreTest, TriesAgainLaterWhatFailed) {
  std::ofstream(directory_) << "a file where the folder should be";
  Queue({MailFor("m1")});
  EXPECT_EQ(Sender().SendSome({}), Turn::kMore);
  EXPECT_EQ(Sender().SendSome({}), Turn::kIdle);
  const auto row = Read("m1");
  EXPECT_FALSE(row.sent);
  EXPECT_TRUE(row.later);
  EXPECT_FALSE(row.given_up);
  EXPECT_EQ(row.attempts, 1);
  EXPECT_THAT(row.error, ::testing::StartsWith("MAIL_NOT_WRITTEN"));
  EXPECT_EQ(row.text, "口令:abc\n");
}

TEST_F(MailSenderStoreTest, GivesUpWhatCanNeverBeSent) {
  Queue({MailFor("m1", "no address"), MailFor("m2")});
  EXPECT_EQ(Sender().SendSome({}), Turn::kMore);
  const auto row = Read("m1");
  EXPECT_TRUE(row.given_up);
  EXPECT_EQ(row.text, "");
  EXPECT_EQ(row.error, "MAIL_ADDRESS_INVALID");
  EXPECT_TRUE(Read("m2").sent);
}

TEST_F(MailSenderStoreTest, GivesBackWhatItHasNoTimeFor) {
  Queue({MailFor("m1")});
  std::stop_source stopped;
  stopped.request_stop();
  Sender().SendSome(stopped.get_token());
  EXPECT_EQ(Read("m1").attempts, 0);
  EXPECT_EQ(Sender().SendSome({}), Turn::kMore);
  EXPECT_TRUE(Read("m1").sent);
}

TEST_F(MailSenderStoreTest, WhatOneHasTakenNoOtherGets) {
  Queue({MailFor("m1"), MailFor("m2"), MailFor("m3")});
  const auto take = [&](int limit) {
    return InTransaction(pool_, TxMode::kStatement,
                         [&](Tx& tx) -> Result<std::vector<QueuedMail>> {
                           return TakeMails(tx, SystemClock().Now(), std::chrono::seconds(60),
                                            limit);
                         })
        ->size();
  };
  EXPECT_EQ(take(2), 2U);
  EXPECT_EQ(take(2), 1U);
  EXPECT_EQ(take(2), 0U);
}

}  // namespace
}  // namespace redpeak::notifications
