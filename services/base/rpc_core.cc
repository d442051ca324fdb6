#include "services/base/rpc_core.h"

#include "services/base/access.h"
#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/log.h"
#include "services/base/names.h"
#include "services/base/wire.h"

namespace redpeak::rpc_internal {
namespace {

using std::chrono::milliseconds;

// Less than this left, and an answer would come too late anyway.
constexpr milliseconds kDeadlineLeastLeft{2};
constexpr milliseconds kSlow{1000};
constexpr char kGateway[] = "gateway";

std::string Metadata(const grpc::CallbackServerContext& context, const char* key) {
  const auto it = context.client_metadata().find(key);
  if (it == context.client_metadata().end()) return {};
  return {it->second.data(), it->second.size()};
}

// The address of ipv4:127.0.0.1:4711 without its port.
std::string HostOf(const std::string& peer) { return peer.substr(0, peer.rfind(':')); }

Result<Caller> FindService(const RpcEnv& env, const std::string& proof) {
  const auto colon = proof.find(':');
  if (colon == std::string::npos || env.peer_key.empty()) return SignInRequired();
  if (!Equal(proof.substr(colon + 1), Hex(env.peer_key))) return SignInRequired();
  Caller caller;
  caller.service = proof.substr(0, colon);
  return caller;
}

// A token that is no longer good counts as none, where none is needed.
Result<Caller> FindCaller(const RpcEnv& env, const Method& method,
                          const std::string& authorization) {
  static constexpr std::string_view kBearer = "Bearer ";
  if (!authorization.starts_with(kBearer)) return Caller{};
  auto found = env.sessions.Find(authorization.substr(kBearer.size()), env.clock.Now());
  if (found) return (*found)->caller;
  const bool anonymous_will_do = AccessOf(*method.descriptor).anyone();
  if (anonymous_will_do && found.error().code == Code::kUnauthenticated) return Caller{};
  return tl::unexpected(std::move(found).error());
}

Result<void> CheckRate(const RpcEnv& env, const Caller& caller) {
  if (caller.is_service()) return {};
  const auto now = std::chrono::steady_clock::now();
  const bool admitted = caller.signed_in()
                            ? env.account_rate.Admit(caller.account, now)
                            : env.address_rate.Admit(HostOf(caller.peer_address), now);
  if (!admitted) return RateLimited();
  return {};
}

}  // namespace

Result<Admitted> Admit(const RpcEnv& env, const Method& method,
                       grpc::CallbackServerContext& context) {
  Admitted admitted;
  admitted.trace.id = Metadata(context, "redpeak-trace");
  if (admitted.trace.id.empty() || admitted.trace.id.size() > 64) {
    admitted.trace.id = env.ids.NewId(env.clock.Now());
  }
  admitted.trace.deadline = context.deadline();
  if (context.deadline() - std::chrono::system_clock::now() < kDeadlineLeastLeft)
    return DeadlineTooShort();
  const auto proof = Metadata(context, "redpeak-peer");
  auto caller = proof.empty() ? FindCaller(env, method, Metadata(context, "authorization"))
                              : FindService(env, proof);
  // The gateway speaks for its clients, never for itself.
  const bool by_gateway = caller && caller->service == kGateway;
  if (by_gateway) caller = FindCaller(env, method, Metadata(context, "authorization"));
  if (!caller) return tl::unexpected(std::move(caller).error());
  admitted.caller = std::move(*caller);
  const auto& access = AccessOf(*method.descriptor);
  // Dear, and used for those without account and by methods for anyone.
  if (!admitted.caller.signed_in() || access.anyone()) {
    admitted.caller.peer_address =
        by_gateway ? Metadata(context, "redpeak-client-address") + ":0" : context.peer();
  }
  REDPEAK_RETURN_IF_ERROR(CheckRate(env, admitted.caller));
  REDPEAK_RETURN_IF_ERROR(CheckAccess(access, admitted.caller, method.descriptor->full_name()));
  return admitted;
}

grpc::Status Close(const Method& method, const Trace& trace, const Caller& caller,
                   std::chrono::steady_clock::time_point began, const Result<void>& outcome) {
  const auto took = std::chrono::steady_clock::now() - began;
  const int code = outcome ? 0 : static_cast<int>(outcome.error().code);
  method.metrics->Observe(code, took);
  const bool ours = !outcome && outcome.error().code == Code::kInternal;
  const auto level = ours           ? LogLevel::kError
                     : took > kSlow ? LogLevel::kWarning
                     : outcome      ? LogLevel::kDebug
                                    : LogLevel::kInfo;
  if (Logs(level)) {
    Log(level, outcome ? "done" : outcome.error().message,
        {{"method", method.path},
         {"trace", trace.id},
         {"actor", caller.Actor()},
         {"code", std::to_string(code)},
         {"reason", outcome ? "" : outcome.error().reason},
         {"ms", std::to_string(std::chrono::duration_cast<milliseconds>(took).count())}});
  }
  return outcome ? grpc::Status::OK : ToGrpc(outcome.error());
}

Result<RequestKey> KeyOf(const RpcEnv& env, const Caller& caller, const Method& method,
                         const google::protobuf::Message& request) {
  RequestKey key{.account = caller.Actor(), .id = {}, .fingerprint = {}};
  const auto* field = request.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr || method.read_only) return key;
  key.id = request.GetReflection()->GetString(request, field);
  if (key.id.empty()) return key;
  if (!IsUuid(key.id)) return FieldInvalid("request_id", "MALFORMED", "UUID", "must be a UUID");
  // Keyed, since what is sent may be guessed, and must not be found out from the digest that is
  // kept.
  key.fingerprint = HmacSha256(env.peer_key, method.path + request.SerializeAsString());
  return key;
}

Result<void> Protect(const std::function<Result<void>()>& run) {
  try {
    return run();
  } catch (const std::exception& e) {
    return Internal(e.what());
  } catch (...) {
    return Internal("something that is no exception was thrown");
  }
}

}  // namespace redpeak::rpc_internal
