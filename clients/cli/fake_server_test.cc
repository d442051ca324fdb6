#include "clients/cli/fake_server.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "services/base/errors.h"
#include "services/base/wire.h"

namespace redpeak::cli::testing {
namespace {

constexpr int kPages = 3;

std::string Header(const grpc::ServerContext& context, const std::string& name) {
  const auto it = context.client_metadata().find(name);
  if (it == context.client_metadata().end()) return {};
  return {it->second.data(), it->second.size()};
}

}  // namespace

grpc::Status FakeCalls::ListCalls(grpc::ServerContext*, const calls::v1::ListCallsRequest* request,
                                  calls::v1::ListCallsResponse* response) {
  page_sizes.push_back(request->page_size());
  const auto page = request->page_token().empty() ? 1 : std::stoi(request->page_token());
  auto& call = *response->add_calls();
  call.set_name("calls/" + std::to_string(page));
  call.set_year(2022);
  if (page < kPages) response->set_next_page_token(std::to_string(page + 1));
  return grpc::Status::OK;
}

grpc::Status FakeCalls::GetCall(grpc::ServerContext* context,
                                const calls::v1::GetCallRequest* request, calls::v1::Call* call) {
  authorizations.push_back(Header(*context, "authorization"));
  if (request->name() == "calls/missing") return ToGrpc(NotFound(request->name()).value());
  call->set_name(request->name());
  call->set_title("草原研究");
  call->set_etag("7");
  return grpc::Status::OK;
}

grpc::Status FakeCalls::PublishCall(grpc::ServerContext*,
                                    const calls::v1::PublishCallRequest* request,
                                    calls::v1::Call* call) {
  published.push_back(*request);
  if (unavailable > 0 && unavailable-- > 0) return ToGrpc(OutcomeUnknown().value());
  call->set_name(request->name());
  call->set_state(calls::v1::Call::PUBLISHED);
  return grpc::Status::OK;
}

grpc::Status FakeIdentity::SignIn(grpc::ServerContext*, const identity::v1::SignInRequest* request,
                                  identity::v1::SignInResponse* response) {
  if (request->password() != "a good password") {
    return ToGrpc({Code::kUnauthenticated, "CREDENTIALS_WRONG", "wrong"});
  }
  response->set_token("token of " + request->login());
  response->mutable_account()->set_login(request->login());
  return grpc::Status::OK;
}

grpc::Status FakeSubmissions::GetSubmission(grpc::ServerContext*,
                                            const submissions::v1::GetSubmissionRequest*,
                                            submissions::v1::Submission* submission) {
  *submission = stored;
  return grpc::Status::OK;
}

grpc::Status FakeSubmissions::UploadAttachment(
    grpc::ServerContext*, grpc::ServerReader<submissions::v1::UploadAttachmentRequest>* reader,
    submissions::v1::Submission* submission) {
  submissions::v1::UploadAttachmentRequest part;
  while (reader->Read(&part)) {
    if (part.has_start()) start = part.start();
    bytes += part.data();
    if (bytes.starts_with("bad")) return ToGrpc({Code::kInvalidArgument, "FILE_TYPE", "no"});
  }
  submission->add_attachments()->set_file_name(start.file_name());
  return grpc::Status::OK;
}

grpc::Status FakeSubmissions::DownloadAttachment(
    grpc::ServerContext*, const submissions::v1::DownloadAttachmentRequest* request,
    grpc::ServerWriter<submissions::v1::DownloadAttachmentResponse>* writer) {
  offsets.push_back(request->offset());
  const bool first = offsets.size() == 1;
  const auto rest = bytes.substr(static_cast<size_t>(request->offset()));
  submissions::v1::DownloadAttachmentResponse piece;
  piece.set_data(first ? rest.substr(0, rest.size() / 2) : rest);
  writer->Write(piece);
  return first ? grpc::Status(grpc::StatusCode::UNAVAILABLE, "broken off") : grpc::Status::OK;
}

FakeServer::FakeServer()
    : address_("unix:" + ::testing::TempDir() + "redpeak_cli_test_" + std::to_string(getpid()) +
               ".sock") {
  grpc::ServerBuilder builder;
  builder.AddListeningPort(address_, grpc::InsecureServerCredentials());
  for (grpc::Service* service :
       std::initializer_list<grpc::Service*>{&calls, &identity, &submissions}) {
    builder.RegisterService(service);
  }
  server_ = builder.BuildAndStart();
}

}  // namespace redpeak::cli::testing
