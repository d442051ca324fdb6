#include "services/calls/call.h"

#include "services/base/errors.h"
#include "services/base/text.h"
#include "services/base/violations.h"
#include "services/calls/call_fields.h"
#include "services/calls/draft_rules.h"

namespace redpeak::calls {
namespace {

Result<void> CheckEtag(const v1::Call& call, const std::string& etag) {
  if (!etag.empty() && etag != call.etag()) return EtagMismatch(call.name());
  return {};
}

// The call in the state that the action leads to. StateAt is asked last, for a changed closing time
// too.
Result<v1::Call> Move(v1::Call call, Action action, const Asker& asker) {
  const Circumstances circumstances{asker.now};
  REDPEAK_ASSIGN_OR_RETURN(const auto next, Next(call, action, asker.caller, circumstances));
  call.set_state(next);
  call.set_state(StateAt(call, asker.now));
  return call;
}

Result<void> CheckExtension(const v1::ExtendCallRequest& request) {
  Violations violations;
  if (request.has_closes_at()) {
    CheckInstant(violations, "closes_at", request.closes_at());
  } else {
    violations.Required("closes_at", "");
  }
  violations.Required("reason", Trim(request.reason()));
  violations.Length("reason", request.reason(), kReasonCharactersMax);
  return violations.Check();
}

void Record(v1::Call& call, const v1::ExtendCallRequest& request, const Asker& asker) {
  auto& extension = *call.add_extensions();
  *extension.mutable_from() = call.closes_at();
  *extension.mutable_to() = request.closes_at();
  extension.set_reason(Trim(request.reason()));
  extension.set_actor(asker.caller.Actor());
  *extension.mutable_time() = ToProto(asker.now);
}

}  // namespace

bool MaySee(const Caller& caller, const v1::Call& call) {
  return call.state() != v1::Call::DRAFT || caller.is_service() ||
         caller.Has(Role::PROGRAMME_OFFICER, call.name()) || caller.Has(Role::AUDITOR, call.name());
}

Result<v1::Call> NewDraft(const std::string& name, const v1::Call& given, const v1::Call* source,
                          Instant now) {
  v1::Call call;
  REDPEAK_RETURN_IF_ERROR(CopyFields(given, {}, call));
  if (source != nullptr) FillIn(*source, call);
  REDPEAK_RETURN_IF_ERROR(CheckDraft(call));
  call.set_name(name);
  call.set_state(v1::Call::DRAFT);
  *call.mutable_create_time() = ToProto(now);
  return call;
}

Result<v1::Call> Update(v1::Call call, const v1::UpdateCallRequest& request, const Asker& asker) {
  REDPEAK_ASSIGN_OR_RETURN(call, Move(std::move(call), Action::kUpdate, asker));
  REDPEAK_RETURN_IF_ERROR(CheckEtag(call, request.call().etag()));
  REDPEAK_RETURN_IF_ERROR(CopyFields(request.call(), request.update_mask(), call));
  REDPEAK_RETURN_IF_ERROR(CheckDraft(call));
  return call;
}

Result<v1::Call> Publish(v1::Call call, const std::string& etag, const Asker& asker) {
  if (etag.empty()) return EtagRequired(call.name());
  REDPEAK_RETURN_IF_ERROR(CheckEtag(call, etag));
  return Move(std::move(call), Action::kPublish, asker);
}

Result<v1::Call> Extend(v1::Call call, const v1::ExtendCallRequest& request, const Asker& asker) {
  REDPEAK_RETURN_IF_ERROR(CheckExtension(request));
  const Circumstances circumstances{asker.now, FromProto(request.closes_at())};
  REDPEAK_ASSIGN_OR_RETURN(const auto next,
                           Next(call, Action::kExtend, asker.caller, circumstances));
  REDPEAK_RETURN_IF_ERROR(CheckEtag(call, request.etag()));
  Record(call, request, asker);
  *call.mutable_closes_at() = request.closes_at();
  call.set_state(next);
  call.set_state(StateAt(call, asker.now));
  return call;
}

Result<v1::Call> Archive(v1::Call call, const std::string& etag, const Asker& asker) {
  REDPEAK_RETURN_IF_ERROR(CheckEtag(call, etag));
  return Move(std::move(call), Action::kArchive, asker);
}

Result<v1::Call> Advance(v1::Call call, v1::Call::State state, const Asker& asker) {
  if (state != v1::Call::IN_REVIEW && state != v1::Call::DECIDED) {
    return FieldInvalid("state", "UNKNOWN", "IN_REVIEW, DECIDED", "must be IN_REVIEW or DECIDED");
  }
  const auto action = state == v1::Call::DECIDED ? Action::kDecide : Action::kStartReview;
  return Move(std::move(call), action, asker);
}

Result<void> CheckDelete(const v1::Call& call, const std::string& etag, const Asker& asker) {
  REDPEAK_RETURN_IF_ERROR(Next(call, Action::kDelete, asker.caller, {asker.now}));
  return CheckEtag(call, etag);
}

}  // namespace redpeak::calls
