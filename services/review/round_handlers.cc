#include "services/review/round_handlers.h"

#include <algorithm>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/review/ranking_store.h"
#include "services/review/review_handlers_checks.h"
#include "services/review/review_handlers_events.h"
#include "services/review/review_handlers_facts.h"
#include "services/review/review_peers.h"
#include "services/review/review_store.h"
#include "services/review/subject_store.h"

namespace redpeak::review {
namespace {

using submissions::v1::Submission;

constexpr Submission::State kBeforeFormality[] = {Submission::SUBMITTED, Submission::ENDORSED,
                                                  Submission::RETURNED};

Result<void> CheckCanBegin(const calls::v1::Call& about) {
  using calls::v1::Call;
  const auto state = about.state();
  if (state == Call::CLOSED || state == Call::IN_REVIEW) return {};
  if (state == Call::DECIDED || state == Call::ARCHIVED) {
    return StateWrong(about.name(), Call::State_Name(state), "start review");
  }
  return CallNotClosed(about.name());
}

Result<void> CheckFormalityDone(ReviewDeps& deps, const Trace& trace, const std::string& call) {
  for (const auto state : kBeforeFormality) {
    REDPEAK_ASSIGN_OR_RETURN(const bool waiting, HasSubmissions(deps.peers, trace, call, state));
    if (waiting) return FormalityOpen(call);
  }
  return {};
}

// Those that are accepted, and those that an attempt that failed halfway has moved on already.
Result<std::vector<Submission>> ListReviewable(ReviewDeps& deps, const Trace& trace,
                                               const std::string& call) {
  REDPEAK_ASSIGN_OR_RETURN(auto all,
                           ListSubmissions(deps.peers, trace, call, Submission::ACCEPTED));
  REDPEAK_ASSIGN_OR_RETURN(auto moved,
                           ListSubmissions(deps.peers, trace, call, Submission::IN_REVIEW));
  std::ranges::move(moved, std::back_inserter(all));
  return all;
}

Result<void> MoveOn(ReviewDeps& deps, const Trace& trace, const std::string& call,
                    const std::vector<Submission>& submissions) {
  std::vector<SubmissionAction::Item> items(submissions.size());
  for (size_t i = 0; i < items.size(); ++i) items[i].set_name(submissions[i].name());
  REDPEAK_RETURN_IF_ERROR(
      AdvanceSubmissions(deps.peers, trace, SubmissionAction::START_REVIEW, items));
  return StartCallReview(deps.peers, trace, call);
}

std::vector<std::string> LastIds(const google::protobuf::RepeatedPtrField<std::string>& names) {
  std::vector<std::string> ids;
  for (const auto& name : names) ids.push_back(LastId(name));
  return ids;
}

Subject ToSubject(const Submission& submission) {
  Subject subject{.id = LastId(submission.name()),
                  .call = LastId(submission.call()),
                  .title = submission.title(),
                  .number = submission.receipt().number(),
                  .category = submission.category(),
                  .discipline = submission.discipline(),
                  .keywords = {submission.keywords().begin(), submission.keywords().end()},
                  .amount_fen = submission.amount_fen(),
                  .leader = LastId(submission.leader()),
                  .leader_name = submission.leader_name(),
                  .unit = LastId(submission.unit()),
                  .unit_name = submission.unit_name(),
                  .recommender = LastId(submission.recommender()),
                  .avoided = LastIds(submission.avoided_experts())};
  for (const auto& member : submission.team()) {
    if (!member.person().empty()) subject.team_people.push_back(LastId(member.person()));
    if (!member.unit_name().empty()) subject.team_units.push_back(member.unit_name());
  }
  return subject;
}

Round ToRound(const std::string& id, const calls::v1::Call& about) {
  Round round{.call = id, .reviews_each = about.reviews_per_submission()};
  if (about.has_review_due()) round.due = FromProto(about.review_due());
  return round;
}

void AppendStarted(Call& call, const std::string& name) {
  events::v1::Detail detail;
  detail.mutable_call_changed()->set_action("review_started");
  detail.mutable_call_changed()->set_state("IN_REVIEW");
  call.Append(name, std::move(detail));
}

// What may be missing: with a reason fewer reviews than wanted, but never all of a submission's.
Result<void> CheckMissing(Tx& tx, const Round& round, bool has_reason) {
  const auto none = ReadMissingReviews(tx, round.call, 1);
  if (!none.empty()) return ReviewsMissing(none, "each needs at least one");
  if (has_reason) return {};
  const auto fewer = ReadMissingReviews(tx, round.call, round.reviews_each);
  if (!fewer.empty()) return ReviewsMissing(fewer, "closing nevertheless takes a reason");
  return {};
}

Result<void> TellScores(ReviewDeps& deps, const Trace& trace,
                        const std::vector<v1::RankedSubmission>& ranking) {
  std::vector<SubmissionAction::Item> items;
  for (const auto& ranked : ranking) {
    auto& item = items.emplace_back();
    item.set_name(ranked.submission());
    item.set_score(ranked.mean());
  }
  return AdvanceSubmissions(deps.peers, trace, SubmissionAction::RECORD_SCORE, items);
}

void AppendClosed(Call& call, const std::string& name, const std::string& reason,
                  const std::vector<v1::RankedSubmission>& ranking) {
  int reviews = 0;
  for (const auto& ranked : ranking) reviews += ranked.reviews();
  events::v1::Detail detail;
  auto* closed = detail.mutable_review_closed();
  closed->set_submissions(static_cast<int>(ranking.size()));
  closed->set_reviews(reviews);
  closed->set_reason(reason);
  call.Append(name, std::move(detail));
}

}  // namespace

Result<v1::Progress> StartReview(ReviewDeps& deps, Call& call,
                                 const v1::StartReviewRequest& request) {
  const auto& name = request.call();
  REDPEAK_ASSIGN_OR_RETURN(const auto id, OfficersCall(call.caller(), "call", name));
  REDPEAK_ASSIGN_OR_RETURN(const auto about, GetCall(deps.peers, call.trace(), name));
  REDPEAK_RETURN_IF_ERROR(CheckCanBegin(about));
  REDPEAK_RETURN_IF_ERROR(CheckFormalityDone(deps, call.trace(), name));
  const auto begun = ReadRound(call.tx(), id);
  if (begun && begun->closed) return ReviewClosed(name);
  REDPEAK_ASSIGN_OR_RETURN(const auto submissions, ListReviewable(deps, call.trace(), name));
  REDPEAK_ASSIGN_OR_RETURN(const auto facts, AskFacts(deps, call, id));
  REDPEAK_RETURN_IF_ERROR(MoveOn(deps, call.trace(), name, submissions));
  LockRound(call.tx(), id);
  InsertRound(call.tx(), ToRound(id, about), call.now());
  REDPEAK_RETURN_IF_ERROR(FindOpenRound(call.tx(), id));
  std::vector<Subject> subjects;
  std::ranges::transform(submissions, std::back_inserter(subjects), &ToSubject);
  InsertSubjects(call.tx(), subjects);
  KeepFacts(call, id, facts);
  if (!begun) AppendStarted(call, name);
  return ReadProgress(call.tx(), id);
}

Result<v1::Progress> GetProgress(ReviewDeps&, Call& call, const v1::GetProgressRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, StaffsCall(call.caller(), "call", request.call()));
  REDPEAK_RETURN_IF_ERROR(FindRound(call.tx(), id));
  return ReadProgress(call.tx(), id);
}

