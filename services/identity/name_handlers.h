#pragma once

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

Result<v1::LookUpNamesResponse> LookUpNames(IdentityDeps& deps, Call& call,
                                            const v1::LookUpNamesRequest& request);
Result<v1::SearchPeopleResponse> SearchPeople(IdentityDeps& deps, Call& call,
                                              const v1::SearchPeopleRequest& request);

}  // namespace redpeak::identity
