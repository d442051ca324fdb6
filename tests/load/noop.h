#pragma once

#include "tests/load/report.h"
#include "tests/load/target.h"

namespace redpeak::load {

// A no-op RPC through the adapter, with a session looked up and access checked, against a bare gRPC
// callback no-op, both over TLS, in alternating rounds.
void MeasureNoop(const Target& target, Report& report);

}  // namespace redpeak::load
