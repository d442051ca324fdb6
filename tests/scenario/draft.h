#pragma once

#include <optional>
#include <string>

#include "redpeak/submissions/v1/submission.pb.h"
#include "tests/scenario/play.h"

// What an applicant does with one application.
namespace redpeak::scenario {

// Makes the draft, fills it in and puts in files where it has any. A refusal by the server ends in
// `entry.refusal`.
void MakeDraft(Play& play, Entry& entry);

// Sends it. The same.
void Send(Play& play, Entry& entry);

// The submission of an application with everything but its call.
redpeak::submissions::v1::Submission Written(const Folder& folder, const Application& application);

// Puts a PDF into a slot of a submission, and gives the server's answer.
Result<redpeak::submissions::v1::Submission> Upload(Play& play, const User& user,
                                                    const std::string& submission,
                                                    const std::string& slot,
                                                    const std::string& file_name,
                                                    const std::string& content);

// The file that experts may read, if this application has one.
std::optional<std::string> InsertOf(const Application& application);

}  // namespace redpeak::scenario
