#pragma once

#include <optional>
#include <string>

#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak::submissions {

// Writes a new draft: its name, call, leader and unit, and what the applicant wrote.
void InsertSubmission(Tx& tx, const v1::Submission& draft, Instant now);

std::optional<v1::Submission> ReadSubmission(Tx& tx, const std::string& id);
// Locks it until the end of the transaction.
std::optional<v1::Submission> ReadSubmissionForUpdate(Tx& tx, const std::string& id);

// Writes everything of it that steps and edits change, raises its version, and sets etag and
// update_time in it. What is withdrawn or refused gives its place in the leader's quota back.
void WriteSubmission(Tx& tx, v1::Submission& submission, Instant now);

// With its files. It must never have been sent.
void DeleteSubmission(Tx& tx, const std::string& id);

// How many the leader has sent to the call and neither withdrawn nor had refused.
int CountLive(Tx& tx, const std::string& call, const std::string& leader);

}  // namespace redpeak::submissions
