#pragma once

#include <string>
#include <string_view>

#include "redpeak/approval/v1/approval.pb.h"
#include "services/base/blind.h"
#include "services/base/status.h"

namespace redpeak::approval {

// More on one notice are a flood: whoever has one more writes to the association.
inline constexpr int kObjectionsMax = 200;

enum class ObjectionAction { kUphold, kDismiss };

// Where an action leads an objection, by this table:
//
//   FILED  UPHOLD → UPHELD, DISMISS → DISMISSED
//
// STATE_WRONG for any other pair.
Result<v1::Objection::State> NextState(const v1::Objection& objection, ObjectionAction action);

// The objection as it is kept: what the filer says, trimmed, in the state FILED. FIELD_INVALID
// names everything that is wrong: no real name (2 to 60 characters, without digits), no phone
// number or e-mail address, a unit of more than 120 characters, a text of fewer than 10 or more
// than 5000, no number.
Result<v1::Objection> NewObjection(const v1::Objection& filed);

// Answers it: an upheld or dismissed one, with the answer trimmed. FIELD_INVALID for an answer of
// no or more than 5000 characters; STATE_WRONG.
Result<v1::Objection> Answer(v1::Objection objection, bool upheld, const std::string& answer);

// Whether the contact is an address that can be written to; otherwise it is a phone number.
bool IsAddress(std::string_view contact);

struct Letter {
  std::string subject;
  std::string text;
};

// Tells the filer the answer, in Chinese and then in English: nobody knows which the filer reads.
Letter AnswerLetter(const v1::Notice& notice, const v1::Objection& objection);

// Staff of the call; nobody else, not even the filer, whom an answer to the public could betray.
Audiences AudiencesOf(const Caller& caller, const v1::Objection& objection);

}  // namespace redpeak::approval
