#include "services/submissions/life.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <array>

#include "services/base/errors.h"
#include "services/submissions/errors.h"

namespace redpeak::submissions {
namespace {

using enum Action;
using enum Who;
using enum Guard;
using S = v1::Submission;

constexpr State kGone = S::STATE_UNSPECIFIED;

// Steps whose content matters are checked further: what is sent must be complete (submission.h),
// what is accepted or refused must have its formality items for it (formality.h).
constexpr auto kSteps = std::to_array<Step>({
    {S::DRAFT, kEdit, S::DRAFT, kLeader, kAlways},
    {S::DRAFT, kDelete, kGone, kLeader, kAlways},
    {S::DRAFT, kSubmit, S::SUBMITTED, kLeader, kInTime},
    {S::DRAFT, kWithdraw, S::WITHDRAWN, kLeader, kAlways},

    {S::SUBMITTED, kWithdraw, S::WITHDRAWN, kLeader, kAlways},
    {S::SUBMITTED, kReturn, S::RETURNED, kUnitOfficer, kWhileCallOpen},
    {S::SUBMITTED, kReturn, S::RETURNED, kProgrammeOfficer, kAlways},
    {S::SUBMITTED, kEndorse, S::ENDORSED, kEndorser, kEndorsementRequired},
    {S::SUBMITTED, kCheck, S::SUBMITTED, kProgrammeOfficer, kOnceClosed},
    {S::SUBMITTED, kAccept, S::ACCEPTED, kProgrammeOfficer, kOnceClosed},
    {S::SUBMITTED, kRefuse, S::REFUSED, kProgrammeOfficer, kOnceClosed},

    {S::ENDORSED, kWithdraw, S::WITHDRAWN, kLeader, kAlways},
    {S::ENDORSED, kReturn, S::RETURNED, kProgrammeOfficer, kAlways},
    {S::ENDORSED, kCheck, S::ENDORSED, kProgrammeOfficer, kOnceClosed},
    {S::ENDORSED, kAccept, S::ACCEPTED, kProgrammeOfficer, kOnceClosed},
    {S::ENDORSED, kRefuse, S::REFUSED, kProgrammeOfficer, kOnceClosed},

    {S::RETURNED, kEdit, S::RETURNED, kLeader, kAlways},
    {S::RETURNED, kSubmit, S::SUBMITTED, kLeader, kInTime},
    {S::RETURNED, kWithdraw, S::WITHDRAWN, kLeader, kAlways},
    {S::RETURNED, kCheck, S::RETURNED, kProgrammeOfficer, kOnceTimeIsUp},
    {S::RETURNED, kRefuse, S::REFUSED, kProgrammeOfficer, kOnceTimeIsUp},

    {S::ACCEPTED, kWithdraw, S::WITHDRAWN, kLeader, kAlways},
    {S::ACCEPTED, kStartReview, S::IN_REVIEW, kService, kAlways},

    {S::IN_REVIEW, kWithdraw, S::WITHDRAWN, kLeader, kAlways},
    {S::IN_REVIEW, kRecordScore, S::REVIEWED, kService, kAlways},

    {S::REVIEWED, kWithdraw, S::WITHDRAWN, kLeader, kAlways},
    // Closing a review may have told the scores and then failed; the next attempt tells newer ones.
    {S::REVIEWED, kRecordScore, S::REVIEWED, kService, kAlways},
    {S::REVIEWED, kPropose, S::PROPOSED, kService, kAlways},
    {S::REVIEWED, kDoNotPropose, S::NOT_PROPOSED, kService, kAlways},

    {S::PROPOSED, kUnpropose, S::REVIEWED, kService, kAlways},
    {S::PROPOSED, kPutOnNotice, S::PROPOSED, kService, kAlways},
    {S::PROPOSED, kApprove, S::APPROVED, kService, kAlways},
    {S::PROPOSED, kDoNotApprove, S::NOT_APPROVED, kService, kAlways},

    {S::NOT_PROPOSED, kUnpropose, S::REVIEWED, kService, kAlways},
    {S::NOT_PROPOSED, kDoNotApprove, S::NOT_APPROVED, kService, kAlways},
});

constexpr std::array<std::string_view, kActions> kActionNames = {
    "edit",        "delete",    "submit",        "withdraw",     "return",     "endorse",
    "check",       "accept",    "refuse",        "start review", "score",      "propose",
    "not propose", "unpropose", "put on notice", "approve",      "not approve"};

Result<void> CheckInTime(const v1::Submission& submission, const calls::v1::Call& call,
                         Instant now) {
  if (now < FromProto(call.opens_at())) return CallNotOpen(call.name());
  const auto deadline = DeadlineOf(submission, call);
  if (now < deadline) return {};
  return SubmissionLate(submission.name(),
                        google::protobuf::util::TimeUtil::ToString(ToProto(deadline)));
}

}  // namespace

std::span<const Step> Steps() { return kSteps; }

const Step* FindStep(State from, Action action, Who who) {
  const auto it = std::ranges::find_if(kSteps, [&](const Step& step) {
    return step.from == from && step.action == action && step.who == who;
  });
  return it == kSteps.end() ? nullptr : &*it;
}

std::string_view NameOf(Action action) { return kActionNames.at(static_cast<size_t>(action)); }

Instant DeadlineOf(const v1::Submission& submission, const calls::v1::Call& call) {
  const auto closes = FromProto(call.closes_at());
  if (!submission.has_correct_by()) return closes;
  return std::max(closes, FromProto(submission.correct_by()));
}

Result<void> CheckGuard(Guard guard, const v1::Submission& submission, const calls::v1::Call& call,
                        Instant now) {
  switch (guard) {
    case kAlways:
      return {};
    case kInTime:
      return CheckInTime(submission, call, now);
    case kWhileCallOpen:
      if (now >= FromProto(call.closes_at())) return CallNotOpen(call.name());
      return {};
    case kOnceClosed:
      if (now < FromProto(call.closes_at())) return CallNotClosed(call.name());
      return {};
    case kOnceTimeIsUp:
      if (now < DeadlineOf(submission, call)) return CallNotClosed(call.name());
      return {};
    case kEndorsementRequired:
      if (call.endorsement_required()) return {};
      return StateWrong(submission.name(), S::Status_Name(submission.status()), NameOf(kEndorse));
  }
  return {};
}

Status StatusOf(State state, bool endorsement_required, bool on_notice) {
  switch (state) {
    case S::DRAFT:
      return S::IN_PREPARATION;
    case S::SUBMITTED:
      return endorsement_required ? S::AWAITING_ENDORSEMENT : S::AWAITING_CHECK;
    case S::ENDORSED:
      return S::AWAITING_CHECK;
    case S::RETURNED:
      return S::TO_BE_CORRECTED;
    case S::REFUSED:
      return S::NOT_ADMITTED;
    case S::ACCEPTED:
    case S::IN_REVIEW:
    case S::REVIEWED:
    case S::NOT_PROPOSED:
      return S::UNDER_REVIEW;
    case S::PROPOSED:
      return on_notice ? S::ON_NOTICE : S::UNDER_REVIEW;
    case S::APPROVED:
      return S::FUNDED;
    case S::NOT_APPROVED:
      return S::NOT_FUNDED;
    case S::WITHDRAWN:
      return S::RETRACTED;
    default:
      return S::STATUS_UNSPECIFIED;
  }
}

void Take(const Step& step, v1::Submission& submission) {
  if (step.to == submission.state()) return;
  submission.set_state(step.to);
  submission.set_status(StatusOf(step.to, /*endorsement_required=*/false, /*on_notice=*/false));
}

}  // namespace redpeak::submissions
