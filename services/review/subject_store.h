#pragma once

#include <optional>
#include <string>
#include <vector>

#include "services/base/db.h"
#include "services/review/conflicts.h"

namespace redpeak::review {

// Takes in those that are not there yet. Returns how many.
int InsertSubjects(Tx& tx, const std::vector<Subject>& subjects);

std::optional<Subject> ReadSubject(Tx& tx, const std::string& submission);
// Those of these ids that there are.
std::vector<Subject> ReadSubjects(Tx& tx, const std::vector<std::string>& submissions);
// All of some calls that were not withdrawn, in order of id.
std::vector<Subject> ReadSubjectsOfCalls(Tx& tx, const std::vector<std::string>& calls);

// Takes those of these submissions that are under review out of it. Their reviews stay.
void MarkWithdrawn(Tx& tx, const std::string& call, const std::vector<std::string>& submissions);

}  // namespace redpeak::review
