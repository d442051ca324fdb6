#pragma once

#include <string>

#include "tests/scenario/folder.h"

namespace redpeak::scenario {

// Whether an expert must have nothing to do with an application, worked out from the folder alone:
// the expert leads it, is in its team, or belongs to the unit of its leader, of its recommender or
// of a team member.
bool IsInConflict(const Folder& folder, const Application& application, const std::string& expert);

// How many available experts are in no conflict with it.
int CountFreeExperts(const Folder& folder, const Application& application);

}  // namespace redpeak::scenario
