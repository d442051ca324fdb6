#include "clients/cli/names.h"

#include <gtest/gtest.h>

namespace redpeak::cli {
namespace {

TEST(NamesTest, ExpandFillsInWhatGoesWithoutSaying) {
  EXPECT_EQ(Expand("calls/*", "2022"), "calls/2022");
  EXPECT_EQ(Expand("calls/*", "calls/2022"), "calls/2022");
  EXPECT_EQ(Expand("submissions/*/reviews/*", "s1/r1"), "submissions/s1/reviews/r1");
  EXPECT_EQ(Expand("submissions/*/reviews/*", "s1"), "s1");  // the server will refuse it
  EXPECT_EQ(Expand("calls/*", ""), "");
  EXPECT_EQ(Expand("", "x"), "x");
}

TEST(NamesTest, ShortenTakesItAway) {
  EXPECT_EQ(Shorten("calls/2022"), "2022");
  EXPECT_EQ(Shorten("submissions/s1/reviews/r1"), "s1/r1");
  EXPECT_EQ(Shorten("services/review"), "services/review");
  EXPECT_EQ(Shorten("either/or/x"), "either/or/x");
  EXPECT_EQ(Shorten(""), "");
}

}  // namespace
}  // namespace redpeak::cli
