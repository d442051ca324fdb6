#include "services/identity/session_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/identity/account_store.h"
#include "services/identity/changes.h"
#include "services/identity/organisation_store.h"
#include "services/identity/person.h"
#include "services/identity/person_store.h"
#include "services/identity/session_store.h"

namespace redpeak::identity {
namespace {

constexpr size_t kSha256Bytes = 32;

// One's own sessions, or anyone's for an administrator; nobody else may know of them.
bool MayManage(const Caller& caller, const std::string& account) {
  return caller.account == account || caller.Has(options::v1::ADMINISTRATOR);
}

}  // namespace

Result<v1::GetMeResponse> GetMe(IdentityDeps& deps, Call& call, const v1::GetMeRequest&) {
  v1::GetMeResponse me;
  auto account = ReadAccount(call.tx(), LastId(call.caller().account));
  auto person = ReadPerson(call.tx(), LastId(call.caller().person));
  if (!account || !person) return NotFound(call.caller().account);
  person->set_identity_number_masked(Masked(ReadNumber(call.tx(), *person, deps.keys)));
  auto organisation = ReadOrganisation(call.tx(), LastId(person->organisation()));
  if (organisation) *me.mutable_organisation() = std::move(*organisation);
  *me.mutable_account() = std::move(*account);
  *me.mutable_person() = std::move(*person);
  return me;
}

Result<v1::ListSessionsResponse> ListSessions(IdentityDeps&, Call& call,
                                              const v1::ListSessionsRequest& request) {
  const auto& caller = call.caller();
  const auto parent = request.parent().empty() ? caller.account : request.parent();
  REDPEAK_ASSIGN_OR_RETURN(const auto account, ParseId("accounts", "parent", parent));
  if (!MayManage(caller, parent) || !ReadAccount(call.tx(), account)) return NotFound(parent);
  v1::ListSessionsResponse response;
  for (auto& session : ListSessions(call.tx(), account, call.now())) {
    session.set_current(LastId(session.name()) == caller.session);
    *response.add_sessions() = std::move(session);
  }
  return response;
}

Result<v1::RevokeSessionResponse> RevokeSession(IdentityDeps& deps, Call& call,
                                                const v1::RevokeSessionRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids,
                           ParseName("accounts/{}/sessions/{}", "name", request.name()));
  const auto account = MakeName("accounts", ids[0]);
  if (!MayManage(call.caller(), account) || !DeleteSession(call.tx(), ids[0], ids[1])) {
    return NotFound(request.name());
  }
  call.Append(account, AccountChange("session_revoked"));
  call.AfterCommit([&deps] { deps.sessions.Forget(); });
  return v1::RevokeSessionResponse();
}

Result<v1::Caller> ResolveSession(IdentityDeps&, Call& call,
                                  const v1::ResolveSessionRequest& request) {
  if (request.token_sha256().size() != kSha256Bytes) {
    return FieldInvalid("token_sha256", "LENGTH", "32", "must be 32 bytes");
  }
  auto caller = FindCaller(call.tx(), request.token_sha256(), call.now());
  if (!caller) return SignInRequired();
  return std::move(*caller);
}

}  // namespace redpeak::identity
