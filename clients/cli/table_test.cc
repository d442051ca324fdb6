#include "clients/cli/table.h"

#include <gtest/gtest.h>

#include "clients/cli/width.h"

namespace redpeak::cli {
namespace {

using Lines = std::vector<std::string>;

TEST(WidthTest, CountsTerminalColumns) {
  EXPECT_EQ(Width(""), 0);
  EXPECT_EQ(Width("abc"), 3);
  EXPECT_EQ(Width("赤峰2022"), 8);
  EXPECT_EQ(Width("（一）"), 6);   // full-width brackets
  EXPECT_EQ(Width("e\u0301"), 1);  // a combining accent
  EXPECT_EQ(Width("ᠮᠣᠩᠭᠣᠯ"), 6);   // Mongolian
  EXPECT_EQ(Width("\xff"), 1);     // malformed
}

TEST(WrapTest, BreaksChineseAnywhereButNotBeforePunctuation) {
  EXPECT_EQ(Wrap("草原畜牧业研究", 6), (Lines{"草原畜", "牧业研", "究"}));
  EXPECT_EQ(Wrap("草原畜，牧业", 6), (Lines{"草原", "畜，牧", "业"}));
}

TEST(WrapTest, BreaksEnglishBetweenWordsAndLongWordsAtTheEdge) {
  EXPECT_EQ(Wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(Wrap("abcdefghij", 4), (Lines{"abcd", "efgh", "ij"}));
}

TEST(WrapTest, KeepsLineFeedsAndLosesEscapes) {
  EXPECT_EQ(Wrap("a\n\nb", 0), (Lines{"a", "", "b"}));
  EXPECT_EQ(Wrap("red\x1b[31m\tx", 0), (Lines{"red[31m x"}));
  EXPECT_EQ(Wrap("", 5), Lines{""});
}

TEST(TableTest, AlignsByColumnsOfTheTerminal) {
  EXPECT_EQ(RenderTable({{"题目"}, {"分", true}}, {{"草原研究", "9.50"}, {"AI", "88.00"}}, 0),
            "题目         分\n"
            "--------  -----\n"
            "草原研究   9.50\n"
            "AI        88.00\n");
}

TEST(TableTest, FoldsWhatIsTooWideAndCutsNothing) {
  const auto table = RenderTable({{"name", false, true}, {"title"}},
                                 {{"01hxyz01hxyz", "面向草原的长题目不能截断"}}, 24);
  EXPECT_EQ(table,
            "name          title\n"
            "------------  ----------\n"
            "01hxyz01hxyz  面向草原的\n"
            "              长题目不能\n"
            "              截断\n");
}

TEST(TableTest, LeavesNamesWholeHoweverNarrowTheTerminal) {
  const auto table = RenderTable({{"name", false, true}}, {{"submissions/01hxyz01hxyz"}}, 10);
  EXPECT_NE(table.find("submissions/01hxyz01hxyz\n"), std::string::npos);
}

TEST(PairsTest, PutsValuesUnderOneAnother) {
  EXPECT_EQ(RenderPairs({{"题目", "一二三四五六七八九十"}, {"year", "2022"}}, 22),
            "题目  一二三四五六七八\n"
            "      九十\n"
            "year  2022\n");
}

TEST(IndentTest, MovesLinesAndKeepsEmptyOnesEmpty) {
  EXPECT_EQ(Indent("a\n\nb\n", 2), "  a\n\n  b\n");
}

}  // namespace
}  // namespace redpeak::cli
