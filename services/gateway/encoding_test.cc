#include "services/gateway/encoding.h"

#include <gmock/gmock.h>

#include "services/gateway/gzip.h"
#include "services/gateway/ranges.h"

namespace redpeak::gateway {
namespace {

TEST(PercentDecode, ReadsEscapesAndRefusesBrokenOnes) {
  EXPECT_EQ(PercentDecode("a%20b%E7%8E%8B+"), "a b王+");
  EXPECT_EQ(PercentDecode("a+b", true), "a b");
  for (const auto* broken : {"%", "%2", "%zz", "a%00b"}) EXPECT_FALSE(PercentDecode(broken));
}

TEST(PercentEncode, IsUndoneByDecoding) {
  const std::string text = "承诺书 \"王\"/..;\r\n.pdf";
  EXPECT_EQ(PercentDecode(PercentEncode(text)), text);
  EXPECT_EQ(PercentEncode(text).find_first_of("\r\n\"; /"), std::string::npos);
}

TEST(ParseQuery, TakesTheLastOfAName) {
  const auto query = ParseQuery("a=1&b=&a=2&&c=%26");
  ASSERT_TRUE(query);
  EXPECT_THAT(*query,
              ::testing::UnorderedElementsAre(::testing::Pair("a", "2"), ::testing::Pair("b", ""),
                                              ::testing::Pair("c", "&")));
  EXPECT_FALSE(ParseQuery("a=%"));
}

TEST(CookieOf, FindsOneAmongOthers) {
  EXPECT_EQ(CookieOf("a=1; __Host-redpeak=x=y;b=2", "__Host-redpeak"), "x=y");
  EXPECT_EQ(CookieOf("x__Host-redpeak=1", "__Host-redpeak"), "");
}

TEST(Base64, TakesBothAlphabets) {
  const std::string bytes = "\xfb\xef\xff\x01";
  EXPECT_EQ(ToBase64(bytes), "++//AQ");
  EXPECT_EQ(FromBase64("++//AQ=="), bytes);
  EXPECT_EQ(FromBase64("--__AQ"), bytes);
  EXPECT_FALSE(FromBase64("+*"));
}

TEST(Accepts, HeedsQualities) {
  EXPECT_TRUE(Accepts("gzip, deflate, br", "br"));
  EXPECT_TRUE(Accepts("br;q=0.5 , gzip;q=0", "br"));
  EXPECT_FALSE(Accepts("br;q=0.5 , gzip;q=0", "gzip"));
  EXPECT_FALSE(Accepts("", "gzip"));
}

TEST(Gunzip, UndoesGzipWithinItsLimit) {
  const std::string text(100'000, 'x');
  EXPECT_EQ(Gunzip(Gzip(text), text.size()), text);
  EXPECT_FALSE(Gunzip(Gzip(text), text.size() - 1)) << "a bomb";
  EXPECT_FALSE(Gunzip("no gzip", 100));
  EXPECT_FALSE(Gunzip(Gzip(text).substr(0, 50), text.size())) << "cut short";
  EXPECT_FALSE(Gunzip(Gzip("a") + "trailing", 100));
  EXPECT_FALSE(Gunzip("", 100));
}

TEST(Ranges, ReadsSingleOnes) {
  EXPECT_EQ(ReadRange("bytes=5-9")->last, 9);
  EXPECT_EQ(ReadRange("bytes=5-")->first, 5);
  for (const auto* whole :
       {"", "bytes=-5", "bytes=1-2,4-5", "bytes=9-5", "lines=1-2", "bytes=99999999999999999999-"}) {
    EXPECT_FALSE(ReadRange(whole)) << whole;
  }
}

TEST(Ranges, ReadsTheRangeOfAnUpload) {
  const auto range = ReadContentRange("bytes 0-99/1000");
  ASSERT_TRUE(range);
  EXPECT_EQ(range->last, 99);
  EXPECT_EQ(range->whole, 1000);
  for (const auto* broken :
       {"bytes 0-99/*", "bytes */5", "bytes 9-5/10", "bytes 0-10/10", "0-1/2", "bytes 0-1/2 "}) {
    EXPECT_FALSE(ReadContentRange(broken)) << broken;
  }
}

}  // namespace
}  // namespace redpeak::gateway
