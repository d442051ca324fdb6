#pragma once

#include <optional>
#include <set>
#include <string>

#include "redpeak/identity/v1/identity_service.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/peers.h"

namespace redpeak::notifications {

// Those of at most 1000 people that exist.
Result<identity::v1::BatchGetPeopleResponse> GetPeople(Peers& peers,
                                                       const std::set<std::string>& names);

// Nothing if there is none of this name.
Result<std::optional<submissions::v1::Submission>> FindSubmission(Peers& peers,
                                                                  const std::string& name);

}  // namespace redpeak::notifications
