#include "services/notifications/news.h"

#include <gmock/gmock.h>

#include "services/notifications/retry.h"

namespace redpeak::notifications {
namespace {

using events::v1::Detail;
using v1::Message;

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
  detail.mutable_review_changed()->set_call("calls/c1");
  return detail;
}

TEST(News, ComesOfWhatConcernsALeader) {
  const std::pair<Detail, Kind> cases[] = {
      {Changed("returned", "RETURNED"), Message::SUBMISSION_RETURNED},
      {Changed("endorsed", "ENDORSED"), Message::SUBMISSION_ENDORSED},
      {Checked(true), Message::SUBMISSION_ACCEPTED},
      {Checked(false), Message::SUBMISSION_REFUSED},
      {Changed("put_on_notice", "PROPOSED"), Message::SUBMISSION_ON_NOTICE},
      {Approved(), Message::SUBMISSION_APPROVED},
      {Changed("do_not_approve", "NOT_APPROVED"), Message::SUBMISSION_NOT_APPROVED},
  };
  for (const auto& [detail, kind] : cases) {
    const auto news = NewsOf(EventOf(detail));
    ASSERT_EQ(news.size(), 1U) << detail.DebugString();
    EXPECT_EQ(news[0].kind, kind);
    EXPECT_EQ(news[0].submission, "submissions/s1");
    EXPECT_EQ(news[0].expert, "");
    EXPECT_EQ(news[0].id, "event-42");
    EXPECT_EQ(news[0].reason, kind == Message::SUBMISSION_RETURNED ? "预算不清" : "");
    EXPECT_EQ(news[0].number, kind == Message::SUBMISSION_APPROVED ? "CF2022-P-001" : "");
  }
}

TEST(News, OfReviewsIsOneForAnExpertAndTransaction) {
  const auto assigned = EventOf(ReviewIs("assigned"));
  const auto news = NewsOf({assigned, assigned, EventOf(ReviewIs("cancelled"))});
  ASSERT_EQ(news.size(), 2U);
  EXPECT_EQ(news[0].kind, Message::REVIEWS_ASSIGNED);
  EXPECT_EQ(news[0].expert, "people/e1");
  EXPECT_EQ(news[0].submission, "");
  EXPECT_EQ(news[0].subject, "calls/c1");
  EXPECT_EQ(news[0].count, 2);
  EXPECT_EQ(news[0].id, "assigned-7-c1-e1");
  EXPECT_EQ(news[1].kind, Message::REVIEWS_CANCELLED);
  EXPECT_EQ(news[1].count, 1);
}

TEST(News, ComesOfWhatConcernsStaff) {
  auto placed = EventOf(ReviewIs("declined"));
  EXPECT_EQ(NewsOf(placed).at(0).kind, Message::REVIEW_DECLINED);
  EXPECT_EQ(NewsOf(placed).at(0).submission, "submissions/s1");
  placed = EventOf(ReviewIs("submitted"));
  EXPECT_EQ(NewsOf(placed).at(0).kind, Message::REVIEWS_COMPLETE);
  EXPECT_EQ(NewsOf(placed).at(0).id, "complete-c1");
  const std::pair<const char*, Kind> cases[] = {{"made", Message::SIGNATURE_AWAITED},
                                                {"signed", Message::PROPOSAL_SIGNED},
                                                {"withdrawn", Message::PROPOSAL_RETURNED}};
  for (const auto& [action, kind] : cases) {
    Detail detail;
    detail.mutable_proposal_changed()->set_action(action);
    placed = EventOf(detail);
    placed.event.set_subject("calls/c1/proposals/p1");
    EXPECT_EQ(NewsOf(placed).at(0).kind, kind);
    EXPECT_EQ(NewsOf(placed).at(0).call, "calls/c1");
  }
}

TEST(News, IsNotWhatApplicantsMustNotLearn) {
  Detail exception;
  exception.mutable_proposal_changed()->set_action("exception_added");
  for (const auto& detail :
       {Detail(), Changed("updated", "RETURNED"), Changed("record_score", "REVIEWED"),
        Changed("propose", "PROPOSED"), Changed("do_not_propose", "NOT_PROPOSED"),
        Changed("approve", "APPROVED"), ReviewIs("saved"), ReviewIs("accepted"), exception}) {
    EXPECT_TRUE(NewsOf(EventOf(detail)).empty()) << detail.DebugString();
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
