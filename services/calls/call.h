#pragma once

#include <string>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/calls/v1/calls_service.pb.h"
#include "services/base/caller.h"
#include "services/base/clock.h"
#include "services/base/status.h"
#include "services/calls/call_state.h"

// What may be done to a call. Each function takes the call as it is, with the state of this
// instant, and returns it as it shall be. Common refusals: those of Next; ABORTED ETAG_MISMATCH.
namespace redpeak::calls {

// Who asks for something, and when.
struct Asker {
  const Caller& caller;
  Instant now;
};

// Whether the caller may know of the call: a draft is for its programme officers, for auditors of
// it and for services.
bool MaySee(const Caller& caller, const v1::Call& call);

// A draft with what `given` says and, where that is silent, what `source` says, if it is not null.
// INVALID_ARGUMENT FIELD_INVALID as CheckDraft.
Result<v1::Call> NewDraft(const std::string& name, const v1::Call& given, const v1::Call* source,
                          Instant now);

// INVALID_ARGUMENT FIELD_INVALID as CheckDraft, or for paths of the mask.
Result<v1::Call> Update(v1::Call call, const v1::UpdateCallRequest& request, const Asker& asker);

// INVALID_ARGUMENT ETAG_REQUIRED, or FIELD_INVALID as CheckPublishable.
Result<v1::Call> Publish(v1::Call call, const std::string& etag, const Asker& asker);

// Puts what was changed on record in `extensions`. INVALID_ARGUMENT FIELD_INVALID for a missing
// reason or an instant that is not later.
Result<v1::Call> Extend(v1::Call call, const v1::ExtendCallRequest& request, const Asker& asker);

Result<v1::Call> Archive(v1::Call call, const std::string& etag, const Asker& asker);

// INVALID_ARGUMENT FIELD_INVALID for another state than IN_REVIEW and DECIDED.
Result<v1::Call> Advance(v1::Call call, v1::Call::State state, const Asker& asker);

// OK if it may be deleted.
Result<void> CheckDelete(const v1::Call& call, const std::string& etag, const Asker& asker);

}  // namespace redpeak::calls
