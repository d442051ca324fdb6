#pragma once

#include <span>
#include <string_view>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/clock.h"
#include "services/base/status.h"

// The life of a submission: one table of what may be done in which state, by whom, and when.
namespace redpeak::submissions {

using State = v1::Submission::State;
using Status = v1::Submission::Status;

enum class Action {
  kEdit,  // fields and attachments
  kDelete,
  kSubmit,
  kWithdraw,
  kReturn,
  kEndorse,
  kCheck,  // formality items
  kAccept,
  kRefuse,
  kStartReview,
  kRecordScore,
  kPropose,
  kDoNotPropose,
  kUnpropose,
  kPutOnNotice,
  kApprove,
  kDoNotApprove,
};
inline constexpr int kActions = 17;

// Who may take a step; relation.h says who that is.
enum class Who { kLeader, kUnitOfficer, kEndorser, kProgrammeOfficer, kService };

// When a step may be taken.
enum class Guard {
  kAlways,
  kInTime,               // before the deadline, by the server's clock
  kWhileCallOpen,        // while the leader could still send it again
  kOnceClosed,           // when the call is closed
  kOnceTimeIsUp,         // when the time to correct it is over as well
  kEndorsementRequired,  // the call asks for it
};

struct Step {
  State from;
  Action action;
  State to;  // STATE_UNSPECIFIED: it is gone
  Who who;
  Guard guard;
};

// The whole table.
std::span<const Step> Steps();

// The step that `who` takes by this action, or null where there is none.
const Step* FindStep(State from, Action action, Who who);

// The action in words, such as "withdraw".
std::string_view NameOf(Action action);

// Until when it may be sent, exclusively: the call's closing or, if it was returned, a later time
// that an officer gave.
Instant DeadlineOf(const v1::Submission& submission, const calls::v1::Call& call);

// OK; CALL_NOT_OPEN; SUBMISSION_LATE; CALL_NOT_CLOSED; or STATE_WRONG.
Result<void> CheckGuard(Guard guard, const v1::Submission& submission, const calls::v1::Call& call,
                        Instant now);

// What an applicant is told. Scores are sealed until the decision, so that from acceptance to the
// public notice, and for what was not proposed to the decision, it stays UNDER_REVIEW.
Status StatusOf(State state, bool endorsement_required, bool on_notice);

// Takes a step that a person takes: sets state and, if that is another, status.
void Take(const Step& step, v1::Submission& submission);

}  // namespace redpeak::submissions
