#include "services/calls/call_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"
#include "services/calls/call.h"
#include "services/calls/call_store.h"
#include "services/calls/programme.h"
#include "services/calls/programme_store.h"

namespace redpeak::calls {
namespace {

// What was read, in the state of this instant. NOT_FOUND for what the caller may not know of.
Result<v1::Call> Shown(Call& call, const std::string& name, std::optional<v1::Call> found) {
  if (!found || !MaySee(call.caller(), *found)) return NotFound(name);
  found->set_state(StateAt(*found, call.now()));
  return std::move(*found);
}

Result<v1::Call> Find(Call& call, std::string_view field, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("calls", field, name));
  return Shown(call, name, ReadCall(call.tx(), id));
}

Result<v1::Call> FindForUpdate(Call& call, std::string_view field, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("calls", field, name));
  return Shown(call, name, ReadCallForUpdate(call.tx(), id));
}

void AppendChanged(Call& call, const v1::Call& changed, const char* action) {
  events::v1::Detail detail;
  detail.mutable_call_changed()->set_action(action);
  detail.mutable_call_changed()->set_state(v1::Call::State_Name(changed.state()));
  call.Append(changed.name(), std::move(detail));
}

Result<v1::Call> Save(Call& call, v1::Call changed, const char* action) {
  WriteCall(call.tx(), changed);
  AppendChanged(call, changed, action);
  return changed;
}

Result<void> CheckProgramme(Call& call, const v1::Call& draft) {
  if (draft.programme().empty() || ProgrammeExists(call.tx(), LastId(draft.programme()))) return {};
  return FieldInvalid("call.programme", "UNKNOWN", "", "there is no such programme");
}

// The call that a new one is to be a copy of, if any.
Result<std::optional<v1::Call>> FindSource(Call& call, const std::string& name) {
  if (name.empty()) return std::nullopt;
  return Find(call, "copy_of", name);
}

Asker AskerOf(Call& call) { return {call.caller(), call.now()}; }

Result<CallFilter> FilterOf(Call& call, const v1::ListCallsRequest& request) {
  CallFilter filter{.year = request.year(), .state = request.state(), .now = call.now()};
  if (!request.programme().empty()) {
    REDPEAK_ASSIGN_OR_RETURN(filter.programme,
                             ParseId("programmes", "programme", request.programme()));
  }
  if (!v1::Call::State_IsValid(request.state())) {
    return FieldInvalid("state", "UNKNOWN", "", "must be one of the states that the API names");
  }
  const auto& caller = call.caller();
  for (const auto role : {Role::PROGRAMME_OFFICER, Role::AUDITOR}) {
    filter.all_drafts = filter.all_drafts || caller.is_service() || caller.HasEverywhere(role);
    for (const auto& scope : caller.Scopes(role)) filter.drafts.push_back(LastId(scope));
  }
  return filter;
}

}  // namespace

Result<v1::Call> CreateCall(CallsDeps&, Call& call, const v1::CreateCallRequest& request) {
  if (!call.caller().HasEverywhere(Role::PROGRAMME_OFFICER)) return RoleMissing("CreateCall");
  const auto id = request.call_id().empty() ? call.NewId() : request.call_id();
  REDPEAK_RETURN_IF_ERROR(CheckId("call_id", id));
  REDPEAK_ASSIGN_OR_RETURN(const auto source, FindSource(call, request.copy_of()));
  REDPEAK_ASSIGN_OR_RETURN(auto draft, NewDraft(MakeName("calls", id), request.call(),
                                                source ? &*source : nullptr, call.now()));
  REDPEAK_RETURN_IF_ERROR(CheckProgramme(call, draft));
  InsertCall(call.tx(), draft);
  AppendChanged(call, draft, "created");
  return draft;
}

Result<v1::Call> UpdateCall(CallsDeps&, Call& call, const v1::UpdateCallRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto found, FindForUpdate(call, "call.name", request.call().name()));
  REDPEAK_ASSIGN_OR_RETURN(auto updated, Update(std::move(found), request, AskerOf(call)));
  REDPEAK_RETURN_IF_ERROR(CheckProgramme(call, updated));
  return Save(call, std::move(updated), "updated");
}

Result<v1::DeleteCallResponse> DeleteCall(CallsDeps&, Call& call,
                                          const v1::DeleteCallRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto found, FindForUpdate(call, "name", request.name()));
  REDPEAK_RETURN_IF_ERROR(CheckDelete(found, request.etag(), AskerOf(call)));
  DeleteCall(call.tx(), LastId(found.name()));
  AppendChanged(call, found, "deleted");
  return v1::DeleteCallResponse();
}

Result<v1::Call> GetCall(CallsDeps&, Call& call, const v1::GetCallRequest& request) {
  return Find(call, "name", request.name());
}

Result<v1::ListCallsResponse> ListCalls(CallsDeps&, Call& call,
                                        const v1::ListCallsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto filter, FilterOf(call, request));
  auto found = ListCalls(call.tx(), filter, page);
  v1::ListCallsResponse response;
  const bool more = found.size() > static_cast<size_t>(page.size);
  if (more) {
    found.pop_back();
    const auto& last = found.back();
    response.set_next_page_token(
        MakePageToken(request, {std::to_string(last.year()), LastId(last.name())}));
  }
  for (auto& one : found) {
    one.set_state(StateAt(one, call.now()));
    *response.add_calls() = std::move(one);
  }
  return response;
}

Result<v1::Call> PublishCall(CallsDeps&, Call& call, const v1::PublishCallRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto found, FindForUpdate(call, "name", request.name()));
  REDPEAK_ASSIGN_OR_RETURN(auto published,
                           Publish(std::move(found), request.etag(), AskerOf(call)));
  return Save(call, std::move(published), "published");
}

Result<v1::Call> ExtendCall(CallsDeps&, Call& call, const v1::ExtendCallRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto found, FindForUpdate(call, "name", request.name()));
  REDPEAK_ASSIGN_OR_RETURN(auto extended, Extend(std::move(found), request, AskerOf(call)));
  WriteCall(call.tx(), extended);
  const auto& extension = extended.extensions(extended.extensions_size() - 1);
  events::v1::Detail detail;
  *detail.mutable_call_extended()->mutable_from() = extension.from();
  *detail.mutable_call_extended()->mutable_to() = extension.to();
  detail.mutable_call_extended()->set_reason(extension.reason());
  call.Append(extended.name(), std::move(detail));
  return extended;
}

Result<v1::Call> ArchiveCall(CallsDeps&, Call& call, const v1::ArchiveCallRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto found, FindForUpdate(call, "name", request.name()));
  REDPEAK_ASSIGN_OR_RETURN(auto archived, Archive(std::move(found), request.etag(), AskerOf(call)));
  return Save(call, std::move(archived), "archived");
}

Result<v1::Call> AdvanceCall(CallsDeps&, Call& call, const v1::AdvanceCallRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto found, FindForUpdate(call, "name", request.name()));
  REDPEAK_ASSIGN_OR_RETURN(auto advanced, Advance(found, request.state(), AskerOf(call)));
  if (advanced.state() == found.state()) return found;  // it was done before
  return Save(call, std::move(advanced), "advanced");
}

}  // namespace redpeak::calls
