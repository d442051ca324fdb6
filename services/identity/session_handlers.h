#pragma once

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

Result<v1::GetMeResponse> GetMe(IdentityDeps& deps, Call& call, const v1::GetMeRequest& request);
Result<v1::ListSessionsResponse> ListSessions(IdentityDeps& deps, Call& call,
                                              const v1::ListSessionsRequest& request);
Result<v1::RevokeSessionResponse> RevokeSession(IdentityDeps& deps, Call& call,
                                                const v1::RevokeSessionRequest& request);
Result<v1::Caller> ResolveSession(IdentityDeps& deps, Call& call,
                                  const v1::ResolveSessionRequest& request);

}  // namespace redpeak::identity
