#pragma once

#include <string>
#include <string_view>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"

namespace redpeak::review {

// A form without what tells whose it is: what the call's JSON Schema marks with "x-identifying":
// true is left out, wherever it stands in objects and arrays, and so is every property that the
// schema does not name, for nobody has said that it identifies no one. Of a form or schema that is
// no JSON, "{}".
std::string HideIdentifying(std::string_view form, std::string_view schema);

// The submission as an expert may read it. Field by field, so that a field that is added later is
// hidden until somebody decides otherwise: leader, team, unit, receipt and file names are left out,
// as are files that the call does not show to experts. Whoever the applicants are stays hidden in
// single-blind calls, too: there only the form is whole.
submissions::v1::Submission ForExpert(const submissions::v1::Submission& submission,
                                      const calls::v1::Call& call);

}  // namespace redpeak::review
