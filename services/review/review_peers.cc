#include "services/review/review_peers.h"

#include <algorithm>
#include <map>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"

namespace redpeak::review {
namespace {

using calls::v1::CallsService;
using identity::v1::IdentityService;
using submissions::v1::SubmissionsService;

constexpr int kSubmissionsPage =
    200;                             // with long abstracts a thousand would be too large a message
constexpr size_t kPeopleMax = 1000;  // that BatchGetPeople takes
constexpr size_t kAdvancedMax = 5000;  // that AdvanceSubmissions takes
// A file may take longer than the few seconds that peers are given to answer.
constexpr std::chrono::minutes kDownloadMax{10};

Result<submissions::v1::ListSubmissionsResponse> ListPage(
    Peers& peers, const Trace& trace, const submissions::v1::ListSubmissionsRequest& request) {
  return Ask<SubmissionsService>(peers, "submissions", trace,
                                 &SubmissionsService::Stub::ListSubmissions, request);
}

submissions::v1::ListSubmissionsRequest ListRequest(const std::string& call,
                                                    submissions::v1::Submission::State state,
                                                    int page_size) {
  submissions::v1::ListSubmissionsRequest request;
  request.set_call(call);
  request.set_state(state);
  request.set_page_size(page_size);
  return request;
}

// Runs fn on slices of at most `most` names.
template <typename Items, typename Fn>
Result<void> InSlices(const Items& items, size_t most, Fn fn) {
  for (size_t from = 0; from < items.size(); from += most) {
    const auto begin = items.begin() + static_cast<ptrdiff_t>(from);
    const auto end = items.begin() + static_cast<ptrdiff_t>(std::min(from + most, items.size()));
    REDPEAK_RETURN_IF_ERROR(fn(begin, end));
  }
  return {};
}

void AddPeople(identity::v1::BatchGetPeopleResponse& response, std::vector<PersonFacts>& facts) {
  std::map<std::string, std::string> names;
  for (const auto& one : response.organisations()) names[one.name()] = one.display_name();
  for (auto& person : *response.mutable_people()) {
    auto name = names[person.organisation()];
    facts.push_back({std::move(person), std::move(name)});
  }
}

class GrpcAttachmentReader final : public AttachmentReader {
 public:
  GrpcAttachmentReader(const std::shared_ptr<grpc::Channel>& channel, const Peers& peers,
                       const Trace& trace,
                       const submissions::v1::DownloadAttachmentRequest& request)
      : stub_(SubmissionsService::NewStub(channel)) {
    peers.Prepare(context_, trace);
    context_.set_deadline(
        std::min(trace.deadline, std::chrono::system_clock::now() + kDownloadMax));
    reader_ = stub_->DownloadAttachment(&context_, request);
  }
  ~GrpcAttachmentReader() override {
    if (finished_) return;
    context_.TryCancel();
    reader_->Finish();
  }

  Result<bool> Next(submissions::v1::DownloadAttachmentResponse& piece) override {
    if (reader_->Read(&piece)) return true;
    finished_ = true;
    const auto status = reader_->Finish();
    if (!status.ok()) return tl::unexpected(PeerError("submissions", status));
    return false;
  }

 private:
  std::unique_ptr<SubmissionsService::Stub> stub_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReader<submissions::v1::DownloadAttachmentResponse>> reader_;
  bool finished_ = false;
};

}  // namespace

Result<calls::v1::Call> GetCall(Peers& peers, const Trace& trace, const std::string& call) {
  calls::v1::GetCallRequest request;
  request.set_name(call);
  return Ask<CallsService>(peers, "calls", trace, &CallsService::Stub::GetCall, request);
}

Result<void> StartCallReview(Peers& peers, const Trace& trace, const std::string& call) {
  calls::v1::AdvanceCallRequest request;
  request.set_name(call);
  request.set_state(calls::v1::Call::IN_REVIEW);
  REDPEAK_RETURN_IF_ERROR(
      Ask<CallsService>(peers, "calls", trace, &CallsService::Stub::AdvanceCall, request));
  return {};
}

Result<std::vector<submissions::v1::Submission>> ListSubmissions(
    Peers& peers, const Trace& trace, const std::string& call,
    submissions::v1::Submission::State state) {
  auto request = ListRequest(call, state, kSubmissionsPage);
  std::vector<submissions::v1::Submission> all;
  do {
    REDPEAK_ASSIGN_OR_RETURN(auto page, ListPage(peers, trace, request));
    std::ranges::move(*page.mutable_submissions(), std::back_inserter(all));
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return all;
}

Result<bool> HasSubmissions(Peers& peers, const Trace& trace, const std::string& call,
                            submissions::v1::Submission::State state) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ListPage(peers, trace, ListRequest(call, state, 1)));
  return !page.submissions().empty();
}

Result<submissions::v1::Submission> GetSubmission(Peers& peers, const Trace& trace,
                                                  const std::string& submission) {
  submissions::v1::GetSubmissionRequest request;
  request.set_name(submission);
  return Ask<SubmissionsService>(peers, "submissions", trace,
                                 &SubmissionsService::Stub::GetSubmission, request);
}

Result<void> AdvanceSubmissions(Peers& peers, const Trace& trace, SubmissionAction::Action action,
                                const std::vector<SubmissionAction::Item>& items) {
  return InSlices(items, kAdvancedMax, [&](auto begin, auto end) -> Result<void> {
    SubmissionAction request;
    request.set_action(action);
    *request.mutable_items() = {begin, end};
    REDPEAK_RETURN_IF_ERROR(Ask<SubmissionsService>(
        peers, "submissions", trace, &SubmissionsService::Stub::AdvanceSubmissions, request));
    return {};
  });
}

Result<std::vector<PersonFacts>> GetPeople(Peers& peers, const Trace& trace,
                                           const std::vector<std::string>& people) {
  std::vector<PersonFacts> facts;
  REDPEAK_RETURN_IF_ERROR(InSlices(people, kPeopleMax, [&](auto begin, auto end) -> Result<void> {
    identity::v1::BatchGetPeopleRequest request;
    *request.mutable_names() = {begin, end};
    REDPEAK_ASSIGN_OR_RETURN(auto response,
                             Ask<IdentityService>(peers, "identity", trace,
                                                  &IdentityService::Stub::BatchGetPeople, request));
    AddPeople(response, facts);
    return {};
  }));
  return facts;
}

Result<void> GrantExpertRole(Peers& peers, const Trace& trace,
                             const std::vector<std::string>& people) {
  return InSlices(people, kPeopleMax, [&](auto begin, auto end) -> Result<void> {
    identity::v1::GrantPersonRoleRequest request;
    request.set_role(options::v1::EXPERT);
    *request.mutable_people() = {begin, end};
    REDPEAK_RETURN_IF_ERROR(Ask<IdentityService>(peers, "identity", trace,
                                                 &IdentityService::Stub::GrantPersonRole, request));
    return {};
  });
}

Result<std::unique_ptr<AttachmentReader>> AttachmentReader::Open(Peers& peers, const Trace& trace,
                                                                 const std::string& attachment,
                                                                 int64_t offset) {
  const auto channel = peers.Channel("submissions");
  if (!channel) {
    return tl::unexpected(
        PeerError("submissions", {grpc::StatusCode::UNAVAILABLE, "not configured"}));
  }
  submissions::v1::DownloadAttachmentRequest request;
  request.set_name(attachment);
  request.set_offset(offset);
  return std::make_unique<GrpcAttachmentReader>(channel, peers, trace, request);
}

}  // namespace redpeak::review
