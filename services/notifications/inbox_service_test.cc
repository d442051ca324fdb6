#include <gmock/gmock.h>

#include "redpeak/notifications/v1/notifications_service.grpc.pb.h"
#include "services/notifications/message_store.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::notifications {
namespace {

using testing::TestServer;
using v1::NotificationsService;

class InboxServiceTest : public ::testing::Test {
 protected:
  // Puts so many messages, event-0 and on, into a person's inbox.
  void Fill(const std::string& person, int count) {
    Pool pool(
        server_.database() + " user=redpeak_notifications options='-c search_path=notifications'",
        1);
    std::vector<Addressed> messages;
    for (int i = 0; i < count; ++i) {
      auto& one = messages.emplace_back();
      one.person = "people/" + person;
      one.news = "event-" + std::to_string(i);
      one.message.set_kind(v1::Message::SUBMISSION_ENDORSED);
      one.message.set_title(std::to_string(i));
    }
    ASSERT_TRUE(InTransaction(pool, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
      InsertMessages(tx, messages, ids_, server_.Now());
      return {};
    }));
  }
  Result<v1::ListMessagesResponse> List(const std::string& token,
                                        const v1::ListMessagesRequest& request = {}) {
    return server_.Ask<NotificationsService>(token, &NotificationsService::Stub::ListMessages,
                                             request);
  }
  Result<v1::MarkMessagesReadResponse> Mark(const std::string& token,
                                            const v1::MarkMessagesReadRequest& request) {
    return server_.Ask<NotificationsService>(token, &NotificationsService::Stub::MarkMessagesRead,
                                             request);
  }

  TestServer server_;
  IdSource ids_;
  const std::string li_ = server_.SignInAs("li", Role::RESEARCHER);
  const std::string sun_ = server_.SignInAs("sun", Role::EXPERT);
};

TEST_F(InboxServiceTest, IsListedPageByPageNewestFirst) {
  Fill("li", 5);
  v1::ListMessagesRequest request;
  request.set_page_size(2);
  std::string titles;
  do {
    const auto page = List(li_, request);
    ASSERT_TRUE(page) << page.error().message;
    EXPECT_EQ(page->unread_count(), 5);
    for (const auto& message : page->messages()) titles += message.title();
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(titles, "43210");
}

TEST_F(InboxServiceTest, IsEverybodysOwn) {
  Fill("li", 3);
  const auto others = List(sun_);
  EXPECT_EQ(others->messages_size(), 0);
  EXPECT_EQ(others->unread_count(), 0);
  v1::MarkMessagesReadRequest mark;
  mark.add_names(List(li_)->messages(0).name());
  EXPECT_EQ(Mark(sun_, mark).error().reason, "NOT_FOUND");
  mark.clear_names();
  mark.set_up_to(List(li_)->messages(0).name());
  EXPECT_EQ(Mark(sun_, mark).error().reason, "NOT_FOUND");
  EXPECT_EQ(List(li_)->unread_count(), 3);
}

TEST_F(InboxServiceTest, IsReadMessageByMessageOrUpToOne) {
  Fill("li", 6);
  const auto all = List(li_)->messages();
  v1::MarkMessagesReadRequest mark;
  mark.add_names(all[0].name());
  EXPECT_EQ(Mark(li_, mark)->unread_count(), 5);
  const auto read = List(li_)->messages(0).read_time();
  EXPECT_EQ(FromProto(read), server_.Now());
  server_.MoveTo("2022-03-02T08:00:00Z");
  EXPECT_EQ(Mark(li_, mark)->unread_count(), 5);  // again changes nothing
  EXPECT_EQ(FromProto(List(li_)->messages(0).read_time()), FromProto(read));
  mark.clear_names();
  mark.set_up_to(all[3].name());
  EXPECT_EQ(Mark(li_, mark)->unread_count(), 2);
  v1::ListMessagesRequest unread;
  unread.set_unread_only(true);
  const auto left = List(li_, unread);
  ASSERT_EQ(left->messages_size(), 2);
  EXPECT_EQ(left->messages(0).title(), "4");
}

TEST_F(InboxServiceTest, RefusesWhatItCannotUnderstand) {
  Fill("li", 1);
  v1::MarkMessagesReadRequest mark;
  EXPECT_EQ(Mark(li_, mark).error().violations.at(0).field, "names");
  mark.add_names("letters/1");
  EXPECT_EQ(Mark(li_, mark).error().reason, "FIELD_INVALID");
  mark.set_names(0, List(li_)->messages(0).name());
  mark.set_up_to(mark.names(0));
  EXPECT_EQ(Mark(li_, mark).error().violations.at(0).field, "up_to");
  mark.clear_up_to();
  mark.add_names("messages/none");
  const auto refused = Mark(li_, mark);
  EXPECT_EQ(refused.error().metadata.at("name"), "messages/none");
  EXPECT_EQ(List(li_)->unread_count(), 1);  // all or none
  v1::ListMessagesRequest list;
  list.set_page_token("none");
  EXPECT_EQ(List(li_, list).error().reason, "PAGE_TOKEN_INVALID");
  EXPECT_EQ(List("").error().reason, "SIGN_IN_REQUIRED");
}

}  // namespace
}  // namespace redpeak::notifications
