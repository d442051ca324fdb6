#include "services/notifications/reminders.h"

#include <gmock/gmock.h>

#include "tests/server.h"

namespace redpeak::notifications {
namespace {

using submissions::v1::Submission;
using testing::At;
using ::testing::IsEmpty;
using v1::Message;

const Instant kNow = At("2022-04-28T10:00:00Z");

calls::v1::Call Closing(Instant closes) {
  calls::v1::Call call;
  call.set_name("calls/c1");
  *call.mutable_closes_at() = ToProto(closes);
  *call.mutable_review_due() = ToProto(closes);
  return call;
}

Submission Unsent(Submission::State state) {
  Submission submission;
  submission.set_name("submissions/s1");
  submission.set_state(state);
  return submission;
}

TEST(Reminders, AreForTimesThatAreNearAndNotOver) {
  EXPECT_TRUE(IsNear(kNow + std::chrono::hours(72), kNow));
  EXPECT_TRUE(IsNear(kNow + std::chrono::microseconds(1), kNow));
  EXPECT_FALSE(IsNear(kNow + std::chrono::hours(73), kNow));
  EXPECT_FALSE(IsNear(kNow, kNow));
}

TEST(Reminders, OfSendingComeTwiceAndAgainWhenTheTimeMoves) {
  const auto ids = [](Instant closes, Instant now) {
    const auto news = RemindOfSending(Closing(closes), {Unsent(Submission::DRAFT)}, now);
    return news.empty() ? std::string() : news.front().id;
  };
  const auto closes = kNow + std::chrono::hours(50);
  EXPECT_EQ(ids(closes, kNow), ids(closes, kNow + std::chrono::hours(1)));
  EXPECT_NE(ids(closes, kNow), ids(closes, kNow + std::chrono::hours(49)));
  EXPECT_NE(ids(closes, kNow), ids(closes + std::chrono::hours(1), kNow));
  EXPECT_EQ(ids(closes, closes), "");
}

TEST(Reminders, OfCorrectingGoByTheLaterTime) {
  auto returned = Unsent(Submission::RETURNED);
  *returned.mutable_correct_by() = ToProto(kNow + std::chrono::hours(10));
  auto news = RemindOfSending(Closing(kNow - std::chrono::hours(1)), {returned}, kNow);
  ASSERT_EQ(news.size(), 1U);
  EXPECT_EQ(news[0].kind, Message::CORRECTION_DUE);
  EXPECT_EQ(news[0].due, kNow + std::chrono::hours(10));
  news = RemindOfSending(Closing(kNow + std::chrono::hours(20)), {returned}, kNow);
  EXPECT_EQ(news.at(0).due, kNow + std::chrono::hours(20));
  EXPECT_THAT(RemindOfSending(Closing(kNow), {Unsent(Submission::RETURNED)}, kNow), IsEmpty());
}

TEST(Reminders, OfReviewsCountAnExpertsOwn) {
  std::vector<review::v1::Review> unfinished(3);
  unfinished[0].set_expert("experts/e1");
  unfinished[1].set_expert("experts/e2");
  unfinished[2].set_expert("experts/e1");
  const auto news = RemindOfReviews(Closing(kNow + std::chrono::hours(9)), unfinished, kNow);
  ASSERT_EQ(news.size(), 2U);
  EXPECT_EQ(news[0].expert, "people/e1");
  EXPECT_EQ(news[0].count, 2);
  EXPECT_NE(news[0].id, news[1].id);
}

TEST(Reminders, OfNoticesAreForThoseThatEndedUndecided) {
  using approval::v1::Notice;
  std::vector<Notice> notices(3);
  for (int i = 0; i < 3; ++i)
    notices[static_cast<size_t>(i)].set_name("notices/" + std::to_string(i));
  notices[0].set_state(Notice::PUBLISHED);
  notices[1].set_state(Notice::ENDED);
  notices[2].set_state(Notice::CLOSED);
  const auto news = EndedNotices(notices);
  ASSERT_EQ(news.size(), 1U);
  EXPECT_EQ(news[0].subject, "notices/1");
}

}  // namespace
}  // namespace redpeak::notifications
