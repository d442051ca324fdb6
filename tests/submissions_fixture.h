#pragma once

#include <gmock/gmock.h>

#include <string>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "tests/server.h"
#include "tests/world.h"

namespace redpeak::testing {

// Tests of the submissions service on a server of their own, with short names for what they ask.
class SubmissionsFixture : public ::testing::Test {
 protected:
  using Stub = submissions::v1::SubmissionsService::Stub;
  using Submission = submissions::v1::Submission;

  template <typename Request, typename Response>
  Result<Response> Ask(const std::string& token,
                       grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                    Response*),
                       const Request& request) {
    return server_.Ask<submissions::v1::SubmissionsService>(token, method, request);
  }
  // As another service of the system.
  template <typename Request, typename Response>
  Result<Response> AskAsService(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                             Response*),
                                const Request& request) {
    return server_.AskAs<submissions::v1::SubmissionsService>("review", method, request);
  }

  Result<Submission> Get(const std::string& token, const std::string& name) {
    submissions::v1::GetSubmissionRequest request;
    request.set_name(name);
    return Ask(token, &Stub::GetSubmission, request);
  }
  Result<Submission> Update(const std::string& token, const Submission& submission,
                            const std::vector<std::string>& paths) {
    submissions::v1::UpdateSubmissionRequest request;
    *request.mutable_submission() = submission;
    for (const auto& path : paths) request.mutable_update_mask()->add_paths(path);
    return Ask(token, &Stub::UpdateSubmission, request);
  }
  Result<Submission> Submit(const std::string& token, const std::string& name,
                            const std::string& etag = "", const std::string& request_id = "") {
    submissions::v1::SubmitSubmissionRequest request;
    request.set_name(name);
    request.set_etag(etag);
    request.set_request_id(request_id);
    return Ask(token, &Stub::SubmitSubmission, request);
  }
  Result<Submission> Withdraw(const std::string& token, const std::string& name) {
    submissions::v1::WithdrawSubmissionRequest request;
    request.set_name(name);
    request.set_reason("reconsidered");
    return Ask(token, &Stub::WithdrawSubmission, request);
  }
  Result<Submission> Return(const std::string& token, const std::string& name,
                            const std::string& correct_by = "") {
    submissions::v1::ReturnSubmissionRequest request;
    request.set_name(name);
    request.set_reason("the seal is missing");
    if (!correct_by.empty()) *request.mutable_correct_by() = ToProto(At(correct_by));
    return Ask(token, &Stub::ReturnSubmission, request);
  }
  Result<Submission> Endorse(const std::string& token, const std::string& name) {
    submissions::v1::EndorseSubmissionRequest request;
    request.set_name(name);
    return Ask(token, &Stub::EndorseSubmission, request);
  }
  Result<Submission> Check(const std::string& token, const std::string& name) {
    submissions::v1::CheckFormalityRequest request;
    request.set_name(name);
    return Ask(token, &Stub::CheckFormality, request);
  }
  Result<Submission> Accept(const std::string& token, const std::string& name,
                            const std::string& etag) {
    submissions::v1::AcceptSubmissionRequest request;
    request.set_name(name);
    request.set_etag(etag);
    return Ask(token, &Stub::AcceptSubmission, request);
  }
  Result<Submission> Refuse(const std::string& token, const std::string& name,
                            const std::string& etag, const std::vector<std::string>& reasons) {
    submissions::v1::RefuseSubmissionRequest request;
    request.set_name(name);
    request.set_etag(etag);
    for (const auto& reason : reasons) request.add_reasons(reason);
    return Ask(token, &Stub::RefuseSubmission, request);
  }
  Result<submissions::v1::AdvanceSubmissionsResponse> Advance(
      submissions::v1::AdvanceSubmissionsRequest::Action action,
      const std::vector<std::string>& names) {
    submissions::v1::AdvanceSubmissionsRequest request;
    request.set_action(action);
    for (const auto& name : names) {
      auto& item = *request.add_items();
      item.set_name(name);
      item.set_score(80);
      item.set_project_number("P-" + name.substr(name.size() - 6));
    }
    return AskAsService(&Stub::AdvanceSubmissions, request);
  }
  // A new call like World's sample, changed, published.
  calls::v1::Call Publish(const std::string& id, void (*change)(calls::v1::Call& call)) {
    using calls::v1::CallsService;
    calls::v1::CreateCallRequest create;
    create.set_call_id(id);
    *create.mutable_call() = World::SampleCall();
    change(*create.mutable_call());
    const auto draft =
        world_.Must<CallsService>(world_.officer(), &CallsService::Stub::CreateCall, create);
    calls::v1::PublishCallRequest publish;
    publish.set_name(draft.name());
    publish.set_etag(draft.etag());
    return world_.Must<CallsService>(world_.officer(), &CallsService::Stub::PublishCall, publish);
  }

  TestServer server_;
  World world_{server_};
};

// The reason for which something was refused; empty if it was not.
template <typename T>
std::string ReasonOf(const Result<T>& result) {
  return result ? "" : result.error().reason;
}

}  // namespace redpeak::testing
