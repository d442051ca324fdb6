#pragma once

#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/calls/v1/call.pb.h"
#include "services/approval/calendar.h"
#include "services/base/clock.h"
#include "services/base/status.h"

namespace redpeak::approval {

enum class NoticeAction { kFileObjection, kAnswerObjection, kClose };

// Where an action leads a notice, by this table:
//
//   PUBLISHED  FILE_OBJECTION → PUBLISHED, ANSWER_OBJECTION → PUBLISHED
//   ENDED      ANSWER_OBJECTION → ENDED, CLOSE → CLOSED
//
// For any other pair NOTICE_ENDED for an objection, NOTICE_RUNNING for closing a published one, and
// otherwise STATE_WRONG.
Result<v1::Notice::State> NextState(const v1::Notice& notice, NoticeAction action);

// The state of a notice that was closed or not: objections are taken until `end`, exclusive.
v1::Notice::State StateAt(bool closed, Instant end, Instant now);

// The notice of a signed proposal's list, published now: items by category of the call and receipt
// number, so that their order tells nothing of scores. FIELD_INVALID for a title of more than 120
// characters; CALENDAR_INCOMPLETE.
Result<v1::Notice> MakeNotice(const calls::v1::Call& call, std::vector<v1::ProposalItem> items,
                              const std::string& title, Instant now, const Calendar& calendar);

}  // namespace redpeak::approval
