#include "services/review/conflict_store.h"

#include "services/review/review_store_fixture.h"

namespace redpeak::review {
namespace {

using Kind = v1::Conflict;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ConflictStore : public StoreFixture {
 protected:
  static std::vector<std::string> List(Tx& tx, const ConflictFilter& filter,
                                       const std::vector<std::string>& after = {}, int limit = 99) {
    std::vector<std::string> found;
    for (const auto& conflict : ListConflicts(tx, filter, after, limit)) {
      found.push_back(LastId(conflict.submission()) + " " + LastId(conflict.expert()) + " " +
                      v1::Conflict::Kind_Name(conflict.kind()));
    }
    return found;
  }
};

TEST_F(ConflictStore, FoundOnesFollowTheFacts) {
  Begin(2, 3);
  Do([&](Tx& tx) {
    ReplaceFoundConflicts(tx, {"2022"}, {"e1", "e2"},
                          {{"s1", "e1", Kind::SAME_UNIT}, {"s2", "e2", Kind::AVOIDED}}, kNow);
    PutConflict(tx, {"2022", "s1", "e1", Kind::SET_BY_OFFICER, "师生"}, kNow);
    EXPECT_THAT(List(tx, {.call = "2022"}),
                ElementsAre("s1 e1 SAME_UNIT", "s1 e1 SET_BY_OFFICER", "s2 e2 AVOIDED"));
    ReplaceFoundConflicts(tx, {"2022"}, {"e1"}, {{"s2", "e1", Kind::TEAM_UNIT}}, kNow);
    EXPECT_THAT(List(tx, {.call = "2022"}),
                ElementsAre("s1 e1 SET_BY_OFFICER", "s2 e1 TEAM_UNIT", "s2 e2 AVOIDED"));
    EXPECT_TRUE(HasConflict(tx, "s2", "e1"));
    EXPECT_FALSE(HasConflict(tx, "s2", "e3"));
    EXPECT_THAT(ReadToldConflicts(tx, "2022"),
                ElementsAre(FoundConflict{"s1", "e1", Kind::SET_BY_OFFICER}));
  });
}

TEST_F(ConflictStore, OnlyAnOfficersCanBeRemoved) {
  Begin(1, 1);
  Do([&](Tx& tx) {
    PutConflict(tx, {"2022", "s1", "e1", Kind::DECLARED, "合作"}, kNow);
    EXPECT_FALSE(RemoveOfficersConflict(tx, "s1", "e1"));
    PutConflict(tx, {"2022", "s1", "e1", Kind::SET_BY_OFFICER, "一"}, kNow);
    PutConflict(tx, {"2022", "s1", "e1", Kind::SET_BY_OFFICER, "二"}, kNow);
    EXPECT_EQ(ListConflicts(tx, {.call = "2022"}, {}, 9).back().reason(), "二");
    EXPECT_TRUE(RemoveOfficersConflict(tx, "s1", "e1"));
    EXPECT_THAT(List(tx, {.call = "2022"}), ElementsAre("s1 e1 DECLARED"));
  });
}

TEST_F(ConflictStore, ListsByPageAndNotOnesOwn) {
  Begin(2, 2);
  Do([&](Tx& tx) {
    ReplaceFoundConflicts(tx, {"2022"}, {"e1", "e2"},
                          {{"s1", "e1", Kind::SAME_UNIT},
                           {"s1", "e2", Kind::SAME_UNIT},
                           {"s2", "e1", Kind::SAME_UNIT}},
                          kNow);
    EXPECT_THAT(List(tx, {.call = "2022"}, {"s1", "e1", "SAME_UNIT"}, 1),
                ElementsAre("s1 e2 SAME_UNIT"));
    EXPECT_THAT(List(tx, {.call = "2022", .submission = "s2"}), ElementsAre("s2 e1 SAME_UNIT"));
    EXPECT_THAT(List(tx, {.call = "2022", .person = "leader-s1"}), ElementsAre("s2 e1 SAME_UNIT"));
    EXPECT_THAT(List(tx, {.call = "2022", .person = "member-s1"}), ElementsAre("s2 e1 SAME_UNIT"));
    EXPECT_THAT(List(tx, {.call = "2021"}), IsEmpty());
  });
}

}  // namespace
}  // namespace redpeak::review
