#include "services/review/ranking_store.h"

#include "services/review/review_store_fixture.h"

namespace redpeak::review {
namespace {

using ::testing::ElementsAre;

class RankingStore : public StoreFixture {
 protected:
  // s1 and s2 are equal, s3 is best, s4 has nothing submitted.
  void BeginScored() {
    Begin(4, 3);
    EXPECT_TRUE(Submit(Assign("s1", "e1"), 60));
    EXPECT_TRUE(Submit(Assign("s1", "e2"), 80));
    EXPECT_TRUE(Submit(Assign("s2", "e1"), 70));
    EXPECT_TRUE(Submit(Assign("s3", "e1"), 90.125));
    Assign("s4", "e1");
  }
  static std::vector<std::string> Order(const std::vector<v1::RankedSubmission>& ranking) {
    std::vector<std::string> order;
    for (const auto& one : ranking) {
      order.push_back(LastId(one.submission()) + " " + std::to_string(one.rank()));
    }
    return order;
  }
};

TEST_F(RankingStore, RanksWhatIsSubmitted) {
  BeginScored();
  Do([&](Tx& tx) {
    const auto ranking = ReadCurrentRanking(tx, "2022");
    EXPECT_THAT(Order(ranking), ElementsAre("s3 1", "s1 2", "s2 2"));
    EXPECT_EQ(ranking[0].mean(), 90.125);
    EXPECT_TRUE(ranking[1].tied());
    EXPECT_EQ(ranking[1].reviews(), 2);
    EXPECT_EQ(ranking[1].title(), "课题s1");
    EXPECT_EQ(ranking[1].leader_name(), "张三");
    EXPECT_EQ(ranking[1].recommendations_size(), 2);
    EXPECT_THAT(Order(ReadCurrentRanking(tx, "2022", {.person = "leader-s3", .limit = 9})),
                ElementsAre("s1 2", "s2 2"));
  });
}

TEST_F(RankingStore, TheKeptRankingIsTheCurrentOne) {
  BeginScored();
  Do([&](Tx& tx) {
    WriteRanking(tx, ReadCurrentRanking(tx, "2022"));
    const RankingPage pages[] = {{.limit = 9},
                                 {.limit = 2},
                                 {.after_rank = 2, .after_submission = "s1", .limit = 9},
                                 {.category = "key", .limit = 9},
                                 {.person = "leader-s1", .limit = 9}};
    for (const auto& page : pages) {
      const auto kept = ReadKeptRanking(tx, "2022", page);
      const auto current = ReadCurrentRanking(tx, "2022", page);
      ASSERT_EQ(Order(kept), Order(current));
      for (size_t i = 0; i < kept.size(); ++i) {
        EXPECT_EQ(kept[i].SerializeAsString(), current[i].SerializeAsString());
      }
    }
  });
}

TEST_F(RankingStore, WithdrawnOnesAreNotRanked) {
  BeginScored();
  Do([&](Tx& tx) {
    MarkWithdrawn(tx, "2022", {"s3"});
    EXPECT_THAT(Order(ReadCurrentRanking(tx, "2022")), ElementsAre("s1 1", "s2 1"));
  });
}

TEST_F(RankingStore, CountsProgress) {
  BeginScored();
  Do([&](Tx& tx) {
    const auto progress = ReadProgress(tx, "2022");
    EXPECT_EQ(progress.submissions(), 4);
    EXPECT_EQ(progress.wanted(), 8);
    EXPECT_EQ(progress.assigned(), 1);
    EXPECT_EQ(progress.submitted(), 4);
    EXPECT_EQ(progress.submissions_complete(), 1);
    EXPECT_EQ(progress.submissions_short(), 3);
    EXPECT_EQ(progress.experts(), 2);
    EXPECT_FALSE(progress.closed());
    const auto missing = ReadMissingReviews(tx, "2022", 2);
    ASSERT_EQ(missing.size(), 3U);
    EXPECT_EQ(missing[2].submission, "submissions/s4");
    EXPECT_EQ(missing[2].count, 2);
    CloseRound(tx, "2022", "够了", kNow);
    EXPECT_TRUE(ReadProgress(tx, "2022").closed());
    EXPECT_TRUE(ReadRound(tx, "2022")->closed);
  });
}

TEST_F(RankingStore, AnEmptyRoundHasProgress) {
  Begin(0, 0);
  Do([&](Tx& tx) {
    EXPECT_EQ(ReadProgress(tx, "2022").submissions(), 0);
    EXPECT_EQ(ReadProgress(tx, "2022").submissions_short(), 0);
    EXPECT_EQ(ReadRound(tx, "2022")->due, kNow);
    SetReviewsEach(tx, "2022", 5);
    EXPECT_EQ(ReadRound(tx, "2022")->reviews_each, 5);
    EXPECT_THAT(LockOpenRounds(tx), ElementsAre("2022"));
    LockRound(tx, "2022");
  });
}

TEST_F(RankingStore, CommentsTellTextAndRecommendation) {
  BeginScored();
  Do([&](Tx& tx) {
    EXPECT_EQ(ReadComments(tx, "s1").size(), 2U);
    EXPECT_EQ(ReadComments(tx, "s1")[0].recommendation(), v1::Review::FUND);
    EXPECT_EQ(ReadComments(tx, "s4").size(), 0U);
  });
}

}  // namespace
}  // namespace redpeak::review
