#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/call.h"
#include "services/submissions/life.h"
#include "services/submissions/submissions_service.h"

// What handlers of single submissions share.
namespace redpeak::submissions {

// What a name names. FIELD_INVALID for `field`; NOT_FOUND, also for what the caller may not know
// of.
Result<v1::Submission> Find(Call& call, std::string_view field, const std::string& name);
// The same, locked until the transaction ends.
Result<v1::Submission> FindForUpdate(Call& call, std::string_view field, const std::string& name);

// The call of this name, if it is open now. CALL_NOT_OPEN; NOT_FOUND.
Result<KnownCallPtr> FindOpenCall(SubmissionsDeps& deps, Call& call, const std::string& name);

// The event that something happened to it. `party` says who acted, as SubmissionChanged tells it.
void AppendChanged(Call& call, const v1::Submission& submission, std::string_view action,
                   std::string_view reason = "", std::string_view party = "applicant");

// One step that a person takes.
struct StepRequest {
  const std::string& name;
  std::string_view etag;
  Action action;
  std::string_view
      event;  // the action in SubmissionChanged; empty: `change` appends an event itself
  std::string_view reason = "";
};
// Changes what else the step changes. `known` is null for a step that does not need the call.
using Change = std::function<Result<void>(v1::Submission& submission, const KnownCall* known)>;

// Asks for the call afresh, then locks the submission, checks the step and its guard, and writes
// it.
Result<v1::Submission> TakeStep(SubmissionsDeps& deps, Call& call, const StepRequest& request,
                                const Change& change);
// The same for a step whose guard needs no call.
Result<v1::Submission> TakeStepAlone(Call& call, const StepRequest& request, const Change& change);

}  // namespace redpeak::submissions
