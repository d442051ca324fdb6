#include "services/base/text.h"

#include <gtest/gtest.h>

namespace redpeak {
namespace {

TEST(TextTest, ValidUtf8IsWhatTheStandardSays) {
  for (const char* good : {"", "a", "赤峰", "𠮷", "\xef\xbf\xbf", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_TRUE(IsValidUtf8(good)) << good;
  }
  EXPECT_TRUE(IsValidUtf8(std::string_view("a\0b", 3)));
  // A lone continuation, a cut character, an overlong "/", a surrogate, a code point too large.
  for (const char* bad :
       {"\x80", "\xe8\xb5", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\xff"}) {
    EXPECT_FALSE(IsValidUtf8(bad));
  }
}

TEST(TextTest, NfcComposes) {
  EXPECT_EQ(Nfc("e\u0301"), "\u00e9");
  EXPECT_EQ(Nfc("\u212b"), "\u00c5");
  EXPECT_EQ(Nfc("赤峰市（红山）ＡＢＣ"), "赤峰市（红山）ＡＢＣ");
}

TEST(TextTest, NfcDropsWhatCannotBeSeen) {
  const std::string override_mark = {'\xe2', '\x80',
                                     '\xae'};  // U+202E, as bytes for our readers' sake
  EXPECT_EQ(Nfc(std::string_view("a\0b\r\n\tc\x1b\x7f\u0085", 11)), "ab\n\tc");
  EXPECT_EQ(Nfc("report" + override_mark + "fdp.exe"), "reportfdp.exe");
  EXPECT_EQ(Nfc("e\x01\u0301"), "\u00e9");
  EXPECT_EQ(Nfc("\u1820\u180e\u1820"), "\u1820\u180e\u1820");  // Mongolian needs its separator
}

TEST(TextTest, NfcAnswersMalformedTextWithTheReplacementCharacter) {
  EXPECT_TRUE(IsValidUtf8(Nfc("a\xff\xe8\xb5")));
}

TEST(TextTest, NfcAndFoldChangeNothingTwice) {
  for (const char* text : {"Ａﬁ①ẞ赤峰", "e\u0301\x01 x", "한글", "", "\u0345\u0301"}) {
    EXPECT_EQ(Nfc(Nfc(text)), Nfc(text));
    EXPECT_EQ(Fold(Fold(text)), Fold(text));
  }
}

TEST(TextTest, TrimTakesUnicodeSpaceOffBothEnds) {
  EXPECT_EQ(Trim(" \t\n\u3000 赤峰 市\u00a0 "), "赤峰 市");
  EXPECT_EQ(Trim(" \u3000 "), "");
  EXPECT_EQ(Trim(""), "");
  EXPECT_EQ(Trim("x"), "x");
}

TEST(TextTest, CodePointsAreNotBytes) {
  EXPECT_EQ(CodePoints(""), 0U);
  EXPECT_EQ(CodePoints("abc"), 3U);
  EXPECT_EQ(CodePoints("赤峰市𠮷"), 4U);
}

TEST(TextTest, FoldMakesSearchKeys) {
  EXPECT_EQ(Fold("ＡＢＣ１２３"), "abc123");
  EXPECT_EQ(Fold("Straße"), "strasse");
  EXPECT_EQ(Fold("ﬁ"), "fi");
  EXPECT_EQ(Fold("赤峰"), "赤峰");
}

}  // namespace
}  // namespace redpeak
