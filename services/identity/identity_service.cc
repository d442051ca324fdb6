#include "services/identity/identity_service.h"

#include "services/base/errors.h"
#include "services/identity/account_handlers.h"
#include "services/identity/import_handlers.h"
#include "services/identity/link_handlers.h"
#include "services/identity/organisation_handlers.h"
#include "services/identity/name_handlers.h"
#include "services/identity/person.h"
#include "services/identity/person_handlers.h"
#include "services/identity/role_handlers.h"
#include "services/identity/session_handlers.h"
#include "services/identity/session_store.h"
#include "services/identity/sign_in_handlers.h"

namespace redpeak::identity {
namespace {

SessionCaller ToSessionCaller(const v1::Caller& found) {
  SessionCaller session;
  session.caller.account = found.account();
  session.caller.person = found.person();
  session.caller.organisation = found.organisation();
  session.caller.display_name = found.display_name();
  session.caller.session = found.session();
  for (const auto& grant : found.grants()) {
    session.caller.grants.push_back({grant.role(), grant.scope()});
  }
  session.expire_time = FromProto(found.expire_time());
  return session;
}

}  // namespace

std::unique_ptr<RpcService> NewIdentityService(RpcEnv env, IdentityDeps deps) {
  WarmUpPasswords();
  SetAudienceRule<v1::Person, &AudienceOf>();
  auto service = std::make_unique<ServiceOf<IdentityDeps>>("redpeak.identity.v1.IdentityService",
                                                           std::move(env), std::move(deps));
  service->Add("SignIn", &SignIn)
      .Add("SignOut", &SignOut)
      .Add("Register", &Register)
      .Add("ActivateAccount", &ActivateAccount)
      .Add("RequestPasswordRecovery", &RequestPasswordRecovery)
      .Add("RecoverPassword", &RecoverPassword)
      .Add("ChangePassword", &ChangePassword)
      .Add("GetMe", &GetMe)
      .Add("ListSessions", &ListSessions)
      .Add("RevokeSession", &RevokeSession)
      .Add("CreateOrganisation", &CreateOrganisation)
      .Add("UpdateOrganisation", &UpdateOrganisation)
      .Add("GetOrganisation", &GetOrganisation)
      .Add("ListOrganisations", &ListOrganisations)
      .Add("ImportOrganisations", &ImportOrganisations)
      .Add("CreatePerson", &CreatePerson)
      .Add("UpdatePerson", &UpdatePerson)
      .Add("GetPerson", &GetPerson)
      .Add("ListPeople", &ListPeople)
      .Add("LookUpNames", &LookUpNames)
      .Add("SearchPeople", &SearchPeople)
      .Add("ImportPeople", &ImportPeople)
      .Add("InviteAccount", &InviteAccount)
      .Add("ResendInvitation", &ResendInvitation)
      .Add("GetAccount", &GetAccount)
      .Add("ListAccounts", &ListAccounts)
      .Add("DisableAccount", &DisableAccount)
      .Add("EnableAccount", &EnableAccount)
      .Add("GrantRole", &GrantRole)
      .Add("RevokeRole", &RevokeRole)
      .Add("ResolveSession", &ResolveSession)
      .Add("BatchGetPeople", &BatchGetPeople)
      .Add("ListHolders", &ListHolders)
      .Add("GrantPersonRole", &GrantPersonRole);
  return service;
}

Sessions::Resolver MakeSessionResolver(Pool& pool, const Clock& clock) {
  return [&pool, &clock](const std::string& token_sha256) -> Result<SessionCaller> {
    return InTransaction(pool, TxMode::kStatement, [&](Tx& tx) -> Result<SessionCaller> {
      const auto found = FindCaller(tx, token_sha256, clock.Now());
      if (!found) return SignInRequired();
      return ToSessionCaller(*found);
    });
  };
}

}  // namespace redpeak::identity
