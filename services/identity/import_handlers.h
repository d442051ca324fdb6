#pragma once

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

Result<v1::ImportResponse> ImportOrganisations(IdentityDeps& deps, Call& call,
                                               const v1::ImportRequest& request);
Result<v1::ImportResponse> ImportPeople(IdentityDeps& deps, Call& call,
                                        const v1::ImportRequest& request);

}  // namespace redpeak::identity
