#include "services/review/expert_handlers.h"

#include <set>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/review/expert_store.h"
#include "services/review/review_handlers_events.h"
#include "services/review/review_handlers_facts.h"
#include "services/review/round_store.h"

namespace redpeak::review {
namespace {

constexpr size_t kCsvBytesMax = 3 << 20;

// An expert who can do all that the request says; names and organisation are for facts to set.
ExpertRecord NewRecord(const v1::Expert& wanted) {
  ExpertRecord record{.expert = wanted, .organisation_name = {}, .version = 1};
  record.expert.set_name(MakeName("experts", LastId(wanted.person())));
  record.expert.clear_organisation();
  record.expert.set_etag("1");
  return record;
}

std::vector<std::string> PeopleOf(const std::vector<ExpertRecord>& records) {
  std::vector<std::string> people;
  for (const auto& record : records) people.push_back(record.expert.person());
  return people;
}

// One whom the caller may see: officers and auditors see all, experts themselves.
Result<ExpertRecord> CheckSees(const Caller& caller, std::optional<ExpertRecord> record,
                               const std::string& name) {
  const bool all = caller.Has(Role::PROGRAMME_OFFICER) || caller.Has(Role::AUDITOR);
  if (!record || (!all && !IsSelf(caller, record->id()))) return NotFound(name);
  return std::move(*record);
}

// Those whom identity knows. FIELD_INVALID names the rows of others.
Result<std::vector<PersonFacts>> FindImported(ReviewDeps& deps, Call& call,
                                              const std::vector<ImportedExpert>& rows) {
  std::vector<std::string> people;
  for (const auto& row : rows) people.push_back(row.expert.person());
  REDPEAK_ASSIGN_OR_RETURN(auto facts, GetPeople(deps.peers, call.trace(), people));
  std::set<std::string> known;
  for (const auto& one : facts) known.insert(one.person.name());
  Violations violations;
  for (const auto& row : rows) {
    if (known.contains(row.expert.person())) continue;
    violations.Add("rows[" + std::to_string(row.row) + "].person", "UNKNOWN", "",
                   "is nobody known");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return facts;
}

// Writes new experts, and changes those who are there.
void KeepImported(Call& call, const std::vector<ExpertRecord>& records) {
  std::set<std::string> there;
  for (const auto& record : ReadExperts(call.tx())) there.insert(record.id());
  std::vector<ExpertRecord> fresh, changed;
  for (const auto& record : records) {
    (there.contains(record.id()) ? changed : fresh).push_back(record);
  }
  InsertExperts(call.tx(), fresh);
  UpdateExperts(call.tx(), changed);
  RefreshExperts(call.tx(), changed);
}

}  // namespace

Result<v1::Expert> CreateExpert(ReviewDeps& deps, Call& call,
                                const v1::CreateExpertRequest& request) {
  const auto& person = request.expert().person();
  REDPEAK_RETURN_IF_ERROR(ParseId("people", "expert.person", person));
  REDPEAK_RETURN_IF_ERROR(CheckExpert(request.expert(), "expert."));
  REDPEAK_ASSIGN_OR_RETURN(const auto facts, GetPeople(deps.peers, call.trace(), {person}));
  if (facts.empty()) return FieldInvalid("expert.person", "UNKNOWN", "", "is nobody known");
  REDPEAK_RETURN_IF_ERROR(GrantExpertRole(deps.peers, call.trace(), {person}));
  std::vector<ExpertRecord> records = {NewRecord(request.expert())};
  ApplyFacts(facts, records);
  const auto calls = LockOpenRounds(call.tx());
  const auto& expert = records.front().expert;
  if (InsertExperts(call.tx(), records) == 0) return AlreadyExists(expert.name());
  RefreshConflicts(call, calls, records);
  AppendExpertChanged(call, records.front().id(), "created");
  return expert;
}

Result<v1::Expert> UpdateExpert(ReviewDeps& deps, Call& call,
                                const v1::UpdateExpertRequest& request) {
  const auto& name = request.expert().name();
  const auto& caller = call.caller();
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("experts", "expert.name", name));
  const bool by_officer = caller.Has(Role::PROGRAMME_OFFICER);
  if (!by_officer && !IsSelf(caller, id)) return NotFound(name);
  REDPEAK_ASSIGN_OR_RETURN(const auto facts,
                           GetPeople(deps.peers, call.trace(), {MakeName("people", id)}));
  const auto calls = LockOpenRounds(call.tx());
  auto record = ReadExpertForUpdate(call.tx(), id);
  if (!record) return NotFound(name);
  const auto& etag = request.expert().etag();
  if (!etag.empty() && etag != record->expert.etag()) return EtagMismatch(name);
  REDPEAK_ASSIGN_OR_RETURN(
      const auto fields,
      ApplyExpertMask(request.expert(), request.update_mask(), by_officer, record->expert));
  REDPEAK_RETURN_IF_ERROR(CheckExpert(record->expert, "expert."));
  std::vector<ExpertRecord> records = {std::move(*record)};
  ApplyFacts(facts, records);
  UpdateExperts(call.tx(), records);
  RefreshExperts(call.tx(), records);
  RefreshConflicts(call, calls, records);
  AppendExpertChanged(call, id, "updated", fields);
  return ReadExpert(call.tx(), id)->expert;
}

Result<v1::Expert> GetExpert(ReviewDeps&, Call& call, const v1::GetExpertRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("experts", "name", request.name()));
  REDPEAK_ASSIGN_OR_RETURN(auto record,
                           CheckSees(call.caller(), ReadExpert(call.tx(), id), request.name()));
  return std::move(record.expert);
}

Result<v1::ListExpertsResponse> ListExperts(ReviewDeps&, Call& call,
                                            const v1::ListExpertsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  const ExpertFilter filter{.discipline = request.discipline(),
                            .folded_query = Fold(request.query()),
                            .available_only = request.available_only()};
  auto records = ListExperts(call.tx(), filter, page.Key(0), page.size + 1);
  v1::ListExpertsResponse response;
  if (records.size() > static_cast<size_t>(page.size)) {
    records.pop_back();
    response.set_next_page_token(MakePageToken(request, {records.back().id()}));
  }
  for (auto& record : records) *response.add_experts() = std::move(record.expert);
  return response;
}

Result<identity::v1::ImportResponse> ImportExperts(ReviewDeps& deps, Call& call,
                                                   const identity::v1::ImportRequest& request) {
  if (request.csv().size() > kCsvBytesMax) {
    return FieldInvalid("csv", "TOO_LARGE", std::to_string(kCsvBytesMax), "at most 3 MiB");
  }
  REDPEAK_ASSIGN_OR_RETURN(const auto rows, ReadExpertTable(request.csv()));
  REDPEAK_ASSIGN_OR_RETURN(const auto facts, FindImported(deps, call, rows));
  identity::v1::ImportResponse response;
  response.set_imported(static_cast<int>(rows.size()));
  if (request.validate_only()) return response;
  std::vector<ExpertRecord> records;
  for (const auto& row : rows) records.push_back(NewRecord(row.expert));
  ApplyFacts(facts, records);
  REDPEAK_RETURN_IF_ERROR(GrantExpertRole(deps.peers, call.trace(), PeopleOf(records)));
  const auto calls = LockOpenRounds(call.tx());
  KeepImported(call, records);
  RefreshConflicts(call, calls, records);
  AppendExpertsImported(call, response.imported());
  return response;
}

}  // namespace redpeak::review
