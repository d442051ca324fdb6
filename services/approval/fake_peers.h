#pragma once

#include <grpcpp/server.h>

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "redpeak/approval/v1/approval_service.grpc.pb.h"
#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/review/v1/review.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/caller.h"
#include "services/base/peers.h"
#include "services/base/rpc.h"
#include "services/base/wire.h"

// The approval service alone, on a database, with stand-ins for the services that it asks: they can
// be made to fail between two steps, which the real ones do too rarely.
namespace redpeak::approval::testing {

using SubmissionAction = submissions::v1::AdvanceSubmissionsRequest::Action;

// What the stand-ins know, and what they were asked to do. Tests write it between calls. Each call
// begins and ends by taking the mutex, as do the stand-ins: the race detector does not see how gRPC
// orders them.
struct FakeWorld {
  std::mutex mutex;
  calls::v1::Call call;
  std::map<std::string, submissions::v1::Submission> submissions;
  std::vector<review::v1::RankedSubmission> ranking;
  bool review_closed = true;
  std::set<std::string> conflicts;  // submissions that every person has to do with
  std::set<SubmissionAction> failing;
  bool call_failing = false;
  std::vector<SubmissionAction> actions;  // done, in order
};

class ApprovalServer {
 public:
  ApprovalServer();
  ~ApprovalServer();

  // Adds a reviewed submission submissions/s<n> with number CF2022-00000<n> by leader people/p<n>,
  // whose rank is n.
  void AddReviewed(int n, double spread = 1, int64_t amount_fen = 1'000'000,
                   const std::string& category = "general");

  std::string SignInAs(const std::string& id, Role role, const std::string& scope = "");

  template <typename Request, typename Response>
  Result<Response> Ask(const std::string& token,
                       grpc::Status (v1::ApprovalService::Stub::*method)(grpc::ClientContext*,
                                                                         const Request&, Response*),
                       const Request& request) {
    const auto stub = v1::ApprovalService::NewStub(channel());
    grpc::ClientContext context;
    if (!token.empty()) context.AddMetadata("authorization", "Bearer " + token);
    Response response;
    Meet();
    const auto status = ((*stub).*method)(&context, request, &response);
    Meet();
    if (!status.ok()) return tl::unexpected(FromGrpc(status));
    return response;
  }

  // Tokens of a programme officer, an approver and an auditor of everything.
  const std::string& officer() const { return officer_; }
  const std::string& approver() const { return approver_; }
  const std::string& auditor() const { return auditor_; }

  // Takes a call as far as a test wants it; each step throws std::runtime_error where it is
  // refused.
  v1::Proposal Propose();
  v1::Proposal Sign(const v1::Proposal& proposal);
  v1::Notice Publish(const v1::Proposal& proposal);
  v1::Objection File(const v1::Notice& notice, const std::string& number,
                     const std::string& contact = "13800138000");
  v1::Objection Answer(const v1::Objection& objection, bool upheld);
  v1::Proposal Read(const std::string& proposal);
  std::vector<v1::ProposalItem> ReadItems(const std::string& proposal);

  FakeWorld& world();
  submissions::v1::Submission::State StateOf(int n);
  Instant Now() const;
  void MoveTo(const std::string& instant);
  // One value of a query, as the owner of the database.
  std::string Query(const std::string& sql);

 private:
  std::shared_ptr<grpc::Channel> channel();
  void Meet();

  template <typename Request, typename Response>
  Response Must(const std::string& token,
                grpc::Status (v1::ApprovalService::Stub::*method)(grpc::ClientContext*,
                                                                  const Request&, Response*),
                const Request& request) {
    auto answer = Ask(token, method, request);
    if (!answer) Fail(answer.error());
    return std::move(*answer);
  }
  [[noreturn]] static void Fail(const Error& error);

  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::string officer_, approver_, auditor_;
};

}  // namespace redpeak::approval::testing
