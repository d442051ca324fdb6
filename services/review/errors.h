#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "services/base/status.h"

namespace redpeak::review {

// How many of something a submission lacks.
struct Shortfall {
  std::string submission;  // its name
  int count = 0;
};

// One constructor a failure of this service. Unless said otherwise they are FAILED_PRECONDITION.
Failure CallNotClosed(std::string_view call);
Failure CallNotDecided(std::string_view call);
Failure FormalityOpen(std::string_view call);
// STATE_WRONG: StartReview has not been called.
Failure ReviewNotStarted(std::string_view call);
Failure ReviewClosed(std::string_view call);
Failure ConflictOfInterest(std::string_view submission);
// The metadata names up to 50 of the submissions, each with how many experts it lacks.
Failure ExpertsLacking(const std::vector<Shortfall>& lacking);
Failure ExpertFull(std::string_view expert, int reviews_max);
Failure ExpertUnavailable(std::string_view expert);
// Likewise, with how many submitted reviews each lacks.
Failure ReviewsMissing(const std::vector<Shortfall>& lacking, std::string_view remedy);

}  // namespace redpeak::review
