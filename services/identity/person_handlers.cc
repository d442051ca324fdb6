#include "services/identity/person_handlers.h"

#include <algorithm>
#include <set>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/identity/account_store.h"
#include "services/identity/changes.h"
#include "services/identity/fields.h"
#include "services/identity/organisation_store.h"
#include "services/identity/person.h"
#include "services/identity/person_store.h"
#include "services/identity/update_mask.h"

namespace redpeak::identity {
namespace {

using options::v1::Role;

constexpr char kPrefix[] = "person.";
constexpr int kBatchMax = 1000;

// What only the database knows: whether the organisation exists, and whether another person is this
// one.
Result<void> CheckAgainstOthers(const IdentityDeps& deps, Call& call, const v1::Person& person) {
  const auto& organisation = person.organisation();
  if (!organisation.empty() && !ReadOrganisation(call.tx(), LastId(organisation))) {
    return FieldInvalid("person.organisation", "NOT_FOUND", organisation,
                        "there is no such organisation");
  }
  for (const auto& alike : FindAlike(call.tx(), {person}, deps.keys)) {
    if (alike.name != person.name()) return AlreadyExists(alike.name);
  }
  return {};
}

// The person as it now is; one's own with the masked identity number.
v1::Person Tell(const IdentityDeps& deps, Call& call, v1::Person person) {
  person.clear_identity_number();
  if (call.caller().person == person.name()) {
    person.set_identity_number_masked(Masked(ReadNumber(call.tx(), person, deps.keys)));
  }
  return person;
}

// The fields that an update is to change: one's organisation is an administrator's business, and an
// identity number that is not given is not to be wiped, since nobody can send back what is never
// told.
Result<std::vector<std::string>> FieldsToChange(const Call& call,
                                                const v1::UpdatePersonRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto fields, FieldsOf(request.update_mask(), kPersonFields));
  if (!request.update_mask().paths().empty()) return fields;
  if (request.person().identity_number().empty()) std::erase(fields, "identity_number");
  if (!call.caller().Has(Role::ADMINISTRATOR)) std::erase(fields, "organisation");
  return fields;
}

Result<void> CheckUpdate(const IdentityDeps& deps, Call& call,
                         const std::vector<std::string>& changed, const v1::Person& person) {
  Violations violations;
  CheckPerson(violations, kPrefix, person);
  if (std::ranges::find(changed, "organisation") != changed.end()) {
    if (!call.caller().Has(Role::ADMINISTRATOR))
      return RoleMissing("UpdatePerson of person.organisation");
    violations.Required("person.organisation", person.organisation());
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return CheckAgainstOthers(deps, call, person);
}

Result<std::vector<std::string>> IdsOf(
    const char* collection, const char* field,
    const google::protobuf::RepeatedPtrField<std::string>& names) {
  std::vector<std::string> ids;
  for (const auto& name : names) {
    REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId(collection, field, name));
    ids.push_back(std::move(id));
  }
  return ids;
}

// The ids of the organisations whose people the caller may list; none: everybody's.
Result<std::optional<std::vector<std::string>>> UnitsToList(const Caller& caller,
                                                            const std::string& organisation) {
  if (!organisation.empty())
    REDPEAK_RETURN_IF_ERROR(ParseId("organisations", "organisation", organisation));
  if (SeesEverybody(caller)) {
    if (organisation.empty()) return std::nullopt;
    return std::vector<std::string>{LastId(organisation)};
  }
  std::vector<std::string> units;
  for (const auto& scope : caller.Scopes(Role::UNIT_OFFICER)) {
    if (organisation.empty() || organisation == scope) units.push_back(LastId(scope));
  }
  return units;
}

}  // namespace

Result<v1::Person> CreatePerson(IdentityDeps& deps, Call& call,
                                const v1::CreatePersonRequest& request) {
  auto person = request.person();
  const auto id = request.person_id().empty() ? call.NewId() : request.person_id();
  person.set_name(MakeName("people", id));
  Tidy(person);
  Violations violations;
  if (!request.person_id().empty()) CheckId(violations, "person_id", id);
  violations.Required("person.organisation", person.organisation());
  CheckPerson(violations, kPrefix, person);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (ReadPerson(call.tx(), id)) return AlreadyExists(person.name());
  REDPEAK_RETURN_IF_ERROR(CheckAgainstOthers(deps, call, person));
  InsertPeople(call.tx(), {person}, deps.keys, call.now());
  call.Append(person.name(), PersonChange("created"));
  return *ReadPerson(call.tx(), id);
}

