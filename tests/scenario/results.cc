#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "tests/scenario/parallel.h"
#include "tests/scenario/play_stopped.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

using review::v1::ReviewService;
using submissions::v1::Submission;
using submissions::v1::SubmissionsService;

// Those who were funded know their number, those who were reviewed may read each expert's comment.
void Learn(Play& play, const Entry& entry) {
  const auto& user = play.cast.people.at(entry.application->applicant);
  submissions::v1::GetSubmissionRequest get;
  get.set_name(entry.name);
  const auto submission = play.server.Do(user, "looks at " + entry.application->id,
                                         &SubmissionsService::Stub::GetSubmission, get);
  const bool funded = submission.status() == Submission::FUNDED;
  if (funded == submission.project_number().empty()) {
    throw PlayStopped(entry.name + " is funded without a number, or has one without being funded");
  }
  if (!funded && submission.status() != Submission::NOT_FUNDED) return;
  review::v1::ListCommentsRequest list;
  list.set_submission(entry.name);
  const auto comments = play.server.Do(user, "reads the comments on " + entry.application->id,
                                       &ReviewService::Stub::ListComments, list);
  if (comments.comments_size() != play.folder.rules.reviews_each) {
    throw PlayStopped(entry.name + " has " + std::to_string(comments.comments_size()) +
                      " comments");
  }
}

}  // namespace

void LearnResults(Play& play) {
  InParallel(play.entries.size(), [&](std::size_t i) {
    if (!play.entries[i].name.empty()) Learn(play, play.entries[i]);
  });
}

}  // namespace redpeak::scenario
