#include "services/base/csv.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace redpeak {
namespace {

using Cells = std::vector<std::string>;

CsvTable Read(std::string_view text) {
  auto table = ReadCsv(text, {});
  EXPECT_TRUE(table.has_value()) << table.error().message;
  return table.value_or(CsvTable{});
}

// "REASON row column" of a text that must be refused.
std::string Refusal(std::string_view text, const Cells& required = {},
                    const CsvLimits& limits = {}) {
  const auto table = ReadCsv(text, required, limits);
  if (table.has_value()) return "none";
  EXPECT_EQ(table.error().code, Code::kInvalidArgument);
  const auto& metadata = table.error().metadata;
  std::string refusal = table.error().reason;
  for (const char* key : {"row", "column"}) {
    if (metadata.contains(key)) refusal += " " + metadata.at(key);
  }
  return refusal;
}

TEST(CsvTest, CellsAreFoundByTheirColumn) {
  const CsvTable table = Read("name,title\n王芳,\"水, 土\"\n李强,\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.Cell(table.rows[0], "title"), "水, 土");
  EXPECT_EQ(table.Cell(table.rows[1], "name"), "李强");
  EXPECT_EQ(table.Cell(table.rows[1], "title"), "");
  EXPECT_EQ(table.Cell(table.rows[1], "phone"), "");
}

TEST(CsvTest, QuotesHoldCommasNewlinesQuotesAndNothing) {
  const CsvTable table = Read("a,b\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\r\n\"\", z \r\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells, (Cells{"x\r\ny", "say \"hi\""}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"", " z "}));
}

TEST(CsvTest, AllLineEndsAndTheByteOrderMarkAreRead) {
  for (const char* text :
       {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "\uFEFFa,b\r\n1,2"}) {
    const CsvTable table = Read(text);
    EXPECT_EQ(table.columns, (Cells{"a", "b"}));
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].cells, (Cells{"1", "2"}));
    EXPECT_EQ(table.rows[0].number, 2U);
  }
}

TEST(CsvTest, BlankRowsAreCountedButNotKept) {
  for (const char* text : {"a\n\n1\n\n\n2\n", "a\r\n\r\n1\r\n\r\n\r\n2\r\n"}) {
    const CsvTable table = Read(text);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].number, 3U);
    EXPECT_EQ(table.rows[1].number, 6U);
  }
}

TEST(CsvTest, ARowWithANewlineInACellIsOneRow) {
  const CsvTable table = Read("a\n\"x\ny\"\nz\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].number, 3U);
}

TEST(CsvTest, NothingIsATableWithoutColumns) {
  EXPECT_TRUE(Read("").columns.empty());
  EXPECT_EQ(Refusal("", {"name"}), "CSV_COLUMN_MISSING 1 name");
}

TEST(CsvTest, RefusalsNameRowAndColumn) {
  EXPECT_EQ(Refusal("a,b\n1,\xb3\xe0\n"), "CSV_NOT_UTF8");
  EXPECT_EQ(Refusal("a,b\n1,x\"y\n"), "CSV_MALFORMED 2 b");
  EXPECT_EQ(Refusal("a,b\n1,2\n\"x\"y,2\n"), "CSV_MALFORMED 3 a");
  EXPECT_EQ(Refusal("a,b\n1,\"open\n"), "CSV_MALFORMED 2 b");
  EXPECT_EQ(Refusal("a,b\n1\n"), "CSV_ROW_RAGGED 2");
  EXPECT_EQ(Refusal("a,b\n\n1,2,3\n"), "CSV_ROW_RAGGED 3");
  EXPECT_EQ(Refusal("a,b,a\n"), "CSV_COLUMN_REPEATED 1 a");
  EXPECT_EQ(Refusal("a,b\n", {"b", "c"}), "CSV_COLUMN_MISSING 1 c");
}

TEST(CsvTest, LimitsHold) {
  const CsvLimits limits = {.rows_max = 2, .columns_max = 2, .cell_bytes_max = 3};
  EXPECT_EQ(Refusal("a,b\n1,123\n2,2\n", {}, limits), "none");
  EXPECT_EQ(Refusal("a,b\n1,1234\n", {}, limits), "CSV_TOO_LARGE 2 b");
  EXPECT_EQ(Refusal("a,b\n1,1\n2,2\n3,3\n", {}, limits), "CSV_TOO_LARGE 4");
  EXPECT_EQ(Refusal("a,b,c\n", {}, limits), "CSV_TOO_LARGE 1");
}

TEST(CsvTest, TheYearsTablesAreRead) {
  std::ostringstream text;
  text << std::ifstream(TEST_DATA "/chifeng-2022/experts.csv").rdbuf();
  const CsvTable table = Read(text.str());
  EXPECT_EQ(table.rows.size(), 476U);
}

}  // namespace
}  // namespace redpeak
