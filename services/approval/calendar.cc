#include "services/approval/calendar.h"

#include <array>
#include <cstdio>
#include <string_view>

#include "services/approval/errors.h"
#include "services/base/violations.h"

namespace redpeak::approval {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::chrono::hours kAheadOfUtc{8};
constexpr int kYearMin = 1992;
constexpr int kYearMax = 2199;
constexpr int kDaysMax = 366;
constexpr size_t kDisplayNameMax = 40;

int YearOf(sys_days day) { return static_cast<int>(year_month_day(day).year()); }

bool IsWeekend(sys_days day) {
  const std::chrono::weekday weekday(day);
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

bool IsWorkingDay(sys_days day, const Calendar& calendar) {
  const auto special = calendar.special_days.find(day);
  if (special == calendar.special_days.end()) return !IsWeekend(day);
  return special->second == v1::SpecialDay::MAKE_UP_DAY;
}

void CheckSpecialDay(const std::string& field, int year, const v1::SpecialDay& special,
                     std::set<sys_days>& seen, Violations& violations) {
  const auto day = ParseDate(special.date());
  if (!day || YearOf(*day) != year) {
    violations.Add(field + ".date", "OUT_OF_RANGE", std::to_string(year),
                   "must be a day YYYY-MM-DD of " + std::to_string(year));
  } else if (!seen.insert(*day).second) {
    violations.Add(field + ".date", "REPEATED", special.date(), "is there already");
  } else if (special.kind() == v1::SpecialDay::MAKE_UP_DAY && !IsWeekend(*day)) {
    violations.Add(field + ".kind", "NOT_A_WEEKEND", special.date(),
                   "only a weekend day is made up; this one is worked anyway");
  }
  if (special.kind() != v1::SpecialDay::HOLIDAY && special.kind() != v1::SpecialDay::MAKE_UP_DAY) {
    violations.Add(field + ".kind", "REQUIRED", "", "must be HOLIDAY or MAKE_UP_DAY");
  }
  violations.Length(field + ".display_name", special.display_name(), kDisplayNameMax);
}

}  // namespace

sys_days DateInChina(Instant instant) { return std::chrono::floor<days>(instant + kAheadOfUtc); }

Instant EndInChina(sys_days day) { return Instant(day + days(1)) - kAheadOfUtc; }

std::optional<sys_days> ParseDate(const std::string& text) {
  static constexpr std::string_view kShape = "0000-00-00";
  if (text.size() != kShape.size()) return std::nullopt;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = '0' <= text[i] && text[i] <= '9';
    if (kShape[i] == '0' ? !digit : text[i] != '-') return std::nullopt;
  }
  const auto number = [&](size_t from, size_t size) { return std::stoi(text.substr(from, size)); };
  const year_month_day date{std::chrono::year(number(0, 4)),
                            std::chrono::month(static_cast<unsigned>(number(5, 2))),
                            std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

std::string FormatDate(sys_days day) {
  const year_month_day date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

Instant EndAfterCalendarDays(Instant published, int count) {
  return EndInChina(DateInChina(published) + days(count));
}

Result<Instant> EndAfterWorkingDays(Instant published, int count, const Calendar& calendar) {
  auto day = DateInChina(published);
  while (count > 0) {
    day += days(1);
    if (!calendar.years.contains(YearOf(day))) return CalendarIncomplete(YearOf(day));
    if (IsWorkingDay(day, calendar)) --count;
  }
  return EndInChina(day);
}

Result<void> CheckSpecialDays(int year,
                              const google::protobuf::RepeatedPtrField<v1::SpecialDay>& special) {
  Violations violations;
  violations.Range("year", year, kYearMin, kYearMax);
  if (special.size() > kDaysMax) {
    violations.Add("days", "TOO_MANY", std::to_string(kDaysMax), "at most one a day");
    return violations.Check();
  }
  std::set<sys_days> seen;
  for (int i = 0; i < special.size(); ++i) {
    CheckSpecialDay("days[" + std::to_string(i) + "]", year, special[i], seen, violations);
  }
  return violations.Check();
}

}  // namespace redpeak::approval
