#pragma once

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

Result<v1::Organisation> CreateOrganisation(IdentityDeps& deps, Call& call,
                                            const v1::CreateOrganisationRequest& request);
Result<v1::Organisation> UpdateOrganisation(IdentityDeps& deps, Call& call,
                                            const v1::UpdateOrganisationRequest& request);
Result<v1::Organisation> GetOrganisation(IdentityDeps& deps, Call& call,
                                         const v1::GetOrganisationRequest& request);
Result<v1::ListOrganisationsResponse> ListOrganisations(
    IdentityDeps& deps, Call& call, const v1::ListOrganisationsRequest& request);

}  // namespace redpeak::identity
