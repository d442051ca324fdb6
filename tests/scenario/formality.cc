#include <algorithm>

#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "tests/scenario/listing.h"
#include "tests/scenario/parallel.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

namespace submissions = ::redpeak::submissions::v1;
using Stub = submissions::SubmissionsService::Stub;
using std::chrono::days;
using submissions::FormalityItem;
using submissions::Submission;

// Whatever has to be looked at by eye is as it should be.
Submission LookAtPaper(Play& play, Submission submission) {
  for (const auto& item : submission.formality_items()) {
    if (item.automatic() || item.outcome() != FormalityItem::PENDING) continue;
    submissions::RecordFormalityItemRequest request;
    request.set_name(submission.name());
    request.set_etag(submission.etag());
    request.mutable_item()->set_code(item.code());
    request.mutable_item()->set_outcome(FormalityItem::PASSED);
    return LookAtPaper(
        play, play.server.Do(play.cast.officer, "looks at the paper of " + submission.name(),
                             &Stub::RecordFormalityItem, request));
  }
  return submission;
}

void Refuse(Play& play, const Submission& submission, const std::vector<std::string>& reasons) {
  submissions::RefuseSubmissionRequest request;
  request.set_name(submission.name());
  request.set_etag(submission.etag());
  request.set_note("形式审查未通过。");
  for (const auto& reason : reasons) request.add_reasons(reason);
  play.server.Do(play.cast.officer, "refuses " + submission.name(), &Stub::RefuseSubmission,
                 request);
}

void Accept(Play& play, const Submission& submission) {
  submissions::AcceptSubmissionRequest request;
  request.set_name(submission.name());
  request.set_etag(submission.etag());
  play.server.Do(play.cast.officer, "accepts " + submission.name(), &Stub::AcceptSubmission,
                 request);
}

void Check(Play& play, const std::string& name) {
  submissions::CheckFormalityRequest request;
  request.set_name(name);
  const auto checked =
      play.server.Do(play.cast.officer, "checks " + name, &Stub::CheckFormality, request);
  std::vector<std::string> failed;
  for (const auto& item : checked.formality_items()) {
    if (item.outcome() == FormalityItem::FAILED) failed.push_back(item.code());
  }
  if (!failed.empty()) return Refuse(play, checked, failed);
  Accept(play, LookAtPaper(play, checked));
}

}  // namespace

void CheckFormalities(Play& play) {
  play.server.MoveClock(std::max(play.folder.rules.deadline, play.server.Now()) + days(1));
  auto waiting = ListSubmissions(play, Submission::SUBMITTED);
  std::ranges::move(ListSubmissions(play, Submission::ENDORSED), std::back_inserter(waiting));
  InParallel(waiting.size(), [&](std::size_t i) { Check(play, waiting[i].name()); });
}

}  // namespace redpeak::scenario
