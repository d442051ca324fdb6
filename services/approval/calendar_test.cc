#include "services/approval/calendar.h"

#include <gmock/gmock.h>

#include "tests/server.h"

namespace redpeak::approval {
namespace {

using redpeak::testing::At;
using v1::SpecialDay;

// The National Day of 2022: seven days off from 1 October, made up for on the 8th and 9th.
Calendar Calendar2022() {
  Calendar calendar;
  calendar.years = {2022};
  for (int day = 1; day <= 7; ++day) {
    calendar.special_days[*ParseDate("2022-10-0" + std::to_string(day))] = SpecialDay::HOLIDAY;
  }
  calendar.special_days[*ParseDate("2022-10-08")] = SpecialDay::MAKE_UP_DAY;
  calendar.special_days[*ParseDate("2022-10-09")] = SpecialDay::MAKE_UP_DAY;
  return calendar;
}

Instant EndOfWorkingDays(const std::string& published, int days) {
  const auto end = EndAfterWorkingDays(At(published), days, Calendar2022());
  EXPECT_TRUE(end) << end.error().message;
  return end.value_or(Instant{});
}

TEST(Calendar, KnowsTheDateInChina) {
  EXPECT_EQ(FormatDate(DateInChina(At("2022-03-01T15:59:59Z"))), "2022-03-01");
  EXPECT_EQ(FormatDate(DateInChina(At("2022-03-01T16:00:00Z"))), "2022-03-02");
  EXPECT_EQ(EndInChina(*ParseDate("2022-03-01")), At("2022-03-02T00:00:00+08:00"));
}

TEST(Calendar, ReadsDatesThatExist) {
  EXPECT_TRUE(ParseDate("2024-02-29"));
  for (const auto* wrong : {"2022-02-29", "2022-13-01", "2022-1-01", "22-01-01", "2022/01/01", "",
                            "2022-01-01T", " 022-01-01", "+022-01-01"}) {
    EXPECT_FALSE(ParseDate(wrong)) << wrong;
  }
}

TEST(Calendar, CountsCalendarDaysFromTheNextDay) {
  const auto published = At("2022-03-01T10:00:00+08:00");
  EXPECT_EQ(EndAfterCalendarDays(published, 1), At("2022-03-03T00:00:00+08:00"));
  EXPECT_EQ(EndAfterCalendarDays(published, 7), At("2022-03-09T00:00:00+08:00"));
  EXPECT_EQ(EndAfterCalendarDays(published, 0), At("2022-03-02T00:00:00+08:00"));
}

TEST(Calendar, CountsTheDayOfPublicationByChinasClock) {
  // Half an hour after midnight in Beijing, still the day before in UTC.
  const auto published = At("2022-03-02T00:30:00+08:00");
  EXPECT_EQ(EndAfterCalendarDays(published, 1), At("2022-03-04T00:00:00+08:00"));
}

TEST(Calendar, LeavesWeekendsOut) {
  // 14 October 2022 is a Friday.
  EXPECT_EQ(EndOfWorkingDays("2022-10-14T09:00:00+08:00", 1), At("2022-10-18T00:00:00+08:00"));
  EXPECT_EQ(EndOfWorkingDays("2022-10-14T09:00:00+08:00", 7), At("2022-10-26T00:00:00+08:00"));
}

TEST(Calendar, LeavesTheNationalDayOutAndTakesMakeUpDaysIn) {
  // 29 September 2022 is a Thursday: 30 September, then 8, 9, 10, 11 October.
  const std::string published = "2022-09-29T17:00:00+08:00";
  EXPECT_EQ(EndOfWorkingDays(published, 1), At("2022-10-01T00:00:00+08:00"));
  EXPECT_EQ(EndOfWorkingDays(published, 2), At("2022-10-09T00:00:00+08:00"));
  EXPECT_EQ(EndOfWorkingDays(published, 3), At("2022-10-10T00:00:00+08:00"));
  EXPECT_EQ(EndOfWorkingDays(published, 5), At("2022-10-12T00:00:00+08:00"));
  EXPECT_EQ(EndOfWorkingDays("2022-10-03T09:00:00+08:00", 1), At("2022-10-09T00:00:00+08:00"));
}

TEST(Calendar, CountsNoDayOfAYearThatItDoesNotKnow) {
  const auto end = EndAfterWorkingDays(At("2022-12-29T09:00:00+08:00"), 7, Calendar2022());
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().reason, "CALENDAR_INCOMPLETE");
  EXPECT_EQ(end.error().metadata.at("year"), "2023");
  // 30 December is still of the known year.
  EXPECT_TRUE(EndAfterWorkingDays(At("2022-12-29T09:00:00+08:00"), 1, Calendar2022()));
}

SpecialDay Day(const std::string& date, SpecialDay::Kind kind) {
  SpecialDay day;
  day.set_date(date);
  day.set_kind(kind);
  return day;
}

// The fields that are wrong with a table of 2022, in order.
std::vector<std::string> WrongFields(int year, std::initializer_list<SpecialDay> days) {
  google::protobuf::RepeatedPtrField<SpecialDay> table;
  for (const auto& day : days) *table.Add() = day;
  const auto checked = CheckSpecialDays(year, table);
  std::vector<std::string> fields;
  if (checked) return fields;
  for (const auto& violation : checked.error().violations) fields.push_back(violation.field);
  return fields;
}

TEST(Calendar, TakesATableOfOneYear) {
  using ::testing::ElementsAre;
  const auto holiday = Day("2022-10-03", SpecialDay::HOLIDAY);
  const auto saturday = Day("2022-10-08", SpecialDay::MAKE_UP_DAY);
  EXPECT_THAT(WrongFields(2022, {holiday, saturday}), ElementsAre());
  EXPECT_THAT(WrongFields(2022, {}), ElementsAre());
  EXPECT_THAT(WrongFields(1900, {}), ElementsAre("year"));
  EXPECT_THAT(WrongFields(2023, {holiday}), ElementsAre("days[0].date"));
  EXPECT_THAT(WrongFields(2022, {holiday, holiday}), ElementsAre("days[1].date"));
  EXPECT_THAT(WrongFields(2022, {Day("2022-10-10", SpecialDay::MAKE_UP_DAY)}),
              ElementsAre("days[0].kind"));
  EXPECT_THAT(WrongFields(2022, {Day("soon", SpecialDay::KIND_UNSPECIFIED)}),
              ElementsAre("days[0].date", "days[0].kind"));
}

}  // namespace
}  // namespace redpeak::approval
