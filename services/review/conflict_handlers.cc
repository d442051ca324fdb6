#include "services/review/conflict_handlers.h"

#include <set>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"
#include "services/base/violations.h"
#include "services/review/conflict_store.h"
#include "services/review/expert_store.h"
#include "services/review/review_handlers_checks.h"
#include "services/review/review_handlers_events.h"
#include "services/review/review_peers.h"
#include "services/review/review_store.h"
#include "services/review/subject_store.h"

namespace redpeak::review {
namespace {

using Kind = v1::Conflict;

constexpr int kSubmissionsMax = 5000;  // of FindPersonConflicts

// Cancels the pair's unfinished review. STATE_WRONG where it was submitted.
Result<void> CancelReviewsOfPair(Call& call, const std::string& submission,
                                 const std::string& expert) {
  for (const auto& record : ReadReviewsOfPairForUpdate(call.tx(), submission, expert)) {
    const auto& review = record.review;
    if (!IsLive(review.state())) continue;
    const auto next = NextState(review.state(), Action::kCancel);
    if (!next) {
      return StateWrong(review.name(), v1::Review::State_Name(review.state()),
                        NameOf(Action::kCancel));
    }
    WriteState(call.tx(), LastId(review.name()), *next, kConflictReason);
    AppendReviewChanged(call, RefOf(record), "cancelled");
  }
  return {};
}

v1::Conflict ToMessage(const ToldConflict& told, Instant now) {
  v1::Conflict conflict;
  conflict.set_submission(MakeName("submissions", told.submission));
  conflict.set_expert(MakeName("experts", told.expert));
  conflict.set_kind(told.kind);
  conflict.set_reason(told.reason);
  *conflict.mutable_create_time() = ToProto(now);
  return conflict;
}

// The call's id of a list's request, which names it or a submission.
Result<ConflictFilter> ReadFilter(Call& call, const v1::ListConflictsRequest& request) {
  ConflictFilter filter;
  filter.person = LastId(call.caller().person);
  if (request.submission().empty()) {
    REDPEAK_ASSIGN_OR_RETURN(filter.call, StaffsCall(call.caller(), "call", request.call()));
    return filter;
  }
  REDPEAK_ASSIGN_OR_RETURN(filter.submission,
                           ParseId("submissions", "submission", request.submission()));
  const auto subject = ReadSubject(call.tx(), filter.submission);
  const bool seen = subject && call.caller().IsStaffOf(MakeName("calls", subject->call)) &&
                    !IsInvolved(*subject, filter.person);
  if (!seen) return NotFound(request.submission());
  filter.call = subject->call;
  return filter;
}

Result<std::vector<Subject>> FindSubjects(Call& call,
                                          const v1::FindPersonConflictsRequest& request) {
  Violations violations;
  violations.Range("submissions", request.submissions_size(), 0, kSubmissionsMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  std::vector<std::string> ids;
  for (const auto& name : request.submissions()) {
    REDPEAK_ASSIGN_OR_RETURN(ids.emplace_back(), ParseId("submissions", "submissions", name));
  }
  auto subjects = ReadSubjects(call.tx(), ids);
  std::set<std::string> found;
  for (const auto& subject : subjects) found.insert(subject.id);
  for (const auto& id : ids) {
    if (!found.contains(id)) return NotFound(MakeName("submissions", id));
  }
  return subjects;
}

}  // namespace

Result<v1::Conflict> SetConflict(ReviewDeps&, Call& call, const v1::SetConflictRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto expert, ParseId("experts", "expert", request.expert()));
  REDPEAK_RETURN_IF_ERROR(CheckReason(request.reason()));
  REDPEAK_ASSIGN_OR_RETURN(const auto subject,
                           FindOfficersSubject(call, "submission", request.submission()));
  if (!ReadExpert(call.tx(), expert)) return NotFound(request.expert());
  LockRound(call.tx(), subject.call);
  REDPEAK_RETURN_IF_ERROR(FindOpenRound(call.tx(), subject.call));
  REDPEAK_RETURN_IF_ERROR(CancelReviewsOfPair(call, subject.id, expert));
  const ToldConflict told{subject.call, subject.id, expert, Kind::SET_BY_OFFICER, request.reason()};
  PutConflict(call.tx(), told, call.now());
  AppendConflictChanged(call, "set", subject.id, expert, told.kind);
  return ToMessage(told, call.now());
}

Result<v1::Review> DeclareConflict(ReviewDeps&, Call& call,
                                   const v1::DeclareConflictRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto name, ParseReviewName("name", request.name()));
  REDPEAK_RETURN_IF_ERROR(CheckReason(request.reason()));
  const auto seen = ReadReview(call.tx(), name);
  if (!seen) return NotFound(request.name());
  LockRound(call.tx(), seen->subject.call);
  const auto record = ReadReviewForUpdate(call.tx(), name);
  REDPEAK_RETURN_IF_ERROR(CheckExpertMay(call.caller(), *record, Action::kCancel));
  const auto ref = RefOf(*record);
  WriteState(call.tx(), name.review, v1::Review::CANCELLED, kConflictReason);
  PutConflict(call.tx(), {ref.call, ref.submission, ref.expert, Kind::DECLARED, request.reason()},
              call.now());
  AppendConflictChanged(call, "set", ref.submission, ref.expert, Kind::DECLARED);
  AppendReviewChanged(call, ref, "cancelled");
  return ReadReview(call.tx(), name)->review;
}

