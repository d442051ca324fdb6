#pragma once

#include "tests/load/report.h"
#include "tests/load/seed.h"

namespace redpeak::load {

// A page of 50 submissions of one call, by score, out of 4,000, 40,000 and 400,000, and what the
// server holds in memory.
void MeasureLists(const Target& target, const Seed& seed, Report& report);

}  // namespace redpeak::load
