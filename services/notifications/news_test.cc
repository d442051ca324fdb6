#include "services/notifications/news.h"

#include <gmock/gmock.h>

#include "services/notifications/news_mail.h"
#include "services/notifications/retry.h"

namespace redpeak::notifications {
namespace {

using events::v1::Detail;

PlacedEvent EventOf(const Detail& detail) {
  PlacedEvent placed{{7, 42}, {}};
  placed.event.set_id(42);
  placed.event.set_subject("submissions/s1");
  *placed.event.mutable_detail() = detail;
  return placed;
}

Detail Changed(const std::string& action, const std::string& state) {
  Detail detail;
  detail.mutable_submission_changed()->set_action(action);
  detail.mutable_submission_changed()->set_state(state);
  detail.mutable_submission_changed()->set_reason("预算不清");
  return detail;
}

Detail Checked(bool accepted) {
  Detail detail;
  detail.mutable_formality_checked()->set_accepted(accepted);
  return detail;
}

Detail Approved() {
  Detail detail;
  detail.mutable_submission_approved()->set_project_number("CF2022-P-001");
  return detail;
}

Detail ReviewIs(const std::string& action) {
  Detail detail;
  detail.mutable_review_changed()->set_action(action);
  detail.mutable_review_changed()->set_expert("experts/e1");
  detail.mutable_review_changed()->set_submission("submissions/s1");
  return detail;
}

TEST(News, ComesOfWhatConcernsALeader) {
  const std::pair<Detail, NewsKind> cases[] = {
      {Changed("returned", "RETURNED"), NewsKind::kReturned},
      {Changed("endorsed", "ENDORSED"), NewsKind::kEndorsed},
      {Checked(true), NewsKind::kAccepted},
      {Checked(false), NewsKind::kRefused},
      {Approved(), NewsKind::kApproved},
      {Changed("do_not_approve", "NOT_APPROVED"), NewsKind::kNotApproved},
  };
  for (const auto& [detail, kind] : cases) {
    const auto news = NewsOf(EventOf(detail));
    ASSERT_TRUE(news) << detail.DebugString();
    EXPECT_EQ(news->kind, kind);
    EXPECT_EQ(news->submission, "submissions/s1");
    EXPECT_EQ(news->expert, "");
    EXPECT_EQ(news->mail_id, "event-42");
  }
}

TEST(News, OfReviewsIsOneForAnExpertAndTransaction) {
  const auto news = NewsOf(EventOf(ReviewIs("assigned")));
  ASSERT_TRUE(news);
  EXPECT_EQ(news->kind, NewsKind::kReviewsAssigned);
  EXPECT_EQ(news->expert, "people/e1");
  EXPECT_EQ(news->submission, "");
  EXPECT_EQ(news->mail_id, "assigned-7-e1");
}

TEST(News, IsNotWhatApplicantsMustNotLearn) {
  for (const auto& detail :
       {Detail(), Changed("updated", "RETURNED"), Changed("record_score", "REVIEWED"),
        Changed("propose", "PROPOSED"), Changed("do_not_propose", "NOT_PROPOSED"),
        Changed("approve", "APPROVED"), ReviewIs("submitted"), ReviewIs("cancelled")}) {
    EXPECT_FALSE(NewsOf(EventOf(detail))) << detail.DebugString();
  }
}

TEST(NewsMail, IsWholeInBothLanguages) {
  for (int kind = 0; kind <= static_cast<int>(NewsKind::kReviewsAssigned); ++kind) {
    const News news{.kind = static_cast<NewsKind>(kind),
                    .mail_id = "m",
                    .submission = "submissions/s1",
                    .reason = "预算不清 {title}",
                    .project_number = "CF2022-P-001"};
    const bool review = news.kind == NewsKind::kReviewsAssigned;
    for (const auto* language : {"zh", "en"}) {
      const auto mail = WriteNews(news, language, "草原生态", "https://kx.example");
      EXPECT_NE(mail.subject, "");
      EXPECT_THAT(mail.text, ::testing::HasSubstr(review ? "https://kx.example/reviews\n"
                                                         : "https://kx.example/submissions/s1\n"));
      EXPECT_EQ(mail.text.find("草原生态") != std::string::npos, !review);
      EXPECT_EQ(mail.text.find("预算不清 {title}") != std::string::npos,
                news.kind == NewsKind::kReturned);
      EXPECT_EQ(mail.text.find("CF2022-P-001") != std::string::npos,
                news.kind == NewsKind::kApproved);
    }
    EXPECT_EQ(WriteNews(news, "", "", "").subject, WriteNews(news, "zh", "", "").subject);
    EXPECT_NE(WriteNews(news, "en", "", "").subject, WriteNews(news, "zh", "", "").subject);
  }
}

TEST(Retry, DoublesItsPausesAndGivesUpInTheEnd) {
  const Error unavailable{Code::kUnavailable};
  EXPECT_EQ(RetryAfter(1, unavailable), std::chrono::seconds(30));
  EXPECT_EQ(RetryAfter(2, unavailable), std::chrono::seconds(60));
  EXPECT_EQ(RetryAfter(20, unavailable), std::chrono::hours(6));
  EXPECT_EQ(RetryAfter(21, unavailable), std::nullopt);
  EXPECT_EQ(RetryAfter(1, Error{Code::kFailedPrecondition}), std::nullopt);
}

}  // namespace
}  // namespace redpeak::notifications
