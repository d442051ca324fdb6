#include "services/notifications/notifications_peers.h"

#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"

namespace redpeak::notifications {

using identity::v1::IdentityService;
using submissions::v1::Submission;
using submissions::v1::SubmissionsService;

Result<identity::v1::BatchGetPeopleResponse> GetPeople(Peers& peers,
                                                       const std::set<std::string>& names) {
  identity::v1::BatchGetPeopleRequest request;
  for (const auto& name : names) request.add_names(name);
  return Ask<IdentityService>(peers, "identity", {}, &IdentityService::Stub::BatchGetPeople,
                              request);
}

Result<std::optional<Submission>> FindSubmission(Peers& peers, const std::string& name) {
  submissions::v1::GetSubmissionRequest request;
  request.set_name(name);
  auto found = Ask<SubmissionsService>(peers, "submissions", {},
                                       &SubmissionsService::Stub::GetSubmission, request);
  if (found) return std::move(*found);
  if (found.error().code == Code::kNotFound) return std::nullopt;
  return tl::unexpected(std::move(found).error());
}

}  // namespace redpeak::notifications
