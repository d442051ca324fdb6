#include "services/calls/call_state.h"

#include "services/base/errors.h"
#include "services/calls/publish_rules.h"

namespace redpeak::calls {
namespace {

using v1::Call;

Result<void> IsComplete(const Call& call, const Circumstances& circumstances) {
  return CheckPublishable(call, circumstances.now);
}

Result<void> ClosesLater(const Call& call, const Circumstances& circumstances) {
  const bool later = circumstances.new_closing > FromProto(call.closes_at()) &&
                     circumstances.new_closing > circumstances.now;
  if (later) return {};
  return FieldInvalid("closes_at", "TOO_EARLY", "",
                      "must be later than the closing time so far, and not past");
}

constexpr Transition kTransitions[] = {
    {Call::DRAFT, Action::kUpdate, Call::DRAFT, Actor::kOfficer, nullptr},
    {Call::DRAFT, Action::kDelete, Call::STATE_UNSPECIFIED, Actor::kOfficer, nullptr},
    {Call::DRAFT, Action::kPublish, Call::PUBLISHED, Actor::kOfficer, IsComplete},
    {Call::PUBLISHED, Action::kExtend, Call::PUBLISHED, Actor::kOfficer, ClosesLater},
    {Call::OPEN, Action::kExtend, Call::PUBLISHED, Actor::kOfficer, ClosesLater},
    {Call::CLOSED, Action::kExtend, Call::PUBLISHED, Actor::kOfficer, ClosesLater},
    {Call::CLOSED, Action::kStartReview, Call::IN_REVIEW, Actor::kService, nullptr},
    {Call::IN_REVIEW, Action::kStartReview, Call::IN_REVIEW, Actor::kService, nullptr},
    {Call::IN_REVIEW, Action::kDecide, Call::DECIDED, Actor::kService, nullptr},
    {Call::DECIDED, Action::kDecide, Call::DECIDED, Actor::kService, nullptr},
    {Call::DECIDED, Action::kArchive, Call::ARCHIVED, Actor::kOfficer, nullptr},
};

bool Is(const Caller& caller, Actor who, const std::string& call) {
  return who == Actor::kService ? caller.is_service() : caller.Has(Role::PROGRAMME_OFFICER, call);
}

}  // namespace

std::string_view ActionName(Action action) {
  switch (action) {
    case Action::kUpdate:
      return "be changed";
    case Action::kDelete:
      return "be deleted";
    case Action::kPublish:
      return "be published";
    case Action::kExtend:
      return "be extended";
    case Action::kStartReview:
      return "go into review";
    case Action::kDecide:
      return "be decided";
    case Action::kArchive:
      return "be archived";
  }
  return "";
}

std::span<const Transition> Transitions() { return kTransitions; }

Call::State StateAt(const Call& call, Instant now) {
  const auto state = call.state();
  if (state != Call::PUBLISHED && state != Call::OPEN && state != Call::CLOSED) return state;
  if (now < FromProto(call.opens_at())) return Call::PUBLISHED;
  return now < FromProto(call.closes_at()) ? Call::OPEN : Call::CLOSED;
}

Result<Call::State> Next(const Call& call, Action action, const Caller& caller,
                         const Circumstances& circumstances) {
  bool admitted = false;
  const Transition* found = nullptr;
  for (const auto& transition : kTransitions) {
    if (transition.action != action || !Is(caller, transition.who, call.name())) continue;
    admitted = true;
    if (transition.from == call.state()) found = &transition;
  }
  if (!admitted) return RoleMissing(ActionName(action));
  if (found == nullptr) {
    return StateWrong(call.name(), Call::State_Name(call.state()), ActionName(action));
  }
  if (found->guard != nullptr) REDPEAK_RETURN_IF_ERROR(found->guard(call, circumstances));
  return found->next;
}

}  // namespace redpeak::calls
