#include "services/submissions/submissions_peers.h"

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "services/base/errors.h"

namespace redpeak::submissions {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kRemembered{30};

}  // namespace

Result<KnownCallPtr> KnownCalls::Find(Peers& peers, const Trace& trace, const std::string& name) {
  {
    std::lock_guard lock(mutex_);
    const auto it = entries_.find(name);
    if (it != entries_.end() && steady_clock::now() < it->second.expires) return it->second.known;
  }
  return FindAfresh(peers, trace, name);
}

Result<KnownCallPtr> KnownCalls::FindAfresh(Peers& peers, const Trace& trace,
                                            const std::string& name) {
  calls::v1::GetCallRequest request;
  request.set_name(name);
  auto known = std::make_shared<KnownCall>();
  REDPEAK_ASSIGN_OR_RETURN(
      known->call, (Ask<calls::v1::CallsService>(
                       peers, "calls", trace, &calls::v1::CallsService::Stub::GetCall, request)));
  if (known->call.state() == calls::v1::Call::DRAFT) return NotFound(name);
  known->form = FindForm(known->call);
  if (!known->form) {
    REDPEAK_ASSIGN_OR_RETURN(known->form, Form::Compile(known->call.form_schema()));
  }
  std::lock_guard lock(mutex_);
  entries_[name] = {known, steady_clock::now() + kRemembered};
  return known;
}

std::shared_ptr<const Form> KnownCalls::FindForm(const calls::v1::Call& call) {
  std::lock_guard lock(mutex_);
  const auto it = entries_.find(call.name());
  if (it == entries_.end()) return nullptr;
  const auto& known = *it->second.known;
  return known.call.form_schema() == call.form_schema() ? known.form : nullptr;
}

Result<identity::v1::BatchGetPeopleResponse> AskPeople(Peers& peers, const Trace& trace,
                                                       const std::vector<std::string>& names) {
  identity::v1::BatchGetPeopleRequest request;
  for (const auto& name : names) request.add_names(name);
  return Ask<identity::v1::IdentityService>(
      peers, "identity", trace, &identity::v1::IdentityService::Stub::BatchGetPeople, request);
}

}  // namespace redpeak::submissions
