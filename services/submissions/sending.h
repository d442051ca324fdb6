#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/clock.h"
#include "services/base/status.h"
#include "services/base/violations.h"
#include "services/submissions/form.h"

// What makes a submission fit to be sent, and exactly what is sent.
namespace redpeak::submissions {

// Something else that the leader has sent to the same call.
struct OtherSent {
  std::string name;  // submissions/{submission}
  int quota_slot = 0;
};

// Adds what is missing or wrong in the fields, the form among them.
void CheckFields(const v1::Submission& submission, const calls::v1::Call& call, const Form& form,
                 const nlohmann::json& answers, Violations& violations);

// Whether it asks for more than its category grants. What has no category of the call's does not.
bool IsOverCeiling(const v1::Submission& submission, const calls::v1::Call& call);

// The codes of the required slots that no attachment fills.
std::vector<std::string> MissingAttachments(const v1::Submission& submission,
                                            const calls::v1::Call& call);

// OK, or everything that is missing or wrong at once: OVER_CEILING or ATTACHMENT_MISSING where that
// is all, otherwise FIELD_INVALID.
Result<void> CheckComplete(const v1::Submission& submission, const calls::v1::Call& call,
                           const Form& form, const nlohmann::json& answers);

// The place among the leader's submissions to a call that it takes: its own (not 0) or the first
// free one; 0 where the quota is 0, that is, none counts. LEADER_QUOTA where none is free.
Result<int> TakeSlot(int quota, int own, const std::vector<OtherSent>& others);

// What is sent, as JSON in one spelling: keys sorted, no white space.
std::string CanonicalContent(const v1::Submission& submission, const nlohmann::json& answers);

// Makes `draft` what it is when it is sent at `now`: number, receipt, state, status and etag.
void MarkSent(const calls::v1::Call& call, const std::string& number, const std::string& sha256,
              Instant now, v1::Submission& draft);

}  // namespace redpeak::submissions
