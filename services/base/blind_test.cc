#include "services/base/blind.h"

#include <gmock/gmock.h>

#include "redpeak/review/v1/review_service.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"

namespace redpeak {
namespace {

using review::v1::ListReviewsResponse;
using review::v1::Review;

Audiences AuthorOnly(const Caller& caller, const Review& review) {
  if (caller.person == review.expert()) return {Audience::SELF};
  return {};
}

class BlindTest : public ::testing::Test {
 protected:
  BlindTest() { SetAudienceRule<Review, &AuthorOnly>(); }
  Review Sample() {
    Review review;
    review.set_name("submissions/s/reviews/r");
    review.set_expert("people/e");
    review.set_total(80);
    review.set_affinity(0.5);
    return review;
  }
};

TEST_F(BlindTest, ShowsTheAuthorWhatIsTheAuthors) {
  auto review = Sample();
  HideFrom(Caller{.person = "people/e"}, review);
  EXPECT_EQ(review.total(), 80);
  EXPECT_EQ(review.affinity(), 0);  // for staff only
}

TEST_F(BlindTest, ClearsInsideListsByEachItemsOwnAudience) {
  ListReviewsResponse list;
  *list.add_reviews() = Sample();
  *list.add_reviews() = Sample();
  list.mutable_reviews(1)->set_expert("people/other");
  HideFrom(Caller{.person = "people/e"}, list);
  EXPECT_EQ(list.reviews(0).expert(), "people/e");
  EXPECT_EQ(list.reviews(1).expert(), "");
  EXPECT_EQ(list.reviews(1).total(), 0);
  EXPECT_EQ(list.reviews(1).name(), "submissions/s/reviews/r");
}

TEST_F(BlindTest, LetsServicesSeeWhatIsForPeers) {
  submissions::v1::Submission submission;
  submission.set_leader("people/l");
  HideFrom(Caller{.service = "review"}, submission);
  EXPECT_EQ(submission.leader(), "people/l");
}

TEST_F(BlindTest, ClearsEverythingBlindOfATypeWithoutARule) {
  submissions::v1::Attachment attachment;
  attachment.set_file_name("the leader's name.pdf");
  attachment.set_size_bytes(7);
  HideFrom(Caller{.person = "people/e"}, attachment);
  EXPECT_EQ(attachment.file_name(), "");
  EXPECT_EQ(attachment.size_bytes(), 7);
}

TEST_F(BlindTest, KnowsWhichTypesHaveBlindFieldsInside) {
  EXPECT_TRUE(HasBlindFields(*ListReviewsResponse::descriptor()));
  EXPECT_TRUE(HasBlindFields(*submissions::v1::Submission::descriptor()));
  EXPECT_FALSE(HasBlindFields(*submissions::v1::TeamMember::descriptor()));
}

}  // namespace
}  // namespace redpeak
