#include "services/server/resolver.h"

#include "redpeak/identity/v1/identity_service.grpc.pb.h"

namespace redpeak::server {

Sessions::Resolver MakeResolver(Peers& peers) {
  using identity::v1::IdentityService;
  return [&peers](const std::string& token_sha256) -> Result<SessionCaller> {
    identity::v1::ResolveSessionRequest request;
    request.set_token_sha256(token_sha256);
    REDPEAK_ASSIGN_OR_RETURN(
        const auto found, (Ask<IdentityService>(peers, "identity", {},
                                                &IdentityService::Stub::ResolveSession, request)));
    SessionCaller session;
    session.caller.account = found.account();
    session.caller.person = found.person();
    session.caller.organisation = found.organisation();
    session.caller.display_name = found.display_name();
    session.caller.session = found.session();
    for (const auto& grant : found.grants())
      session.caller.grants.push_back({grant.role(), grant.scope()});
    session.expire_time = FromProto(found.expire_time());
    return session;
  };
}

}  // namespace redpeak::server
