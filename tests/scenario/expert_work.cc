#include "tests/scenario/expert_work.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <set>

#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "services/base/names.h"
#include "tests/scenario/accounts.h"
#include "tests/scenario/blindness.h"
#include "tests/scenario/draft.h"
#include "tests/scenario/listing.h"
#include "tests/scenario/play_stopped.h"

namespace redpeak::scenario {
namespace {

namespace reviews = ::redpeak::review::v1;
using Stub = reviews::ReviewService::Stub;
using reviews::Review;

constexpr double kNoise = 5;  // standard deviation of what quality and severity do not explain
constexpr double kFundFirst = 88;
constexpr double kFund = 72;

const User& UserOf(const Play& play, const Task& task) { return play.cast.people.at(task.expert); }

void CheckBlind(Play& play, const Task& task, const google::protobuf::Message& answer) {
  const auto word = FindIdentity(play.folder, *task.application, answer);
  if (word.empty()) return;
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  play.blindness_violations.push_back(task.application->id + " told " + task.expert + ": " + word);
}

// What an expert gives for one criterion. The noise depends on nothing but who scores what.
int PointsOf(const Play& play, const Task& task, const std::string& criterion) {
  std::mt19937_64 generator(
      std::hash<std::string>()(task.application->id + ' ' + task.expert + ' ' + criterion));
  std::normal_distribution<double> noise(0, kNoise);
  const auto severity = play.folder.severity.find(task.expert);
  const auto truth = play.folder.quality.at(task.application->id) +
                     (severity == play.folder.severity.end() ? 0 : severity->second);
  return static_cast<int>(std::lround(std::clamp(truth + noise(generator), 0.0, 100.0)));
}

const char* Comment(int points) {
  if (points >= kFundFirst) return "优势明显,论证充分。";
  return points >= kFund ? "总体可行,细节有待完善。" : "论证不够充分,可行性存疑。";
}

void Score(const Play& play, const Task& task, Review& review) {
  double total = 0;
  for (const auto& [criterion, weight] : play.folder.rules.weights) {
    auto& score = *review.add_scores();
    score.set_criterion(criterion);
    score.set_points(PointsOf(play, task, criterion));
    score.set_comment(Comment(score.points()));
    total += score.points() * weight / 100.0;
  }
  review.set_recommendation(total >= kFundFirst ? Review::FUND_FIRST
                            : total >= kFund    ? Review::FUND
                                                : Review::DO_NOT_FUND);
  review.set_comment_to_applicant(std::string("总评:") + Comment(static_cast<int>(total)));
}

void ReadInsert(Play& play, const Task& task, const std::string& attachment) {
  Stub stub(play.server.channel());
  grpc::ClientContext context;
  Server::Prepare(context, UserOf(play, task));
  reviews::ReadAttachmentRequest request;
  request.set_name(task.review.name());
  request.set_attachment(attachment);
  const auto reader = stub.ReadAttachment(&context, request);
  std::string content;
  for (submissions::v1::DownloadAttachmentResponse part; reader->Read(&part);)
    content += part.data();
  const auto status = reader->Finish();
  if (!status.ok()) Server::Stop(UserOf(play, task), "reads " + attachment, FromGrpc(status));
  if (content != InsertOf(*task.application))
    throw PlayStopped(attachment + " is not what was sent");
}

void Read(Play& play, const Task& task) {
  reviews::ReadSubmissionRequest request;
  request.set_name(task.review.name());
  const auto submission = play.server.Do(UserOf(play, task), "reads " + task.application->id,
                                         &Stub::ReadSubmission, request);
  CheckBlind(play, task, submission);
  for (const auto& attachment : submission.attachments()) ReadInsert(play, task, attachment.name());
}

void Decline(Play& play, const Task& task) {
  reviews::DeclineReviewRequest request;
  request.set_name(task.review.name());
  request.set_reason("近期出差,无法按时完成。");
  play.server.Do(UserOf(play, task), "declines " + task.application->id, &Stub::DeclineReview,
                 request);
}

void DeclareConflict(Play& play, const Task& task) {
  reviews::DeclareConflictRequest request;
  request.set_name(task.review.name());
  request.set_reason("与该选题的研究者有合作关系。");
  play.server.Do(UserOf(play, task), "declares a conflict with " + task.application->id,
                 &Stub::DeclareConflict, request);
}

Review Accept(Play& play, const Task& task) {
  reviews::AcceptReviewRequest request;
  request.set_name(task.review.name());
  return play.server.Do(UserOf(play, task), "accepts " + task.application->id, &Stub::AcceptReview,
                        request);
}

void Write(Play& play, const Task& task, const Review& accepted) {
  const auto& user = UserOf(play, task);
  reviews::UpdateReviewRequest draft;
  draft.mutable_review()->set_name(accepted.name());
  draft.mutable_review()->set_etag(accepted.etag());
  Score(play, task, *draft.mutable_review());
  const auto saved =
      play.server.Do(user, "scores " + task.application->id, &Stub::UpdateReview, draft);
  reviews::SubmitReviewRequest request;
  request.set_name(saved.name());
  request.set_etag(saved.etag());
  play.server.Do(user, "sends the review of " + task.application->id, &Stub::SubmitReview, request);
}

}  // namespace

std::string SubmissionOf(const Review& review) {
  return review.name().substr(0, review.name().find("/reviews/"));
}

std::vector<Task> ListTasks(Play& play) {
  std::map<std::string, const Application*> applications;
  for (const auto& entry : play.entries) applications[entry.name] = entry.application;
  std::vector<Task> tasks;
  for (auto& review : ListReviews(play, Review::ASSIGNED)) {
    const auto* application = applications.at(SubmissionOf(review));
    const auto expert = LastId(review.expert());
    tasks.push_back({.review = std::move(review), .application = application, .expert = expert});
  }
  std::ranges::sort(tasks, {},
                    [](const Task& task) { return std::tie(task.application->id, task.expert); });
  return tasks;
}

void Begin(Play& play, const std::string& expert, const std::vector<Task>& tasks) {
  auto& user = play.cast.people.at(expert);
  Enter(play, user);
  reviews::ListReviewsRequest request;
  request.set_call(play.call);
  request.set_state(Review::ASSIGNED);
  request.set_page_size(1000);
  const auto list = play.server.Do(user, "lists the reviews", &Stub::ListReviews, request);
  std::set<std::string> found;
  for (const auto& review : list.reviews()) found.insert(review.name());
  for (const auto& task : tasks) {
    if (!found.erase(task.review.name()))
      throw PlayStopped(user.title + " does not find " + task.review.name());
  }
  if (!found.empty()) throw PlayStopped(user.title + " finds the review of somebody else");
}

void Work(Play& play, const Task& task) {
  if (task.answer == Answer::kDecline) return Decline(play, task);
  if (task.answer == Answer::kDeclareConflict) return DeclareConflict(play, task);
  auto accepted = Accept(play, task);
  Read(play, task);
  Write(play, task, accepted);
  accepted.clear_expert_name();  // the expert's own may be that of a namesake
  CheckBlind(play, task, accepted);
}

}  // namespace redpeak::scenario
