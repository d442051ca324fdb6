#include "services/identity/import_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/identity/account.h"
#include "services/identity/account_store.h"
#include "services/identity/changes.h"
#include "services/identity/fields.h"
#include "services/identity/invitation_handlers.h"
#include "services/identity/organisation_import.h"
#include "services/identity/organisation_store.h"
#include "services/identity/person_import.h"
#include "services/identity/person_store.h"
#include "services/identity/role.h"

namespace redpeak::identity {
namespace {

constexpr int64_t kCsvBytesMax = 3 << 20;

Result<void> CheckSize(const v1::ImportRequest& request) {
  Violations violations;
  violations.Required("csv", request.csv());
  violations.Range("csv", static_cast<int64_t>(request.csv().size()), 0, kCsvBytesMax);
  return violations.Check();
}

template <typename Rows>
v1::ImportResponse Imported(const Rows& rows) {
  v1::ImportResponse response;
  response.set_imported(static_cast<int>(rows.size()));
  return response;
}

// The names of those of these organisations that exist.
std::vector<std::string> Existing(Call& call, const std::vector<std::string>& names) {
  std::vector<std::string> ids, existing;
  for (const auto& name : names) ids.push_back(LastId(name));
  for (const auto& organisation : ReadOrganisations(call.tx(), ids))
    existing.push_back(organisation.name());
  return existing;
}

std::vector<v1::Organisation> OrganisationsOf(const std::vector<OrganisationRow>& rows) {
  std::vector<v1::Organisation> organisations;
  for (const auto& row : rows) organisations.push_back(row.organisation);
  return organisations;
}

std::vector<v1::Person> PeopleOf(const std::vector<PersonRow>& rows) {
  std::vector<v1::Person> people;
  for (const auto& row : rows) people.push_back(row.person);
  return people;
}

KnownOfPeople FindKnown(const IdentityDeps& deps, Call& call,
                        const std::vector<v1::Person>& people) {
  std::vector<std::string> organisations, logins;
  for (const auto& person : people) {
    organisations.push_back(person.organisation());
    logins.push_back(NormaliseLogin(person.email()));
  }
  KnownOfPeople known;
  known.organisations = Existing(call, organisations);
  known.logins = FindTaken(call.tx(), logins, {}).logins;
  for (const auto& alike : FindAlike(call.tx(), people, deps.keys)) {
    known.people.push_back(alike.name);
    known.orcids.push_back(alike.orcid);
  }
  return known;
}

Result<v1::RoleGrant> InvitedAs(const v1::ImportRequest& request) {
  const auto role = request.invite_role() == options::v1::ROLE_UNSPECIFIED ? options::v1::RESEARCHER
                                                                           : request.invite_role();
  if (role == options::v1::RESEARCHER || role == options::v1::EXPERT) return GrantEverywhere(role);
  return FieldInvalid("invite_role", "UNKNOWN", "RESEARCHER, EXPERT",
                      "must be RESEARCHER or EXPERT");
}

void Invite(const IdentityDeps& deps, Call& call, const std::vector<v1::Person>& people,
            const v1::RoleGrant& grant) {
  std::vector<NewAccount> accounts;
  for (const auto& person : people) {
    accounts.push_back({.id = call.NewId(),
                        .login = NormaliseLogin(person.email()),
                        .person = LastId(person.name()),
                        .language = LanguageOrDefault(""),
                        .grants = {grant}});
  }
  InviteAll(deps, call, accounts);
}

}  // namespace

Result<v1::ImportResponse> ImportOrganisations(IdentityDeps&, Call& call,
                                               const v1::ImportRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckSize(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto rows, ReadOrganisationRows(request.csv()));
  const auto organisations = OrganisationsOf(rows);
  std::vector<std::string> recommenders;
  for (const auto& organisation : organisations) recommenders.push_back(organisation.recommender());
  REDPEAK_RETURN_IF_ERROR(CheckOrganisationRows(rows, FindAlike(call.tx(), organisations),
                                                Existing(call, recommenders)));
  if (request.validate_only() || rows.empty()) return Imported(rows);
  InsertOrganisations(call.tx(), organisations, call.now());
  call.Append("organisations", OrganisationChange("imported", {}, static_cast<int>(rows.size())));
  return Imported(rows);
}

Result<v1::ImportResponse> ImportPeople(IdentityDeps& deps, Call& call,
                                        const v1::ImportRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckSize(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto grant, InvitedAs(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto rows, ReadPersonRows(request.csv()));
  const auto people = PeopleOf(rows);
  REDPEAK_RETURN_IF_ERROR(CheckPersonRows(rows, FindKnown(deps, call, people), request.invite()));
  if (request.validate_only() || rows.empty()) return Imported(rows);
  InsertPeople(call.tx(), people, deps.keys, call.now());
  call.Append("people", PersonChange("imported", {}, static_cast<int>(rows.size())));
  if (request.invite()) Invite(deps, call, people, grant);
  return Imported(rows);
}

}  // namespace redpeak::identity
