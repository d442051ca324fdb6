#pragma once

#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/review/v1/review.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "tests/scenario/play.h"

// Everything that the server lists of the call, page by page.
namespace redpeak::scenario {

std::vector<redpeak::submissions::v1::Submission> ListSubmissions(
    Play& play, redpeak::submissions::v1::Submission::State state);

// As the officer sees them; in every state where it is unspecified.
std::vector<redpeak::review::v1::Review> ListReviews(Play& play,
                                                     redpeak::review::v1::Review::State state);

// As anybody sees them.
std::vector<redpeak::approval::v1::Award> ListAwards(Play& play);

}  // namespace redpeak::scenario
