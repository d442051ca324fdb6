#include "services/identity/organisation_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/identity/changes.h"
#include "services/identity/fields.h"
#include "services/identity/organisation.h"
#include "services/identity/organisation_store.h"
#include "services/identity/update_mask.h"

namespace redpeak::identity {
namespace {

constexpr char kPrefix[] = "organisation.";

// What only the database knows: whether its recommender exists, and whether another is like it.
Result<void> CheckAgainstOthers(Call& call, const v1::Organisation& organisation) {
  const auto& recommender = organisation.recommender();
  if (!recommender.empty() && !ReadOrganisation(call.tx(), LastId(recommender))) {
    return FieldInvalid("organisation.recommender", "NOT_FOUND", recommender,
                        "there is no such organisation");
  }
  for (const auto& alike : FindAlike(call.tx(), {organisation})) {
    if (alike.name() != organisation.name()) return AlreadyExists(alike.name());
  }
  return {};
}

}  // namespace

Result<v1::Organisation> CreateOrganisation(IdentityDeps&, Call& call,
                                            const v1::CreateOrganisationRequest& request) {
  auto organisation = request.organisation();
  const auto id = request.organisation_id().empty() ? call.NewId() : request.organisation_id();
  organisation.set_name(MakeName("organisations", id));
  Tidy(organisation);
  Violations violations;
  if (!request.organisation_id().empty()) CheckId(violations, "organisation_id", id);
  CheckOrganisation(violations, kPrefix, organisation);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (ReadOrganisation(call.tx(), id)) return AlreadyExists(organisation.name());
  REDPEAK_RETURN_IF_ERROR(CheckAgainstOthers(call, organisation));
  InsertOrganisations(call.tx(), {organisation}, call.now());
  call.Append(organisation.name(), OrganisationChange("created"));
  return *ReadOrganisation(call.tx(), id);
}

Result<v1::Organisation> UpdateOrganisation(IdentityDeps&, Call& call,
                                            const v1::UpdateOrganisationRequest& request) {
  const auto& name = request.organisation().name();
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("organisations", "organisation.name", name));
  REDPEAK_ASSIGN_OR_RETURN(const auto fields, FieldsOf(request.update_mask(), kOrganisationFields));
  auto organisation = ReadOrganisationForUpdate(call.tx(), id);
  if (!organisation) return NotFound(name);
  const auto& etag = request.organisation().etag();
  if (!etag.empty() && etag != organisation->etag()) return EtagMismatch(name);
  auto wanted = request.organisation();
  Tidy(wanted);
  const auto changed = CopyFields(fields, wanted, *organisation);
  if (changed.empty()) return std::move(*organisation);
  Violations violations;
  CheckOrganisation(violations, kPrefix, *organisation);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  REDPEAK_RETURN_IF_ERROR(CheckAgainstOthers(call, *organisation));
  WriteOrganisation(call.tx(), *organisation);
  call.Append(name, OrganisationChange("updated", changed));
  return *ReadOrganisation(call.tx(), id);
}

Result<v1::Organisation> GetOrganisation(IdentityDeps&, Call& call,
                                         const v1::GetOrganisationRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("organisations", "name", request.name()));
  auto organisation = ReadOrganisation(call.tx(), id);
  if (!organisation) return NotFound(request.name());
  return std::move(*organisation);
}

Result<v1::ListOrganisationsResponse> ListOrganisations(
    IdentityDeps&, Call& call, const v1::ListOrganisationsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  Violations violations;
  violations.Length("query", request.query(), kOrganisationNameMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (!request.recommender().empty()) {
    REDPEAK_RETURN_IF_ERROR(ParseId("organisations", "recommender", request.recommender()));
  }
  v1::ListOrganisationsResponse response;
  for (auto& organisation : ListOrganisations(call.tx(), request, page)) {
    if (response.organisations_size() == page.size) {
      const auto& last = response.organisations(page.size - 1);
      response.set_next_page_token(
          MakePageToken(request, {last.display_name(), LastId(last.name())}));
      break;
    }
    *response.add_organisations() = std::move(organisation);
  }
  return response;
}

}  // namespace redpeak::identity
