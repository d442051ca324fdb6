#pragma once

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/identity/deps.h"

namespace redpeak::identity {

Result<v1::Account> InviteAccount(IdentityDeps& deps, Call& call,
                                  const v1::InviteAccountRequest& request);
Result<v1::Account> ResendInvitation(IdentityDeps& deps, Call& call,
                                     const v1::ResendInvitationRequest& request);
Result<v1::Account> GetAccount(IdentityDeps& deps, Call& call,
                               const v1::GetAccountRequest& request);
Result<v1::ListAccountsResponse> ListAccounts(IdentityDeps& deps, Call& call,
                                              const v1::ListAccountsRequest& request);
Result<v1::Account> DisableAccount(IdentityDeps& deps, Call& call,
                                   const v1::DisableAccountRequest& request);
Result<v1::Account> EnableAccount(IdentityDeps& deps, Call& call,
                                  const v1::EnableAccountRequest& request);

}  // namespace redpeak::identity
