#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "services/base/clock.h"
#include "services/base/status.h"

namespace redpeak::approval {

// The years whose tables are complete, and their days that are not what their weekdays say.
struct Calendar {
  std::set<int> years;
  std::map<std::chrono::sys_days, v1::SpecialDay::Kind> special_days;
};

// The date in China at an instant. China has kept UTC+8 without summer time since 1992.
std::chrono::sys_days DateInChina(Instant instant);

// The instant at which the day is over there, 24:00.
Instant EndInChina(std::chrono::sys_days day);

// The date of YYYY-MM-DD; nothing where there is no such day.
std::optional<std::chrono::sys_days> ParseDate(const std::string& text);
std::string FormatDate(std::chrono::sys_days day);

// When a notice of so many days ends, if published now: `days` are counted from the day after that
// of publication, and it ends at 24:00 in China of the last one. A working day is a weekday that is
// no holiday, or a weekend day that is made up. CALENDAR_INCOMPLETE where the count of working days
// comes to a year that the calendar does not know.
Instant EndAfterCalendarDays(Instant published, int days);
Result<Instant> EndAfterWorkingDays(Instant published, int days, const Calendar& calendar);

// FIELD_INVALID names every day that is not of the year, is there twice, has no kind, or is made up
// though it is a weekday.
Result<void> CheckSpecialDays(int year,
                              const google::protobuf::RepeatedPtrField<v1::SpecialDay>& days);

}  // namespace redpeak::approval
