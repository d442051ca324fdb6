#include "services/review/review_store.h"

#include <future>

#include "services/base/requests.h"
#include "services/review/conflict_store.h"
#include "services/review/review_store_fixture.h"

namespace redpeak::review {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReviewStore : public StoreFixture {
 protected:
  v1::Review Read(const ReviewName& name) {
    v1::Review review;
    Do([&](Tx& tx) { review = ReadReview(tx, name)->review; });
    return review;
  }
  std::vector<std::string> List(const ReviewReader& reader, const ReviewFilter& filter = {},
                                const std::string& after = "", int limit = 99) {
    std::vector<std::string> found;
    Do([&](Tx& tx) {
      for (const auto& record : ListReviews(tx, reader, filter, after, limit)) {
        found.push_back(LastId(record.review.name()));
      }
    });
    return found;
  }
  void SetConflict(const std::string& submission, const std::string& expert) {
    Do([&](Tx& tx) {
      PutConflict(tx, {"2022", submission, expert, v1::Conflict::SET_BY_OFFICER, "x"}, kNow);
    });
  }
};

TEST_F(ReviewStore, SubjectsComeBackAsTheyWere) {
  Begin(2, 0);
  Do([&](Tx& tx) {
    const auto subject = *ReadSubject(tx, "s1");
    const auto expected = SomeSubject("s1");
    EXPECT_EQ(subject.keywords, expected.keywords);
    EXPECT_EQ(subject.team_units, expected.team_units);
    EXPECT_EQ(subject.avoided, expected.avoided);
    EXPECT_EQ(subject.leader, expected.leader);
    EXPECT_EQ(subject.amount_fen, expected.amount_fen);
    EXPECT_EQ(InsertSubjects(tx, {SomeSubject("s1")}), 0);
    MarkWithdrawn(tx, "2022", {"s1", "s9"});
    EXPECT_EQ(ReadSubjectsOfCalls(tx, {"2022"}).size(), 1U);
    EXPECT_TRUE(ReadSubject(tx, "s1")->withdrawn);
  });
}

TEST_F(ReviewStore, ANewReviewTellsAllButWhatIsNotThereYet) {
  Begin(1, 1);
  const auto review = Read(Assign("s1", "e1"));
  EXPECT_EQ(review.name(), "submissions/s1/reviews/r-s1-e1");
  EXPECT_EQ(review.call(), "calls/2022");
  EXPECT_EQ(review.submission_title(), "课题s1");
  EXPECT_EQ(review.expert(), "experts/e1");
  EXPECT_EQ(review.expert_name(), "专家e1");
  EXPECT_EQ(review.state(), v1::Review::ASSIGNED);
  EXPECT_EQ(review.affinity(), 0.5);
  EXPECT_EQ(review.due_time().seconds(), 1'650'000'000);
  EXPECT_FALSE(review.has_submit_time());
  EXPECT_EQ(review.etag(), "1");
}

TEST_F(ReviewStore, NeverAssignsAcrossAConflictOrTwice) {
  Begin(2, 1);
  SetConflict("s1", "e1");
  Assign("s2", "e1");
  Do([&](Tx& tx) {
    const std::vector<NewReview> more = {{"a", "s1", "e1", 1}, {"b", "s2", "e1", 1}};
    EXPECT_EQ(InsertReviews(tx, "2022", more, kNow), 0);
    EXPECT_EQ(CountLiveReviews(tx, "2022", "e1"), 1);
  });
}

TEST_F(ReviewStore, DraftsKeepScoresWithAndWithoutPoints) {
  Begin(1, 1);
  const auto name = Assign("s1", "e1");
  v1::Review draft;
  auto& score = *draft.add_scores();
  score.set_criterion("innovation");
  score.set_points(0);
  score.set_comment("“新”\\颖\n");
  draft.add_scores()->set_criterion("feasibility");
  draft.set_comment_to_officers("仅供内部");
  Do([&](Tx& tx) { WriteDraft(tx, name.review, draft); });
  const auto review = Read(name);
  ASSERT_EQ(review.scores_size(), 2);
  EXPECT_TRUE(review.scores(0).has_points());
  EXPECT_EQ(review.scores(0).comment(), score.comment());
  EXPECT_FALSE(review.scores(1).has_points());
  EXPECT_EQ(review.comment_to_officers(), "仅供内部");
  EXPECT_EQ(review.etag(), "2");
}

TEST_F(ReviewStore, SealsOnceWithEventAndAnswer) {
  Begin(1, 1);
  const auto name = Assign("s1", "e1");
  const RequestKey key{"accounts/e1", "0b0e7a3e-6f3c-4f8e-9a53-0d6f6d1c2b3a", "print"};
  EXPECT_TRUE(Submit(name, 71.5, key));
  const auto review = Read(name);
  EXPECT_EQ(review.state(), v1::Review::SUBMITTED);
  EXPECT_EQ(review.total(), 71.5);
  EXPECT_TRUE(review.has_submit_time());
  Do([&](Tx& tx) {
    const auto answer = ReadAnswer(tx, key);
    ASSERT_TRUE(answer);
    v1::Review answered;
    EXPECT_TRUE(answered.ParseFromString(answer->answer));
    EXPECT_EQ(answered.total(), 71.5);
    EXPECT_FALSE(SealReview(tx, Call(caller_, kNow, ids_, &tx), review, 4)) << "it is sealed";
  });
}

TEST_F(ReviewStore, TheSealRefusesAnOldVersionAConflictAndAClosedRound) {
  Begin(3, 1);
  const auto stale = Assign("s1", "e1");
  Do([&](Tx& tx) { WriteState(tx, stale.review, v1::Review::ACCEPTED, ""); });
  Do([&](Tx& tx) {
    const auto record = *ReadReview(tx, stale);
    EXPECT_FALSE(SealReview(tx, Call(caller_, kNow, ids_, &tx), record.review, record.version - 1));
  });
  const auto conflicted = Assign("s2", "e1");
  SetConflict("s2", "e1");
  EXPECT_FALSE(Submit(conflicted, 50));
  const auto late = Assign("s3", "e1");
  Do([&](Tx& tx) { CloseRound(tx, "2022", "", kNow); });
  EXPECT_FALSE(Submit(late, 50));
  EXPECT_EQ(Read(late).state(), v1::Review::ACCEPTED);
}

// Whichever comes first, a pair never ends with both a conflict and a review that was submitted
// after it.
TEST_F(ReviewStore, AConflictAndASubmissionDoNotPassEachOther) {
  Begin(20, 1);
  for (int i = 1; i <= 20; ++i) {
    const auto submission = "s" + std::to_string(i);
    const auto name = Assign(submission, "e1");
    Do([&](Tx& tx) { WriteState(tx, name.review, v1::Review::ACCEPTED, ""); });
    Do([&](Tx& tx) {
      v1::Review draft;
      draft.set_recommendation(v1::Review::FUND);
      WriteDraft(tx, name.review, draft);
    });
    auto sealing = std::async(std::launch::async, [&] {
      bool sealed = false;
      Do(
          [&](Tx& tx) {
            auto record = *ReadReview(tx, name);
            record.review.set_total(1);
            sealed = SealReview(tx, Call(caller_, kNow, ids_, &tx), record.review, record.version);
          },
          TxMode::kStatement);
      return sealed;
    });
    bool set = false;
    Do([&](Tx& tx) {
      const auto records = ReadReviewsOfPairForUpdate(tx, submission, "e1");
      if (records.front().review.state() == v1::Review::SUBMITTED) return;
      PutConflict(tx, {"2022", submission, "e1", v1::Conflict::SET_BY_OFFICER, "x"}, kNow);
      EXPECT_EQ(CancelConflicted(tx, {"2022"}).size(), 1U);
      set = true;
    });
    EXPECT_NE(sealing.get(), set);
  }
}

TEST_F(ReviewStore, CancelsWhatMustNotGoOn) {
  Begin(3, 2);
  const auto in_conflict = Assign("s1", "e1");
  const auto withdrawn = Assign("s2", "e1");
  const auto open = Assign("s3", "e1");
  const auto sealed = Assign("s3", "e2");
  EXPECT_TRUE(Submit(sealed, 10));
  SetConflict("s1", "e1");
  SetConflict("s3", "e2");
  Do([&](Tx& tx) {
    MarkWithdrawn(tx, "2022", {"s2"});
    const auto first = CancelConflicted(tx, {"2022"});
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first.front().review, in_conflict.review);
    EXPECT_EQ(CancelWithdrawn(tx, "2022").size(), 1U);
    EXPECT_EQ(CancelUnfinished(tx, "2022").front().review, open.review);
  });
  EXPECT_EQ(Read(in_conflict).decline_reason(), kConflictReason);
  EXPECT_EQ(Read(withdrawn).decline_reason(), kWithdrawnReason);
  EXPECT_EQ(Read(open).decline_reason(), kClosedReason);
  EXPECT_EQ(Read(sealed).state(), v1::Review::SUBMITTED);
}

TEST_F(ReviewStore, ListsForExpertsAndStaff) {
  Begin(2, 2);
  Assign("s1", "e1");
  Assign("s1", "e2");
  Assign("s2", "e1");
  EXPECT_THAT(List({.expert = "e1"}), ElementsAre("r-s1-e1", "r-s2-e1"));
  EXPECT_THAT(List({.expert = "e1"}, {}, "r-s1-e1"), ElementsAre("r-s2-e1"));
  EXPECT_THAT(List({.staff_everywhere = true}), ElementsAre("r-s1-e1", "r-s1-e2", "r-s2-e1"));
  EXPECT_THAT(List({.staff_calls = {"2022"}}, {.submission = "s1"}),
              ElementsAre("r-s1-e1", "r-s1-e2"));
  EXPECT_THAT(List({.staff_calls = {"2021"}}), IsEmpty());
  EXPECT_THAT(List({.staff_everywhere = true, .person = "member-s1"}), ElementsAre("r-s2-e1"));
  EXPECT_THAT(List({.staff_everywhere = true}, {.state = "SUBMITTED"}), IsEmpty());
  EXPECT_THAT(List({}), IsEmpty());
  SetConflict("s1", "e1");
  EXPECT_THAT(List({.expert = "e1"}), ElementsAre("r-s2-e1"));
}

TEST_F(ReviewStore, KnowsEveryPairThatWasTried) {
  Begin(2, 2);
  Assign("s1", "e1");
  const auto declined = Assign("s1", "e2");
  Do([&](Tx& tx) {
    WriteState(tx, declined.review, v1::Review::DECLINED, "忙");
    int live = 0;
    const auto pairs = ReadReviewedPairs(tx, "2022");
    for (const auto& pair : pairs) live += pair.live ? 1 : 0;
    EXPECT_EQ(pairs.size(), 2U);
    EXPECT_EQ(live, 1);
    EXPECT_EQ(ReadReviewsOfPairForUpdate(tx, "s1", "e2").size(), 1U);
  });
}

}  // namespace
}  // namespace redpeak::review