Result<v1::Person> UpdatePerson(IdentityDeps& deps, Call& call,
                                const v1::UpdatePersonRequest& request) {
  const auto& name = request.person().name();
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("people", "person.name", name));
  REDPEAK_ASSIGN_OR_RETURN(const auto fields, FieldsToChange(call, request));
  const bool may = call.caller().person == name || call.caller().Has(Role::ADMINISTRATOR);
  auto person = may ? ReadPersonForUpdate(call.tx(), id) : std::nullopt;
  if (!person) return NotFound(name);
  const auto& etag = request.person().etag();
  if (!etag.empty() && etag != person->etag()) return EtagMismatch(name);
  person->set_identity_number(ReadNumber(call.tx(), *person, deps.keys));
  auto wanted = request.person();
  Tidy(wanted);
  const auto changed = CopyFields(fields, wanted, *person);
  if (changed.empty()) return Tell(deps, call, std::move(*person));
  REDPEAK_RETURN_IF_ERROR(CheckUpdate(deps, call, changed, *person));
  WritePerson(call.tx(), *person);
  WriteNumber(call.tx(), *person, deps.keys);
  call.Append(name, PersonChange("updated", changed));
  call.AfterCommit([&deps] { deps.sessions.Forget(); });  // a session tells name and organisation
  return Tell(deps, call, *ReadPerson(call.tx(), id));
}

Result<v1::Person> GetPerson(IdentityDeps& deps, Call& call, const v1::GetPersonRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("people", "name", request.name()));
  auto person = ReadPerson(call.tx(), id);
  if (!person || AudienceOf(call.caller(), *person).empty()) return NotFound(request.name());
  return Tell(deps, call, std::move(*person));
}

Result<v1::ListPeopleResponse> ListPeople(IdentityDeps&, Call& call,
                                          const v1::ListPeopleRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  Violations violations;
  violations.Length("query", request.query(), kPersonNameMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  PeopleFilter filter;
  filter.query = request.query();
  REDPEAK_ASSIGN_OR_RETURN(filter.organisations,
                           UnitsToList(call.caller(), request.organisation()));
  v1::ListPeopleResponse response;
  for (auto& person : ListPeople(call.tx(), filter, page)) {
    if (response.people_size() == page.size) {
      const auto& last = response.people(page.size - 1);
      response.set_next_page_token(
          MakePageToken(request, {last.display_name(), LastId(last.name())}));
      break;
    }
    *response.add_people() = std::move(person);
  }
  return response;
}

Result<v1::BatchGetPeopleResponse> BatchGetPeople(IdentityDeps&, Call& call,
                                                  const v1::BatchGetPeopleRequest& request) {
  Violations violations;
  violations.Range("names", request.names_size(), 0, kBatchMax);
  violations.Range("accounts", request.accounts_size(), 0, kBatchMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  REDPEAK_ASSIGN_OR_RETURN(auto ids, IdsOf("people", "names", request.names()));
  REDPEAK_ASSIGN_OR_RETURN(const auto accounts, IdsOf("accounts", "accounts", request.accounts()));
  v1::BatchGetPeopleResponse response;
  for (const auto& [account, person] : ReadPeopleOfAccounts(call.tx(), accounts)) {
    (*response.mutable_people_of_accounts())[MakeName("accounts", account)] =
        MakeName("people", person);
    if (std::ranges::find(ids, person) == ids.end()) ids.push_back(person);
  }
  std::set<std::string> organisations;
  for (auto& person : ReadPeople(call.tx(), ids)) {
    if (!person.organisation().empty()) organisations.insert(LastId(person.organisation()));
    *response.add_people() = std::move(person);
  }
  for (auto& organisation :
       ReadOrganisations(call.tx(), {organisations.begin(), organisations.end()})) {
    *response.add_organisations() = std::move(organisation);
  }
  for (const auto& [person, language] : ReadLanguages(call.tx(), ids)) {
    (*response.mutable_languages())[MakeName("people", person)] = language;
  }
  return response;
}

}  // namespace redpeak::identity
