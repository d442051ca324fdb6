#include "services/server/services.h"

#include <algorithm>
#include <set>

#include "services/approval/approval_service.h"
#include "services/calls/calls_service.h"
#include "services/identity/identity_service.h"
#include "services/notifications/notifications.h"
#include "services/notifications/notifications_service.h"
#include "services/review/review_service.h"
#include "services/submissions/submissions_service.h"
#include "services/system/system_service.h"

namespace redpeak::server {
namespace {

template <typename... Rpcs>
Made Of(Rpcs... rpcs) {
  Made made;
  (made.rpcs.push_back(std::move(rpcs)), ...);
  return made;
}

Made MakeSystem(RpcEnv env, const Making& making) {
  system::SystemDeps deps{.version = REDPEAK_VERSION,
                          .services = {},
                          .clock_simulated = making.simulated_clock != nullptr};
  for (const auto* service : ServicesOf(making.config)) deps.services.push_back(service->name);
  auto made = Of(system::NewSystemService(env, deps));
  if (making.simulated_clock != nullptr) {
    made.rpcs.push_back(system::NewClockService(env, deps, *making.simulated_clock));
  }
  return made;
}

Made MakeIdentity(RpcEnv env, const Making& making) {
  making.sessions.SetResolver(identity::MakeSessionResolver(env.pool, env.clock));
  return Of(identity::NewIdentityService(
      env, {.sessions = making.sessions,
            .keys = {making.secrets.sealing_key, making.secrets.lookup_key},
            .web_url = making.config.web_url,
            .session_days = making.config.session_days}));
}

Made MakeCalls(RpcEnv env, const Making& making) {
  return Of(calls::NewCallsService(env, {making.peers}));
}

Made MakeSubmissions(RpcEnv env, const Making& making) {
  return Of(submissions::NewSubmissionsService(
      env, {making.peers, int64_t{making.config.attachment_mb} << 20}));
}

Made MakeReview(RpcEnv env, const Making& making) {
  return Of(review::NewReviewService(env, {making.peers}));
}

Made MakeApproval(RpcEnv env, const Making& making) {
  return Of(approval::NewApprovalService(env, {making.peers}));
}

Made MakeNotifications(RpcEnv env, const Making& making) {
  const auto& config = making.config;
  auto made = Of(notifications::NewNotificationsService(env));
  made.background = std::make_shared<notifications::Notifications>(
      env.pool, making.peers, env.clock, env.ids,
      notifications::NotificationsConfig{{config.smtp, config.mail_directory, config.mail_from},
                                         config.web_url});
  return made;
}

Made MakeGateway(RpcEnv, const Making& making) {
  const auto& config = making.config;
  gateway::GatewaySettings settings{.http = {.listen = config.web_listen,
                                             .tls_certificate = config.web_tls_certificate,
                                             .tls_key = config.web_tls_key},
                                    .web_root = config.web_root,
                                    .web_url = config.web_url,
                                    .services = {}};
  for (const auto& service : AllServices()) settings.services.push_back(service.name);
  return {.gateway = std::make_unique<gateway::Gateway>(std::move(settings), making.peers,
                                                        making.metrics, making.ids)};
}

}  // namespace

const std::vector<ServiceEntry>& AllServices() {
  static const std::vector<ServiceEntry> services = {
      {"system", {}, &MakeSystem},
      {"identity", {}, &MakeIdentity},
      {"calls", {"system", "identity"}, &MakeCalls},
      {"submissions", {"system", "identity", "calls"}, &MakeSubmissions},
      {"review", {"identity", "calls", "submissions"}, &MakeReview},
      {"approval", {"identity", "calls", "submissions", "review"}, &MakeApproval},
      {"notifications",
       {"identity", "calls", "submissions", "review", "approval"},
       &MakeNotifications},
      {"gateway", {}, &MakeGateway, /*has_schema=*/false},
  };
  return services;
}

const ServiceEntry* FindService(const std::string& name) {
  for (const auto& service : AllServices()) {
    if (service.name == name) return &service;
  }
  return nullptr;
}

std::vector<const ServiceEntry*> ServicesOf(const Config& config) {
  std::vector<const ServiceEntry*> chosen;
  for (const auto& service : AllServices()) {
    const bool wanted = config.services.empty() || service.name == "system" ||
                        std::ranges::find(config.services, service.name) != config.services.end();
    const bool possible = service.name != "gateway" || !config.web_listen.empty();
    if (wanted && possible) chosen.push_back(&service);
  }
  return chosen;
}

std::vector<std::string> MissingPeers(const Config& config) {
  const auto served = ServicesOf(config);
  std::set<std::string> missing;
  for (const auto* service : served) {
    auto needs = service->needs;
    needs.push_back("identity");  // the adapter asks it who has a session
    for (const auto& need : needs) {
      const bool here =
          std::ranges::any_of(served, [&](const auto* other) { return other->name == need; });
      if (!here && !config.peers.contains(need) && FindService(need) != nullptr)
        missing.insert(need);
    }
  }
  return {missing.begin(), missing.end()};
}

}  // namespace redpeak::server
