#pragma once

#include <vector>

#include "redpeak/approval/v1/approval_service.pb.h"
#include "services/approval/calendar.h"
#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak::approval {

// A year's table in order of days, and whether it was set.
v1::ListSpecialDaysResponse ReadSpecialDays(Tx& tx, int year);

// Replaces a year's table; from then on the year is known.
void WriteSpecialDays(Tx& tx, const v1::SetSpecialDaysRequest& request);

// What is known of the year of an instant and of the one after it, which no notice outlasts.
Calendar ReadCalendar(Tx& tx, Instant from);

}  // namespace redpeak::approval
