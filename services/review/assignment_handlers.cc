#include "services/review/assignment_handlers.h"

#include <algorithm>
#include <set>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/violations.h"
#include "services/review/conflict_store.h"
#include "services/review/expert_store.h"
#include "services/review/planning.h"
#include "services/review/review_handlers_checks.h"
#include "services/review/review_handlers_events.h"
#include "services/review/review_handlers_facts.h"
#include "services/review/review_store.h"
#include "services/review/subject_store.h"

namespace redpeak::review {
namespace {

constexpr int kReviewsEachMax = 15;
constexpr int kLoadMaxMax = 200;

template <typename Request>
Result<void> CheckWish(const Request& request) {
  Violations violations;
  violations.Range("reviews_each", request.reviews_each(), 0, kReviewsEachMax);
  violations.Range("load_max", request.load_max(), 0, kLoadMaxMax);
  return violations.Check();
}

template <typename Request>
AssignmentWish WishOf(const Request& request, const Round& round) {
  return {.reviews_each = request.reviews_each() > 0 ? request.reviews_each() : round.reviews_each,
          .load_max = request.load_max()};
}

// A conflict ends an unfinished review, so such a pair does not count.
void DropConflicted(AssignmentState& state) {
  std::set<std::pair<std::string_view, std::string_view>> conflicted;
  for (const auto& conflict : state.conflicts)
    conflicted.emplace(conflict.submission, conflict.person);
  for (auto& pair : state.pairs) {
    if (!pair.sealed && conflicted.contains({pair.submission, pair.expert})) pair.live = false;
  }
}

// What the tables and the facts say together, whether or not the facts were kept.
AssignmentState ReadState(Tx& tx, const std::string& call_id, const Facts& facts) {
  AssignmentState state;
  const std::set<std::string> withdrawn(facts.withdrawn.begin(), facts.withdrawn.end());
  state.subjects = ReadSubjectsOfCalls(tx, {call_id});
  std::erase_if(state.subjects,
                [&](const auto& subject) { return withdrawn.contains(subject.id); });
  state.experts = ReadExperts(tx);
  ApplyFacts(facts.people, state.experts);
  std::vector<Affiliation> people;
  for (const auto& record : state.experts) people.push_back(record.affiliation());
  state.conflicts = FindConflicts(state.subjects, people);
  std::ranges::move(ReadToldConflicts(tx, call_id), std::back_inserter(state.conflicts));
  state.pairs = ReadReviewedPairs(tx, call_id);
  DropConflicted(state);
  return state;
}

std::vector<Shortfall> Lacking(const v1::AssignmentPlan& plan) {
  std::vector<Shortfall> lacking;
  for (const auto& lack : plan.lacking()) lacking.push_back({lack.submission(), lack.experts()});
  return lacking;
}

void AppendAssigned(Call& call, const std::string& call_id, const v1::AssignmentPlan& plan) {
  events::v1::Detail detail;
  detail.mutable_reviews_assigned()->set_count(plan.pairs_size());
  detail.mutable_reviews_assigned()->set_affinity(plan.affinity_total());
  call.Append(MakeName("calls", call_id), std::move(detail));
}

// Writes the planned reviews. Nothing can have come between: the round is locked.
Result<void> KeepPlan(Call& call, const std::string& call_id, const v1::AssignmentPlan& plan) {
  std::vector<NewReview> reviews;
  for (const auto& pair : plan.pairs()) {
    reviews.push_back(
        {call.NewId(), LastId(pair.submission()), LastId(pair.expert()), pair.affinity()});
  }
  if (InsertReviews(call.tx(), call_id, reviews, call.now()) != plan.pairs_size()) {
    return Internal("a planned review met a conflict or a review that the plan did not know");
  }
  AppendAssigned(call, call_id, plan);
  for (const auto& review : reviews) {
    AppendReviewChanged(call, {review.id, review.submission, call_id, review.expert}, "assigned");
  }
  return {};
}

// Whether this expert may be given one more review in this call.
Result<void> CheckHasRoom(Call& call, const Subject& subject, const ExpertRecord& record) {
  const auto& expert = record.expert;
  if (HasConflict(call.tx(), subject.id, record.id())) {
    return ConflictOfInterest(MakeName("submissions", subject.id));
  }
  if (!expert.available()) return ExpertUnavailable(expert.name());
  if (CountLiveReviews(call.tx(), subject.call, record.id()) >= expert.reviews_max()) {
    return ExpertFull(expert.name(), expert.reviews_max());
  }
  return {};
}

}  // namespace

Result<v1::AssignmentPlan> PlanAssignment(ReviewDeps& deps, Call& call,
                                          const v1::PlanAssignmentRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, OfficersCall(call.caller(), "call", request.call()));
  REDPEAK_RETURN_IF_ERROR(CheckWish(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto round, FindOpenRound(call.tx(), id));
  REDPEAK_ASSIGN_OR_RETURN(const auto facts, AskFacts(deps, call, id));
  const auto state = ReadState(call.tx(), id, facts);
  auto plan = PlanReviews(state, WishOf(request, round));
  PrepareForReader(state.subjects, LastId(call.caller().person), plan);
  return plan;
}

Result<v1::AssignmentPlan> AssignReviews(ReviewDeps& deps, Call& call,
                                         const v1::AssignReviewsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, OfficersCall(call.caller(), "call", request.call()));
  REDPEAK_RETURN_IF_ERROR(CheckWish(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto facts, AskFacts(deps, call, id));
  LockRound(call.tx(), id);
  REDPEAK_ASSIGN_OR_RETURN(const auto round, FindOpenRound(call.tx(), id));
  KeepFacts(call, id, facts);
  const auto wish = WishOf(request, round);
  const auto state = ReadState(call.tx(), id, facts);
  auto plan = PlanReviews(state, wish);
  const auto person = LastId(call.caller().person);
  if (!plan.feasible()) {
    PrepareForReader(state.subjects, person, plan);
    return ExpertsLacking(Lacking(plan));
  }
  SetReviewsEach(call.tx(), id, wish.reviews_each);
  REDPEAK_RETURN_IF_ERROR(KeepPlan(call, id, plan));
  PrepareForReader(state.subjects, person, plan);
  return plan;
}

Result<v1::Review> AssignReview(ReviewDeps& deps, Call& call,
                                const v1::AssignReviewRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto expert_id, ParseId("experts", "expert", request.expert()));
  REDPEAK_ASSIGN_OR_RETURN(const auto people,
                           GetPeople(deps.peers, call.trace(), {MakeName("people", expert_id)}));
  REDPEAK_ASSIGN_OR_RETURN(const auto subject,
                           FindOfficersSubject(call, "submission", request.submission()));
  LockRound(call.tx(), subject.call);
  REDPEAK_RETURN_IF_ERROR(FindOpenRound(call.tx(), subject.call));
  auto record = ReadExpert(call.tx(), expert_id);
  if (!record) return NotFound(request.expert());
  std::vector<ExpertRecord> records = {std::move(*record)};
  ApplyFacts(people, records);
  RefreshExperts(call.tx(), records);
  RefreshConflicts(call, {subject.call}, records);
  REDPEAK_RETURN_IF_ERROR(CheckHasRoom(call, subject, records.front()));
  const NewReview review{call.NewId(), subject.id, expert_id,
                         AffinityOf(subject, records.front().expert)};
  if (InsertReviews(call.tx(), subject.call, {review}, call.now()) == 0) {
    return AlreadyExists("review of " + request.submission() + " by " + request.expert());
  }
  AppendReviewChanged(call, {review.id, subject.id, subject.call, expert_id}, "assigned");
  return ReadReview(call.tx(), {subject.id, review.id})->review;
}

Result<v1::Review> CancelReview(ReviewDeps&, Call& call, const v1::CancelReviewRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto name, ParseReviewName("name", request.name()));
  REDPEAK_RETURN_IF_ERROR(CheckReason(request.reason()));
  const auto record = ReadReviewForUpdate(call.tx(), name);
  const auto& caller = call.caller();
  if (!record || !SeesAsStaff(caller, *record) ||
      !caller.Has(Role::PROGRAMME_OFFICER, record->review.call())) {
    return NotFound(request.name());
  }
  if (record->closed) return ReviewClosed(record->review.call());
  const auto state = record->review.state();
  const auto next = NextState(state, Action::kCancel);
  if (!next) {
    return StateWrong(request.name(), v1::Review::State_Name(state), NameOf(Action::kCancel));
  }
  WriteState(call.tx(), name.review, *next, request.reason());
  AppendReviewChanged(call, RefOf(*record), "cancelled");
  return ReadReview(call.tx(), name)->review;
}

}  // namespace redpeak::review
