#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/identity/v1/identity.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/call.h"
#include "services/base/peers.h"

// What the review asks of other services. Names are full, such as calls/2022; failures are the
// peers'.
namespace redpeak::review {

using SubmissionAction = submissions::v1::AdvanceSubmissionsRequest;

Result<calls::v1::Call> GetCall(Peers& peers, const Trace& trace, const std::string& call);
// Moves a call to IN_REVIEW, unless it is there.
Result<void> StartCallReview(Peers& peers, const Trace& trace, const std::string& call);

// All of a call in a state, without their forms.
Result<std::vector<submissions::v1::Submission>> ListSubmissions(
    Peers& peers, const Trace& trace, const std::string& call,
    submissions::v1::Submission::State state);
// Whether a call has any in a state.
Result<bool> HasSubmissions(Peers& peers, const Trace& trace, const std::string& call,
                            submissions::v1::Submission::State state);
Result<submissions::v1::Submission> GetSubmission(Peers& peers, const Trace& trace,
                                                  const std::string& submission);
// Moves any number of submissions on, in parts of which each is all or none.
Result<void> AdvanceSubmissions(Peers& peers, const Trace& trace, SubmissionAction::Action action,
                                const std::vector<SubmissionAction::Item>& items);

struct PersonFacts {
  identity::v1::Person person{};
  std::string organisation_name{};
};
// Those of these people that there are.
Result<std::vector<PersonFacts>> GetPeople(Peers& peers, const Trace& trace,
                                           const std::vector<std::string>& people);
// Gives the role EXPERT to those who have an account.
Result<void> GrantExpertRole(Peers& peers, const Trace& trace,
                             const std::vector<std::string>& people);

// The bytes of an attachment as they come from submissions. Gives the call up when it is destroyed.
class AttachmentReader {
 public:
  static Result<std::unique_ptr<AttachmentReader>> Open(Peers& peers, const Trace& trace,
                                                        const std::string& attachment,
                                                        int64_t offset);
  virtual ~AttachmentReader() = default;
  // Fills the next piece in. False: there is none.
  virtual Result<bool> Next(submissions::v1::DownloadAttachmentResponse& piece) = 0;
};

}  // namespace redpeak::review
