#include "services/review/review_handlers_facts.h"

#include <unordered_map>

#include "services/base/names.h"
#include "services/review/conflict_store.h"
#include "services/review/expert_store.h"
#include "services/review/review_handlers_events.h"
#include "services/review/review_store.h"
#include "services/review/subject_store.h"

namespace redpeak::review {

Result<Facts> AskFacts(ReviewDeps& deps, Call& call, const std::string& call_id) {
  using submissions::v1::Submission;
  Facts facts;
  std::vector<std::string> people;
  for (const auto& record : ReadExperts(call.tx())) people.push_back(record.expert.person());
  REDPEAK_ASSIGN_OR_RETURN(facts.people, GetPeople(deps.peers, call.trace(), people));
  REDPEAK_ASSIGN_OR_RETURN(
      const auto withdrawn,
      ListSubmissions(deps.peers, call.trace(), MakeName("calls", call_id), Submission::WITHDRAWN));
  for (const auto& submission : withdrawn) facts.withdrawn.push_back(LastId(submission.name()));
  return facts;
}

void ApplyFacts(const std::vector<PersonFacts>& people, std::vector<ExpertRecord>& experts) {
  std::unordered_map<std::string_view, const PersonFacts*> known;
  for (const auto& facts : people) known[facts.person.name()] = &facts;
  for (auto& record : experts) {
    const auto it = known.find(record.expert.person());
    if (it == known.end()) continue;
    record.expert.set_display_name(it->second->person.display_name());
    record.expert.set_organisation(it->second->person.organisation());
    record.organisation_name = it->second->organisation_name;
  }
}

void RefreshConflicts(Call& call, const std::vector<std::string>& calls,
                      const std::vector<ExpertRecord>& experts) {
  std::vector<Affiliation> people;
  std::vector<std::string> ids;
  for (const auto& record : experts) {
    people.push_back(record.affiliation());
    ids.push_back(record.id());
  }
  const auto found = FindConflicts(ReadSubjectsOfCalls(call.tx(), calls), people);
  ReplaceFoundConflicts(call.tx(), calls, ids, found, call.now());
  AppendReviewsChanged(call, CancelConflicted(call.tx(), calls), "cancelled");
}

void KeepFacts(Call& call, const std::string& call_id, const Facts& facts) {
  auto experts = ReadExperts(call.tx());
  ApplyFacts(facts.people, experts);
  RefreshExperts(call.tx(), experts);
  MarkWithdrawn(call.tx(), call_id, facts.withdrawn);
  AppendReviewsChanged(call, CancelWithdrawn(call.tx(), call_id), "cancelled");
  RefreshConflicts(call, {call_id}, experts);
}

}  // namespace redpeak::review
