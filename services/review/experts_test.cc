#include "services/review/experts.h"

#include <gmock/gmock.h>

namespace redpeak::review {
namespace {

using ::testing::ElementsAre;

v1::Expert SomeExpert() {
  v1::Expert expert;
  expert.add_disciplines("210");
  expert.add_disciplines("2302030");
  expert.add_keywords("草原");
  expert.set_reviews_max(6);
  return expert;
}

template <typename T>
std::vector<std::string> Fields(const Result<T>& checked) {
  std::vector<std::string> fields;
  if (checked) return fields;
  for (const auto& violation : checked.error().violations) {
    fields.push_back(violation.field + " " + violation.rule);
  }
  return fields;
}

TEST(Experts, ChecksDisciplinesKeywordsAndLimit) {
  EXPECT_TRUE(CheckExpert(SomeExpert(), "expert."));
  EXPECT_THAT(Fields(CheckExpert(v1::Expert(), "expert.")),
              ElementsAre("expert.disciplines REQUIRED", "expert.reviews_max OUT_OF_RANGE"));
  auto expert = SomeExpert();
  expert.add_disciplines("2101");
  expert.set_reviews_max(201);
  for (int i = 0; i < 30; ++i) expert.add_keywords("词");
  EXPECT_THAT(Fields(CheckExpert(expert, "expert.")),
              ElementsAre("expert.disciplines MALFORMED", "expert.keywords TOO_MANY",
                          "expert.reviews_max OUT_OF_RANGE"));
}

TEST(Experts, OfficersChangeAllAndExpertsNotTheirDisciplines) {
  v1::Expert wanted;
  wanted.add_disciplines("320");
  wanted.set_reviews_max(9);
  auto expert = SomeExpert();
  EXPECT_TRUE(ApplyExpertMask(wanted, {}, /*by_officer=*/false, expert));
  EXPECT_THAT(expert.disciplines(), ElementsAre("210", "2302030"));
  EXPECT_EQ(expert.reviews_max(), 9);
  google::protobuf::FieldMask mask;
  mask.add_paths("disciplines");
  EXPECT_THAT(Fields(ApplyExpertMask(wanted, mask, false, expert)),
              ElementsAre("update_mask UNKNOWN"));
  EXPECT_TRUE(ApplyExpertMask(wanted, mask, true, expert));
  EXPECT_THAT(expert.disciplines(), ElementsAre("320"));
  mask.add_paths("person");
  EXPECT_THAT(Fields(ApplyExpertMask(wanted, mask, true, expert)),
              ElementsAre("update_mask UNKNOWN"));
}

TEST(Experts, ReadsATable) {
  const auto rows = ReadExpertTable(
      "person,disciplines,max_reviews,available,keywords\np1,620;810,6,yes,草原; 牧业 "
      ";\np2,230,8,no,\n");
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  const auto& first = rows->front();
  EXPECT_EQ(first.row, 2U);
  EXPECT_EQ(first.expert.person(), "people/p1");
  EXPECT_THAT(first.expert.disciplines(), ElementsAre("620", "810"));
  EXPECT_THAT(first.expert.keywords(), ElementsAre("草原", "牧业"));
  EXPECT_EQ(first.expert.reviews_max(), 6);
  EXPECT_TRUE(first.expert.available());
  EXPECT_FALSE(rows->back().expert.available());
}

TEST(Experts, NamesRowAndColumnOfEveryMistake) {
  const auto rows = ReadExpertTable(
      "person,disciplines,max_reviews,available\n"
      "p1,620,6,yes\n"
      "p1,62,0,maybe\n"
      "Not An Id,,x,no\n");
  EXPECT_THAT(Fields(rows),
              ElementsAre("rows[3].available UNKNOWN", "rows[3].disciplines MALFORMED",
                          "rows[3].max_reviews OUT_OF_RANGE", "rows[3].person REPEATED",
                          "rows[4].person MALFORMED", "rows[4].disciplines REQUIRED",
                          "rows[4].max_reviews OUT_OF_RANGE"));
  EXPECT_EQ(ReadExpertTable("person,disciplines\np1,620\n").error().reason, "CSV_COLUMN_MISSING");
}

}  // namespace
}  // namespace redpeak::review
