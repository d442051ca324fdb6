#include "services/system/system_service.h"

#include <charconv>
#include <limits>
#include <optional>

#include "redpeak/system/v1/system_service.pb.h"
#include "services/base/errors.h"
#include "services/base/events.h"
#include "services/base/page.h"
#include "services/base/violations.h"
#include "services/system/clock_store.h"

namespace redpeak::system {
namespace {

constexpr size_t kFilterMax = 200;

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

// The keys of a page's token: time and id of the event before it.
Result<std::optional<EventKey>> KeyOf(const Page& page) {
  if (page.after.empty()) return std::nullopt;
  const auto number = [&page](size_t column, int64_t& value) {
    const auto text = page.Key(column);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
  };
  int64_t micros = 0;
  EventKey key;
  if (!number(0, micros) || !number(1, key.id)) return PageTokenInvalid();
  key.time = FromMicros(micros);
  return key;
}

Result<EventFilter> FilterOf(const v1::ListEventsRequest& request) {
  Violations violations;
  violations.Range("after", request.after(), 0, std::numeric_limits<int64_t>::max());
  for (const auto& [field, text] :
       {std::pair("subject", &request.subject()), std::pair("kind", &request.kind()),
        std::pair("actor", &request.actor())}) {
    violations.Length(field, *text, kFilterMax);
  }
  if (!request.kind().empty() &&
      events::v1::Detail::descriptor()->FindFieldByName(request.kind()) == nullptr) {
    violations.Add("kind", "UNKNOWN", "", "must be a kind of event, such as call_extended");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  EventFilter filter{.subject = request.subject(),
                     .kind = request.kind(),
                     .actor = request.actor(),
                     .after_id = request.after(),
                     .newest_first = request.newest_first()};
  if (request.has_since()) filter.since = FromProto(request.since());
  if (request.has_before()) filter.before = FromProto(request.before());
  return filter;
}

Result<v1::ListEventsResponse> ListEventsPage(SystemDeps&, Call& call,
                                              const v1::ListEventsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto filter, FilterOf(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto key, KeyOf(page));
  auto events = ListEvents(call.tx(), filter, key, page.size + 1);
  v1::ListEventsResponse response;
  if (std::ssize(events) > page.size) {
    events.pop_back();
    const auto& last = events.back();
    response.set_next_page_token(MakePageToken(
        request, {std::to_string(ToMicros(FromProto(last.time()))), std::to_string(last.id())}));
  }
  for (auto& event : events) response.add_events()->Swap(&event);
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
