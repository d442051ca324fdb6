#include "services/review/conflicts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace redpeak::review {
namespace {

using Kind = v1::Conflict;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Subject SomeSubject() {
  return {.id = "s1",
          .call = "2022",
          .leader = "p1",
          .unit = "hospital",
          .unit_name = "第一医院",
          .recommender = "district",
          .team_people = {"p2"},
          .team_units = {"　第三 学院", "organisations/institute"},
          .avoided = {"p9"}};
}

TEST(Conflicts, EachRule) {
  const auto subject = SomeSubject();
  EXPECT_THAT(ConflictsOf(subject, {"p1", "other", "其他"}), ElementsAre(Kind::APPLICANT));
  EXPECT_THAT(ConflictsOf(subject, {"p2", "other", "其他"}), ElementsAre(Kind::TEAM_MEMBER));
  EXPECT_THAT(ConflictsOf(subject, {"p3", "hospital", "第一医院"}), ElementsAre(Kind::SAME_UNIT));
  EXPECT_THAT(ConflictsOf(subject, {"p3", "district", "某区科协"}), ElementsAre(Kind::SAME_UNIT));
  EXPECT_THAT(ConflictsOf(subject, {"p3", "college", "第三 学院"}), ElementsAre(Kind::TEAM_UNIT));
  EXPECT_THAT(ConflictsOf(subject, {"p3", "institute", "研究院"}), ElementsAre(Kind::TEAM_UNIT));
  EXPECT_THAT(ConflictsOf(subject, {"p9", "other", "其他"}), ElementsAre(Kind::AVOIDED));
  EXPECT_THAT(ConflictsOf(subject, {"p3", "other", "其他"}), IsEmpty());
}

TEST(Conflicts, SeveralAtOnce) {
  EXPECT_THAT(ConflictsOf(SomeSubject(), {"p1", "hospital", "第一医院"}),
              ElementsAre(Kind::APPLICANT, Kind::SAME_UNIT));
}

TEST(Conflicts, NobodysUnitIsNoUnit) {
  auto subject = SomeSubject();
  subject.recommender.clear();
  subject.team_units.emplace_back("");
  EXPECT_THAT(ConflictsOf(subject, {"p3", "", ""}), IsEmpty());
}

TEST(Conflicts, InvolvedAreLeaderAndTeam) {
  EXPECT_TRUE(IsInvolved(SomeSubject(), "p1"));
  EXPECT_TRUE(IsInvolved(SomeSubject(), "p2"));
  EXPECT_FALSE(IsInvolved(SomeSubject(), "p9"));
  EXPECT_FALSE(IsInvolved(SomeSubject(), ""));
}

TEST(Conflicts, ToldOnesAreNotStructural) {
  EXPECT_FALSE(IsStructural(Kind::DECLARED));
  EXPECT_FALSE(IsStructural(Kind::SET_BY_OFFICER));
  EXPECT_TRUE(IsStructural(Kind::AVOIDED));
}

// The index must find what asking everybody about everything finds.
TEST(Conflicts, ManyAtOnceAreTheSameAsOneByOne) {
  std::mt19937 random(7);
  const auto any = [&](const char* kind) { return kind + std::to_string(random() % 12); };
  std::vector<Affiliation> people;
  for (int i = 0; i < 12; ++i) {
    const auto unit = any("o");
    people.push_back({"p" + std::to_string(i), unit, "单位" + unit});
  }
  std::vector<Subject> subjects;
  for (int i = 0; i < 40; ++i) {
    subjects.push_back({.id = "s" + std::to_string(i),
                        .leader = any("p"),
                        .unit = any("o"),
                        .recommender = any("o"),
                        .team_people = {any("p")},
                        .team_units = {"单位" + any("o"), any("o")},
                        .avoided = {any("p")}});
  }
  std::vector<FoundConflict> expected;
  for (const auto& subject : subjects) {
    for (const auto& person : people) {
      for (const auto kind : ConflictsOf(subject, person)) {
        expected.push_back({subject.id, person.person, kind});
      }
    }
  }
  EXPECT_GT(expected.size(), 40U);
  EXPECT_THAT(FindConflicts(subjects, people), ::testing::UnorderedElementsAreArray(expected));
}

}  // namespace
}  // namespace redpeak::review
