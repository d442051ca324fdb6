#pragma once

#include <google/protobuf/repeated_field.h>

#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/status.h"
#include "services/submissions/form.h"

// The formality check, after the call has closed.
namespace redpeak::submissions {

using FormalityItems = google::protobuf::RepeatedPtrField<v1::FormalityItem>;

// The items as they stand now: the automatic ones worked out anew, the call's manual ones as they
// were recorded, or PENDING. What was waived stays so while it would fail. `leader_live` is how
// many submissions the leader has sent to the call and neither withdrawn nor had refused, this one
// included.
FormalityItems WorkOutItems(const v1::Submission& submission, const calls::v1::Call& call,
                            const Form& form, int leader_live);

// Sets what an officer saw of one item. FIELD_INVALID: an unknown code; an outcome that the item
// cannot have; a waiver without a note.
Result<void> RecordItem(const v1::FormalityItem& seen, FormalityItems& items);

// OK, or FORMALITY_OPEN with the items that are neither passed nor waived.
Result<void> CheckAcceptable(const v1::Submission& submission);

// OK, or FIELD_INVALID for each reason that is no failed item's code, or where there is none.
Result<void> CheckReasons(const FormalityItems& items, const std::vector<std::string>& reasons);

}  // namespace redpeak::submissions
