#include "services/base/check_digits.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "services/base/csv.h"

namespace redpeak {
namespace {

struct Kind {
  std::string name;
  bool (*passes)(std::string_view);
  std::vector<std::string> valid;
  std::vector<std::string> invalid;
};

void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }

class CheckDigitsTest : public testing::TestWithParam<Kind> {};

TEST_P(CheckDigitsTest, PublishedOnesPass) {
  for (const std::string& id : GetParam().valid) EXPECT_TRUE(GetParam().passes(id)) << id;
}

TEST_P(CheckDigitsTest, WrongOnesDoNot) {
  for (const std::string& id : GetParam().invalid) EXPECT_FALSE(GetParam().passes(id)) << id;
}

TEST_P(CheckDigitsTest, AnyOneMistakenCharacterIsNoticed) {
  for (const std::string& id : GetParam().valid) {
    for (std::size_t place = 0; place < id.size(); ++place) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string mistaken = id;
        mistaken[place] = static_cast<char>(byte);
        EXPECT_EQ(GetParam().passes(mistaken), mistaken == id) << mistaken;
      }
    }
  }
}

TEST_P(CheckDigitsTest, AnyMissingOrAddedCharacterIsNoticed) {
  for (const std::string& id : GetParam().valid) {
    for (std::size_t place = 0; place < id.size(); ++place) {
      EXPECT_FALSE(GetParam().passes(std::string(id).erase(place, 1)));
      EXPECT_FALSE(GetParam().passes(std::string(id).insert(place, 1, '0')));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, CheckDigitsTest,
    testing::Values(Kind{"Uscc",
                         &IsUscc,
                         {"91350200776049653A", "91440101MA5CJQ4N59", "123502001549897397",
                          "913502000728319549"},
                         {"", "91350203M0001QAY9B", "91350200776049653a", "913502007760496530"}},
                    Kind{"Orcid",
                         &IsOrcid,
                         {"0000-0002-1825-0097", "0000-0002-1694-233X", "0000-0002-6378-6229"},
                         {"", "0000-0002-1825-0096", "0000000218250097", "0000-0002-1694-233x",
                          "0000-0002-182-50097", "----0002-1825-0097", "0000-0002-1825--097"}},
                    Kind{"ResidentId",
                         &IsResidentId,
                         {"11010519491231002X", "440524188001010014", "34052419800101001X"},
                         {"", "130402198207290622", "11010519491231002x", "110105491231002"}},
                    Kind{"Ror",
                         &IsRor,
                         {"03yrm5c26", "01qz5mb56", "02xn1ny06"},
                         {"", "01k4yrm30", "03YRM5C26", "https://ror.org/03yrm5c26"}}),
    [](const auto& kind) { return kind.param.name; });

TEST(CheckDigitsTest, AnyBodyHasExactlyOneEnding) {
  std::mt19937 random(2022);
  for (int round = 0; round < 200; ++round) {
    std::string orcid = "0000-000";
    for (int i = 0; i < 10; ++i)
      orcid += i == 1 || i == 6 ? '-' : static_cast<char>('0' + random() % 10);
    int passing = 0;
    for (const char ending : std::string_view("0123456789X"))
      passing += IsOrcid(orcid + ending) ? 1 : 0;
    EXPECT_EQ(passing, 1) << orcid;
  }
}

// With each of the eleven endings, since the check must not be what refuses.
bool SomeResidentWasBorn(const std::string& birthday) {
  for (const char ending : std::string_view("0123456789X")) {
    if (IsResidentId("150402" + birthday + "001" + ending)) return true;
  }
  return false;
}

TEST(CheckDigitsTest, AResidentWasBornOnADayOfTheCalendar) {
  for (const char* day : {"18000101", "20000229", "20240229", "19911231", "20991231"}) {
    EXPECT_TRUE(SomeResidentWasBorn(day)) << day;
  }
  for (const char* day : {"17991231", "19000229", "20230229", "19910431", "19911301", "19910001",
                          "19910100", "21000101"}) {
    EXPECT_FALSE(SomeResidentWasBorn(day)) << day;
  }
}

CsvTable TheYears(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(TEST_DATA "/chifeng-2022/" + name).rdbuf();
  return ReadCsv(text.str(), {}).value();
}

TEST(CheckDigitsTest, TheYearsOrganisationsAndPeoplePass) {
  const CsvTable organisations = TheYears("organisations.csv");
  for (const CsvRow& row : organisations.rows) {
    EXPECT_TRUE(IsUscc(organisations.Cell(row, "uscc"))) << row.number;
  }
  const CsvTable people = TheYears("people.csv");
  for (const CsvRow& row : people.rows) {
    const std::string_view orcid = people.Cell(row, "orcid");
    EXPECT_TRUE(orcid.empty() || IsOrcid(orcid)) << row.number;
  }
}

}  // namespace
}  // namespace redpeak
