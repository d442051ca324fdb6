#pragma once

#include "tests/load/report.h"
#include "tests/load/seed.h"

namespace redpeak::load {

// SubmitSubmission and SubmitReview at one caller and at 16, against pgbench with the same
// statements, in alternating rounds.
void MeasureWrites(const Target& target, const Seed& seed, Report& report);

}  // namespace redpeak::load
