#include "services/base/names.h"

#include <gmock/gmock.h>

namespace redpeak {
namespace {

TEST(Names, ParsesWhatItMakes) {
  EXPECT_EQ(ParseId("calls", "call", MakeName("calls", "2022")).value(), "2022");
  EXPECT_THAT(ParseName("submissions/{}/reviews/{}", "name", "submissions/a/reviews/b").value(),
              ::testing::ElementsAre("a", "b"));
}

TEST(Names, RefusesOthersAndNamesTheField) {
  for (const char* name : {"", "calls", "calls/", "calls/a/b", "people/a", "calls/a b", "calls/-a",
                           "calls/../secrets", "/calls/a"}) {
    const auto id = ParseId("calls", "call", name);
    ASSERT_FALSE(id) << name;
    EXPECT_EQ(id.error().violations.at(0).field, "call");
  }
}

TEST(Names, LimitsIdsTo63Characters) {
  EXPECT_TRUE(IsId(std::string(63, 'a')));
  EXPECT_FALSE(IsId(std::string(64, 'a')));
}

TEST(Names, MakesNoNameOfNoId) { EXPECT_EQ(MakeName("calls", ""), ""); }

}  // namespace
}  // namespace redpeak