// Reviews are cancelled before the scores are told, which holds their rows while submissions works:
// were it the other way about, a review that is submitted in between would be in the ranking and
// not in the score.
Result<v1::Progress> CloseReview(ReviewDeps& deps, Call& call,
                                 const v1::CloseReviewRequest& request) {
  const auto& name = request.call();
  REDPEAK_ASSIGN_OR_RETURN(const auto id, OfficersCall(call.caller(), "call", name));
  const bool has_reason = !Trim(request.reason()).empty();
  if (has_reason) REDPEAK_RETURN_IF_ERROR(CheckReason(request.reason()));
  REDPEAK_RETURN_IF_ERROR(FindOpenRound(call.tx(), id));
  REDPEAK_ASSIGN_OR_RETURN(const auto facts, AskFacts(deps, call, id));
  LockRound(call.tx(), id);
  REDPEAK_ASSIGN_OR_RETURN(const auto round, FindOpenRound(call.tx(), id));
  KeepFacts(call, id, facts);
  const auto cancelled = CancelUnfinished(call.tx(), id);
  REDPEAK_RETURN_IF_ERROR(CheckMissing(call.tx(), round, has_reason));
  const auto ranking = ReadCurrentRanking(call.tx(), id);
  REDPEAK_RETURN_IF_ERROR(TellScores(deps, call.trace(), ranking));
  WriteRanking(call.tx(), ranking);
  CloseRound(call.tx(), id, request.reason(), call.now());
  AppendReviewsChanged(call, cancelled, "cancelled");
  AppendClosed(call, name, request.reason(), ranking);
  return ReadProgress(call.tx(), id);
}

}  // namespace redpeak::review
