#pragma once

#include <string>
#include <string_view>

#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/blind.h"
#include "services/base/caller.h"
#include "services/base/status.h"
#include "services/submissions/life.h"

// What a caller is to a submission, and so what they see of it and may do with it.
namespace redpeak::submissions {

// SELF: its leader. UNIT: an officer of its unit or recommender, and STAFF: of its call, both once
// it was sent. Who leads it is not STAFF to it.
Audiences AudiencesOf(const Caller& caller, const v1::Submission& submission);

// Whether the caller may know of it at all.
bool MaySee(const Caller& caller, const v1::Submission& submission);

bool Leads(const Caller& caller, const v1::Submission& submission);

// Whether the caller is one of those who take a step.
bool Is(Who who, const Caller& caller, const v1::Submission& submission);

// What an error may tell this caller of its state: staff the state, others the status.
std::string ShownState(const Caller& caller, const v1::Submission& submission);

// The step by which this caller does it now. NOT_FOUND for what they may not know of;
// OWN_SUBMISSION; ROLE_MISSING; ETAG_MISMATCH unless `etag` is empty or right; STATE_WRONG. Guards
// are not checked.
Result<const Step*> FindStepFor(const Caller& caller, const v1::Submission& submission,
                                Action action, std::string_view etag);

}  // namespace redpeak::submissions
