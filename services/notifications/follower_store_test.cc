#include "services/notifications/follower_fixture.h"

namespace redpeak::notifications {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Message;

TEST_F(FollowerStoreTest, TellsLeadersInTheirLanguage) {
  EXPECT_EQ(follower_.FollowSome(), Turn::kIdle);
  Happen({{"submissions/wang", Changed("endorsed")}, {"submissions/zhang", Changed("endorsed")}});
  EXPECT_EQ(follower_.FollowSome(), Turn::kMore);
  EXPECT_THAT(Mails(), ElementsAre("wang@example.cn: Your submission was endorsed",
                                   "zhang@example.cn: 您的申报已获单位推荐"));
  EXPECT_EQ(follower_.FollowSome(), Turn::kIdle);
  EXPECT_THAT(Told("wang"), ElementsAre("SUBMISSION_ENDORSED submissions/wang"));
  const auto message = Inbox("zhang").at(0);
  EXPECT_EQ(message.title(), "Steppe of zhang");
  EXPECT_EQ(message.call(), "calls/c1");
  EXPECT_EQ(message.call_title(), "Call 2022");
  EXPECT_EQ(FromProto(message.create_time()), clock_.Now());
  EXPECT_FALSE(message.has_read_time());
}

TEST_F(FollowerStoreTest, LeavesOutWhatIsGoneAndMailsNobodyWithoutAnAddress) {
  Happen({{"submissions/mute", Changed("endorsed")}, {"submissions/gone", Changed("endorsed")}});
  EXPECT_EQ(follower_.FollowSome(), Turn::kMore);
  EXPECT_THAT(Mails(), IsEmpty());
  EXPECT_EQ(Told("mute").size(), 1U);
}

TEST_F(FollowerStoreTest, TellsAnExpertOnceOfAllThatOneRunAssigned) {
  Happen({{"submissions/a/reviews/1", Review("assigned", "li")},
          {"submissions/b/reviews/2", Review("assigned", "li")},
          {"submissions/b/reviews/3", Review("assigned", "sun")}});
  follower_.FollowSome();
  EXPECT_THAT(Mails(), ElementsAre("li@example.cn: You have been asked to review",
                                   "sun@example.cn: You have been asked to review"));
  ASSERT_THAT(Told("li"), ElementsAre("REVIEWS_ASSIGNED calls/c1"));
  EXPECT_EQ(Inbox("li")[0].count(), 2);
  EXPECT_EQ(Inbox("li")[0].title(), "");
  Happen({{"submissions/c/reviews/4", Review("assigned", "li")}});
  follower_.FollowSome();
  EXPECT_EQ(Mails().size(), 3U);
  EXPECT_EQ(Told("li").size(), 2U);
}

TEST_F(FollowerStoreTest, WaitsForAPeerThatIsDown) {
  Happen({{"submissions/wang", Changed("endorsed")}});
  identity_.down = true;
  EXPECT_EQ(follower_.FollowSome(), Turn::kFailed);
  EXPECT_THAT(Mails(), IsEmpty());
  EXPECT_THAT(Told("wang"), IsEmpty());
  identity_.down = false;
  EXPECT_EQ(follower_.FollowSome(), Turn::kMore);
  EXPECT_EQ(Mails().size(), 1U);
  EXPECT_EQ(Told("wang").size(), 1U);
}

TEST_F(FollowerStoreTest, ManyEventsAreTakenInPiecesAndCountedTogether) {
  const std::vector<std::pair<std::string, Detail>> run(
      1'200, {"submissions/x/reviews/1", Review("assigned", "li")});
  Happen(run);
  int turns = 0;
  while (follower_.FollowSome() == Turn::kMore) ++turns;
  EXPECT_EQ(turns, 3);
  EXPECT_EQ(Mails().size(), 1U);
  EXPECT_EQ(Inbox("li").at(0).count(), 1'200);
}

TEST_F(FollowerStoreTest, TellsTheUnitsOfficersButNotOfTheirOwn) {
  Detail sent;
  sent.mutable_submission_submitted()->set_call("calls/c1");
  Happen({{"submissions/zhang", sent}, {"submissions/wang", sent}});
  FollowAll();
  EXPECT_THAT(Told("unit"), ElementsAre("ENDORSEMENT_AWAITED submissions/wang",
                                        "ENDORSEMENT_AWAITED submissions/zhang"));
  EXPECT_EQ(Inbox("unit")[0].person_name(), "Mx wang");
  EXPECT_EQ(FromProto(Inbox("unit")[0].due_time()), testing::At("2022-04-30T10:00:00Z"));
  EXPECT_THAT(Told("wang"), ElementsAre("ENDORSEMENT_AWAITED submissions/zhang"));
  EXPECT_EQ(Mails().size(), 2U);  // one a day for each
  submissions_.state = submissions::v1::Submission::ENDORSED;
  Happen({{"submissions/zhang", sent}});
  FollowAll();
  EXPECT_EQ(Told("unit").size(), 2U);
}

TEST_F(FollowerStoreTest, TellsOfficersOfAnExpertButNotThoseWhoApplied) {
  identity_.holders[options::v1::PROGRAMME_OFFICER].push_back("friend");
  Happen({{"submissions/wang/reviews/1", Review("declined", "li")}}, "li");
  FollowAll();
  EXPECT_THAT(Told("officer"), ElementsAre("REVIEW_DECLINED submissions/wang/reviews/1"));
  EXPECT_EQ(Inbox("officer")[0].person_name(), "Mx li");
  EXPECT_THAT(Told("wang"), IsEmpty());    // leads it
  EXPECT_THAT(Told("friend"), IsEmpty());  // works on it
}

TEST_F(FollowerStoreTest, TellsOfficersOnceThatAllReviewsAreIn) {
  review_.progress.set_wanted(6);
  review_.progress.set_submissions(2);
  review_.progress.set_submissions_complete(1);
  Happen({{"submissions/wang/reviews/1", Review("submitted", "li")}});
  FollowAll();
  EXPECT_THAT(Told("officer"), IsEmpty());
  review_.progress.set_submissions_complete(2);
  review_.progress.set_submitted(6);
  for (int i = 0; i < 2; ++i) {
    Happen({{"submissions/wang/reviews/2", Review("submitted", "li")}});
    FollowAll();
  }
  EXPECT_THAT(Told("officer"), ElementsAre("REVIEWS_COMPLETE calls/c1"));
  EXPECT_EQ(Inbox("officer")[0].count(), 6);
}

TEST_F(FollowerStoreTest, TellsNobodyOfTheirOwnDeed) {
  Happen({{"submissions/wang/reviews/1", Review("cancelled", "li")}}, "li");
  Happen({{"submissions/wang/reviews/2", Review("cancelled", "sun")}}, "officer");
  Detail withdrawn;
  withdrawn.mutable_proposal_changed()->set_action("withdrawn");
  Happen({{"calls/c1/proposals/p1", withdrawn}}, "approver");
  FollowAll();
  EXPECT_THAT(Told("li"), IsEmpty());
  EXPECT_THAT(Told("sun"), ElementsAre("REVIEWS_CANCELLED calls/c1"));
  EXPECT_THAT(Told("approver"), IsEmpty());
  EXPECT_THAT(Told("officer"), ElementsAre("PROPOSAL_RETURNED calls/c1/proposals/p1"));
}

TEST_F(FollowerStoreTest, TellsWhoFiledAnObjectionOfTheAnswer) {
  const auto objection = [](const std::string& action) {
    Detail detail;
    detail.mutable_objection_changed()->set_action(action);
    detail.mutable_objection_changed()->set_call("calls/c1");
    return detail;
  };
  Happen({{"notices/n1/objections/o1", objection("filed")}}, "li");
  Happen({{"notices/n1/objections/o1", objection("answered")}}, "officer");
  FollowAll();
  EXPECT_THAT(Told("li"), ElementsAre("OBJECTION_ANSWERED notices/n1/objections/o1"));
  EXPECT_THAT(Told("officer"), ElementsAre("OBJECTION_FILED notices/n1/objections/o1"));
}

TEST_F(FollowerStoreTest, TellsAllWhoHaveNotSentTheirsOfMoreTime) {
  Detail extended;
  *extended.mutable_call_extended()->mutable_to() = ToProto(testing::At("2022-05-09T10:00:00Z"));
  extended.mutable_call_extended()->set_reason("holidays");
  Happen({{"calls/c1", extended}});
  FollowAll();
  EXPECT_THAT(Told("wang"), ElementsAre("CALL_EXTENDED submissions/wang"));
  EXPECT_THAT(Told("zhang"), ElementsAre("CALL_EXTENDED submissions/zhang"));
  EXPECT_EQ(Inbox("wang")[0].reason(), "holidays");
  EXPECT_EQ(FromProto(Inbox("wang")[0].due_time()), testing::At("2022-05-09T10:00:00Z"));
}

}  // namespace
}  // namespace redpeak::notifications
