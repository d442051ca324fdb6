#include "clients/cli/units.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace redpeak::cli {
namespace {

class UnitsTest : public testing::Test {
 protected:
  UnitsTest() {
    setenv("TZ", "Asia/Shanghai", 1);
    tzset();
  }
};

TEST_F(UnitsTest, ReadsTimesInTheLocalZoneUnlessOneIsGiven) {
  constexpr int64_t kEvening = 1651312800;  // 2022-04-30T10:00:00Z
  EXPECT_EQ(ParseTime("2022-04-30 18:00"), kEvening);
  EXPECT_EQ(ParseTime("2022-04-30T18:00:00"), kEvening);
  EXPECT_EQ(ParseTime("2022-04-30T10:00:00Z"), kEvening);
  EXPECT_EQ(ParseTime("2022-04-30T12:30:00+02:30"), kEvening);
  EXPECT_EQ(ParseTime("2022-04-30"), kEvening - 18 * 3600);
  EXPECT_EQ(FormatTime(kEvening), "2022-04-30 18:00:00");
}

TEST_F(UnitsTest, RefusesWhatIsNoTime) {
  for (const auto* text : {"", "soon", "2022-02-30", "2022-04-30 25:00", "2022-04-30 18:00 x"}) {
    EXPECT_EQ(ParseTime(text), std::nullopt) << text;
  }
}

TEST_F(UnitsTest, ReadsLengthsOfTime) {
  EXPECT_EQ(ParseDuration("90"), 90);
  EXPECT_EQ(ParseDuration("90s"), 90);
  EXPECT_EQ(ParseDuration("15m"), 900);
  EXPECT_EQ(ParseDuration("2h"), 7200);
  EXPECT_EQ(ParseDuration("3d"), 259200);
  EXPECT_EQ(ParseDuration("3w"), std::nullopt);
  EXPECT_EQ(ParseDuration("-3d"), std::nullopt);
  EXPECT_EQ(ParseDuration("d"), std::nullopt);
}

TEST_F(UnitsTest, ShowsMoneyInTenThousandYuan) {
  EXPECT_EQ(FormatMoney(2'000'000), "2.00");
  EXPECT_EQ(FormatMoney(1'550'000), "1.55");
  EXPECT_EQ(FormatMoney(0), "0.00");
  EXPECT_EQ(FormatMoney(1'234'567), "1.234567");  // never rounded
  EXPECT_EQ(FormatMoney(-500'000), "-0.50");
}

TEST_F(UnitsTest, ReadsMoneyExactly) {
  EXPECT_EQ(ParseMoney("2000000"), 2'000'000);
  EXPECT_EQ(ParseMoney("2万"), 2'000'000);
  EXPECT_EQ(ParseMoney("1.5万元"), 1'500'000);
  EXPECT_EQ(ParseMoney("0.000001wan"), 1);
  EXPECT_EQ(ParseMoney("300.05元"), 30'005);
  EXPECT_EQ(ParseMoney("20yuan"), 2'000);
  EXPECT_EQ(ParseMoney("0.001元"), std::nullopt);  // less than a fen
  EXPECT_EQ(ParseMoney("1.5"), std::nullopt);
  EXPECT_EQ(ParseMoney("-1万"), std::nullopt);
  EXPECT_EQ(ParseMoney("1e3"), std::nullopt);
  EXPECT_EQ(ParseMoney("99999999999999999999万"), std::nullopt);
}

}  // namespace
}  // namespace redpeak::cli
