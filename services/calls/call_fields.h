#pragma once

#include <google/protobuf/field_mask.pb.h>

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/status.h"

// Which fields of a draft people write, and how they travel from one message to another.
namespace redpeak::calls {

// Copies the fields that the mask names (all that people write, where it is empty) from one call to
// another, their absence too. INVALID_ARGUMENT FIELD_INVALID for paths that are no such field.
Result<void> CopyFields(const v1::Call& from, const google::protobuf::FieldMask& mask,
                        v1::Call& to);

// Copies the fields that people write and that `to` leaves empty.
void FillIn(const v1::Call& from, v1::Call& to);

}  // namespace redpeak::calls
