#include "services/system/system_service.h"

#include "redpeak/system/v1/system_service.pb.h"
#include "services/base/errors.h"
#include "services/base/page.h"
#include "services/system/clock_store.h"

namespace redpeak::system {
namespace {

struct ClockDeps {
  SystemDeps system;
  SimulatedClock& clock;
};

v1::ServerInfo InfoOf(const SystemDeps& deps, Instant now) {
  v1::ServerInfo info;
  info.set_version(deps.version);
  info.set_clock_simulated(deps.clock_simulated);
  *info.mutable_time() = ToProto(now);
  for (const auto& service : deps.services) info.add_services(service);
  return info;
}

Result<v1::ServerInfo> GetServerInfo(SystemDeps& deps, Call& call,
                                     const v1::GetServerInfoRequest&) {
  return InfoOf(deps, call.now());
}

// The token's key is the id of the last event before the page.
Result<v1::ListEventsResponse> ListEventsPage(SystemDeps&, Call& call,
                                              const v1::ListEventsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  if (request.after() < 0)
    return FieldInvalid("after", "OUT_OF_RANGE", "0..", "must not be negative");
  int64_t after = request.after();
  if (!page.after.empty()) {
    pqxx::from_string(page.after.front(), after);
  }
  const auto events = ListEvents(call.tx(), request.subject(), after, page.size + 1);
  v1::ListEventsResponse response;
  for (const auto& event : events) {
    if (response.events_size() == page.size) {
      const auto last = std::to_string(response.events(page.size - 1).id());
      response.set_next_page_token(MakePageToken(request, {last}));
      break;
    }
    *response.add_events() = event;
  }
  return response;
}

Result<v1::ServerInfo> MoveClock(ClockDeps& deps, Call& call, const v1::MoveClockRequest& request) {
  Instant to = call.now();
  if (request.has_time()) to = FromProto(request.time());
  if (request.has_by()) {
    to += std::chrono::seconds(request.by().seconds()) +
          std::chrono::microseconds(request.by().nanos() / 1000);
  }
  if (to <= call.now()) {
    return FieldInvalid(request.has_by() ? "by" : "time", "OUT_OF_RANGE", "",
                        "must lead into the future");
  }
  const auto now = WriteClock(call.tx(), to);
  call.AfterCommit([&clock = deps.clock, now] { clock.Set(now); });
  return InfoOf(deps.system, now);
}

}  // namespace

std::unique_ptr<RpcService> NewSystemService(RpcEnv env, SystemDeps deps) {
  auto service = std::make_unique<ServiceOf<SystemDeps>>("redpeak.system.v1.SystemService",
                                                         std::move(env), std::move(deps));
  service->Add("GetServerInfo", &GetServerInfo).Add("ListEvents", &ListEventsPage);
  return service;
}

std::unique_ptr<RpcService> NewClockService(RpcEnv env, SystemDeps deps, SimulatedClock& clock) {
  auto service = std::make_unique<ServiceOf<ClockDeps>>(
      "redpeak.system.v1.ClockService", std::move(env), ClockDeps{std::move(deps), clock});
  service->Add("MoveClock", &MoveClock);
  return service;
}

}  // namespace redpeak::system
