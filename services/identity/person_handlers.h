#pragma once

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

Result<v1::Person> CreatePerson(IdentityDeps& deps, Call& call,
                                const v1::CreatePersonRequest& request);
Result<v1::Person> UpdatePerson(IdentityDeps& deps, Call& call,
                                const v1::UpdatePersonRequest& request);
Result<v1::Person> GetPerson(IdentityDeps& deps, Call& call, const v1::GetPersonRequest& request);
Result<v1::ListPeopleResponse> ListPeople(IdentityDeps& deps, Call& call,
                                          const v1::ListPeopleRequest& request);
Result<v1::BatchGetPeopleResponse> BatchGetPeople(IdentityDeps& deps, Call& call,
                                                  const v1::BatchGetPeopleRequest& request);

}  // namespace redpeak::identity
