#include "services/identity/name_handlers.h"

#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/identity/account_store.h"
#include "services/identity/fields.h"
#include "services/identity/organisation_store.h"
#include "services/identity/person.h"
#include "services/identity/person_store.h"

namespace redpeak::identity {
namespace {

using options::v1::Role;

constexpr int kNamesMax = 1000;
constexpr int kFoundMax = 20;
constexpr size_t kQueryMin = 2;

// The ids that a request names, by collection.
using Ids = std::map<std::string, std::vector<std::string>>;

Result<Ids> IdsOf(const v1::LookUpNamesRequest& request) {
  Violations violations;
  violations.Range("names", request.names_size(), 0, kNamesMax);
  Ids ids;
  for (const auto& name : request.names()) {
    const auto collection = name.substr(0, name.find('/'));
    const bool known =
        collection == "people" || collection == "accounts" || collection == "organisations";
    const auto id = ParseId(collection, "names", name);
    if (known && id) {
      ids[collection].push_back(*id);
    } else {
      violations.Add("names", "MALFORMED", "people/…, accounts/…, organisations/…",
                     "must be names of people, accounts or organisations");
    }
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return ids;
}

bool MayKnow(const Caller& caller, const v1::Person& person) {
  return caller.Has(Role::RESEARCHER) || !AudienceOf(caller, person).empty();
}

using Names = google::protobuf::Map<std::string, std::string>;

void AddPeople(Call& call, const std::vector<std::string>& ids, Names& names) {
  for (const auto& person : ReadPeople(call.tx(), ids)) {
    if (MayKnow(call.caller(), person)) names[person.name()] = person.display_name();
  }
}

// An account goes by the name of its person.
void AddAccounts(Call& call, const std::vector<std::string>& ids, Names& names) {
  const auto people = ReadPeopleOfAccounts(call.tx(), ids);
  std::vector<std::string> wanted;
  for (const auto& [account, person] : people) wanted.push_back(person);
  std::map<std::string, std::string> known;
  for (const auto& person : ReadPeople(call.tx(), wanted)) {
    if (AudienceOf(call.caller(), person).empty()) continue;
    known[LastId(person.name())] = person.display_name();
  }
  for (const auto& [account, person] : people) {
    const auto name = known.find(person);
    if (name != known.end()) names[MakeName("accounts", account)] = name->second;
  }
}

}  // namespace

Result<v1::LookUpNamesResponse> LookUpNames(IdentityDeps&, Call& call,
                                            const v1::LookUpNamesRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto ids, IdsOf(request));
  v1::LookUpNamesResponse response;
  auto& names = *response.mutable_display_names();
  if (!ids["people"].empty()) AddPeople(call, ids["people"], names);
  if (!ids["accounts"].empty()) AddAccounts(call, ids["accounts"], names);
  if (!ids["organisations"].empty()) {
    for (const auto& one : ReadOrganisations(call.tx(), ids["organisations"])) {
      names[one.name()] = one.display_name();
    }
  }
  return response;
}

Result<v1::SearchPeopleResponse> SearchPeople(IdentityDeps&, Call& call,
                                              const v1::SearchPeopleRequest& request) {
  PeopleFilter filter{.query = std::string(Trim(request.query())), .organisations = {}};
  Violations violations;
  violations.Length("query", filter.query, kPersonNameMax);
  if (CodePoints(filter.query) < kQueryMin) {
    violations.Add("query", "TOO_SHORT", std::to_string(kQueryMin), "give at least 2 characters");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  const bool by_part = SeesEverybody(call.caller());
  Page page;
  page.size = by_part ? kFoundMax : kPageSizeMax;
  v1::SearchPeopleResponse response;
  std::vector<std::string> units;
  for (const auto& person : ListPeople(call.tx(), filter, page)) {
    if (response.people_size() == kFoundMax) break;
    if (!by_part && person.display_name() != filter.query) continue;
    auto& found = *response.add_people();
    found.set_person(person.name());
    found.set_display_name(person.display_name());
    found.set_organisation_name(person.organisation());  // its name follows
    units.push_back(LastId(person.organisation()));
  }
  std::map<std::string, std::string> unit_names;
  for (const auto& unit : ReadOrganisations(call.tx(), units)) {
    unit_names[unit.name()] = unit.display_name();
  }
  for (auto& found : *response.mutable_people()) {
    found.set_organisation_name(unit_names[found.organisation_name()]);
  }
  return response;
}

}  // namespace redpeak::identity
