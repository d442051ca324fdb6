#pragma once

#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/page.h"

namespace redpeak::calls {

// Throws pqxx::unique_violation for a taken id.
void InsertProgramme(Tx& tx, const v1::Programme& programme, Instant now);

bool ProgrammeExists(Tx& tx, const std::string& id);

// By id; one more than the page holds, if there is one.
std::vector<v1::Programme> ListProgrammes(Tx& tx, const Page& page);

}  // namespace redpeak::calls
