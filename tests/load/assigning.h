#pragma once

#include "tests/load/report.h"

namespace redpeak::load {

// The solver of the assignment, at the size of the year and at a large venue's.
void MeasureAssigning(Report& report);

}  // namespace redpeak::load
