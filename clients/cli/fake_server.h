#pragma once

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <string>
#include <vector>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"

// A server on a socket of this machine that says what a test wants, and keeps what it was told.
namespace redpeak::cli::testing {

class FakeCalls final : public calls::v1::CallsService::Service {
 public:
  grpc::Status ListCalls(grpc::ServerContext*, const calls::v1::ListCallsRequest* request,
                         calls::v1::ListCallsResponse* response) override;
  grpc::Status GetCall(grpc::ServerContext* context, const calls::v1::GetCallRequest* request,
                       calls::v1::Call* call) override;
  grpc::Status PublishCall(grpc::ServerContext*, const calls::v1::PublishCallRequest* request,
                           calls::v1::Call* call) override;

  int unavailable = 0;  // how many publications still fail
  std::vector<calls::v1::PublishCallRequest> published;
  std::vector<int> page_sizes;
  std::vector<std::string> authorizations;  // of GetCall
};

class FakeIdentity final : public identity::v1::IdentityService::Service {
 public:
  grpc::Status SignIn(grpc::ServerContext*, const identity::v1::SignInRequest* request,
                      identity::v1::SignInResponse* response) override;
};

class FakeSubmissions final : public submissions::v1::SubmissionsService::Service {
 public:
  grpc::Status GetSubmission(grpc::ServerContext*, const submissions::v1::GetSubmissionRequest*,
                             submissions::v1::Submission* submission) override;
  grpc::Status UploadAttachment(
      grpc::ServerContext*, grpc::ServerReader<submissions::v1::UploadAttachmentRequest>* reader,
      submissions::v1::Submission* submission) override;
  // Breaks off halfway, once.
  grpc::Status DownloadAttachment(
      grpc::ServerContext*, const submissions::v1::DownloadAttachmentRequest* request,
      grpc::ServerWriter<submissions::v1::DownloadAttachmentResponse>* writer) override;

  submissions::v1::Submission stored;
  submissions::v1::UploadAttachmentRequest::Start start;
  std::string bytes;
  std::vector<int64_t> offsets;
};

class FakeServer {
 public:
  FakeServer();
  ~FakeServer() { server_->Shutdown(); }

  const std::string& address() const { return address_; }

  FakeCalls calls;
  FakeIdentity identity;
  FakeSubmissions submissions;

 private:
  std::string address_;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace redpeak::cli::testing
