#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/identity/v1/identity_service.pb.h"
#include "redpeak/review/v1/review.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/peers.h"

namespace redpeak::notifications {

// Those that exist of at most 1000 people and at most 1000 accounts.
Result<identity::v1::BatchGetPeopleResponse> GetPeople(Peers& peers,
                                                       const std::set<std::string>& names,
                                                       const std::set<std::string>& accounts = {});

// The people who have a role for a scope or everywhere.
Result<std::vector<std::string>> ListHolders(Peers& peers, options::v1::Role role,
                                             const std::string& scope);

// Nothing if there is none of this name.
Result<std::optional<submissions::v1::Submission>> FindSubmission(Peers& peers,
                                                                  const std::string& name);
Result<std::optional<calls::v1::Call>> FindCall(Peers& peers, const std::string& name);
// How far a call's reviews are; nothing before they begin.
Result<std::optional<review::v1::Progress>> FindProgress(Peers& peers, const std::string& call);

// All of them.
Result<std::vector<calls::v1::Call>> ListCalls(Peers& peers, calls::v1::Call::State state);
Result<std::vector<submissions::v1::Submission>> ListSubmissions(
    Peers& peers, const std::string& call, submissions::v1::Submission::State state);
// How many of a call wait for the formality check, or to be endorsed.
Result<int> CountWaiting(Peers& peers, const std::string& call);
Result<std::vector<review::v1::Review>> ListReviews(Peers& peers, const std::string& call,
                                                    review::v1::Review::State state);
// The newest fifty.
Result<std::vector<approval::v1::Notice>> ListNewNotices(Peers& peers);

}  // namespace redpeak::notifications