Result<v1::RemoveConflictResponse> RemoveConflict(ReviewDeps&, Call& call,
                                                  const v1::RemoveConflictRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto expert, ParseId("experts", "expert", request.expert()));
  REDPEAK_ASSIGN_OR_RETURN(const auto subject,
                           FindOfficersSubject(call, "submission", request.submission()));
  LockRound(call.tx(), subject.call);
  if (!RemoveOfficersConflict(call.tx(), subject.id, expert)) {
    return NotFound("conflict of " + request.expert() + " with " + request.submission());
  }
  AppendConflictChanged(call, "removed", subject.id, expert, Kind::SET_BY_OFFICER);
  return v1::RemoveConflictResponse();
}

Result<v1::ListConflictsResponse> ListConflicts(ReviewDeps&, Call& call,
                                                const v1::ListConflictsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto filter, ReadFilter(call, request));
  auto conflicts = ListConflicts(call.tx(), filter, page.after, page.size + 1);
  v1::ListConflictsResponse response;
  if (conflicts.size() > static_cast<size_t>(page.size)) {
    conflicts.pop_back();
    const auto& last = conflicts.back();
    response.set_next_page_token(MakePageToken(
        request,
        {LastId(last.submission()), LastId(last.expert()), v1::Conflict::Kind_Name(last.kind())}));
  }
  for (auto& conflict : conflicts) *response.add_conflicts() = std::move(conflict);
  return response;
}

// Whom the applicant named as unwelcome is no matter here: that is about reviewers.
Result<v1::FindPersonConflictsResponse> FindPersonConflicts(
    ReviewDeps& deps, Call& call, const v1::FindPersonConflictsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("people", "person", request.person()));
  REDPEAK_ASSIGN_OR_RETURN(const auto people,
                           GetPeople(deps.peers, call.trace(), {request.person()}));
  if (people.empty()) return NotFound(request.person());
  const Affiliation affiliation{id, LastId(people.front().person.organisation()),
                                people.front().organisation_name};
  REDPEAK_ASSIGN_OR_RETURN(const auto subjects, FindSubjects(call, request));
  v1::FindPersonConflictsResponse response;
  for (const auto& subject : subjects) {
    for (const auto kind : ConflictsOf(subject, affiliation)) {
      if (kind == Kind::AVOIDED) continue;
      auto* conflict = response.add_conflicts();
      conflict->set_submission(MakeName("submissions", subject.id));
      conflict->set_expert(MakeName("experts", id));
      conflict->set_kind(kind);
    }
  }
  return response;
}

}  // namespace redpeak::review
