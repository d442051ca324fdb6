#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "services/base/status.h"

namespace redpeak::submissions {

// One constructor a failure of this service.

// FAILED_PRECONDITION: the call is not yet or no longer open.
Failure CallNotOpen(std::string_view call);
// FAILED_PRECONDITION: the formality check begins when the call is closed.
Failure CallNotClosed(std::string_view call);
// FAILED_PRECONDITION: `until` has passed, by the server's clock.
Failure SubmissionLate(std::string_view name, std::string_view until);
// FAILED_PRECONDITION: `other` is what the leader has sent to this call already.
Failure LeaderQuota(int quota, std::string_view other);
// PERMISSION_DENIED: nobody judges what is their own.
Failure OwnSubmission(std::string_view name);
// FAILED_PRECONDITION: `items` are the codes that are neither passed nor waived.
Failure FormalityOpen(std::string_view name, const std::vector<std::string>& items);
// INVALID_ARGUMENT.
Failure FileTooLarge(int64_t bytes_max);
// INVALID_ARGUMENT: `media_type` is what the file's content is.
Failure FileType(std::string_view media_type);
// FAILED_PRECONDITION.
Failure TooManyFiles(int max);
// FAILED_PRECONDITION: the upload goes on from byte `offset`.
Failure UploadOffsetWrong(int64_t offset);

}  // namespace redpeak::submissions
