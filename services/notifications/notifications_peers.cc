#include "services/notifications/notifications_peers.h"

#include "redpeak/approval/v1/approval_service.grpc.pb.h"
#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/base/page.h"

namespace redpeak::notifications {
namespace {

using approval::v1::ApprovalService;
using calls::v1::CallsService;
using identity::v1::IdentityService;
using review::v1::ReviewService;
using submissions::v1::SubmissionsService;

// What was found, or nothing where there is none.
template <typename T>
Result<std::optional<T>> IfThere(Result<T> found) {
  if (found) return std::make_optional(std::move(*found));
  const auto code = found.error().code;
  if (code == Code::kNotFound || code == Code::kFailedPrecondition) return std::nullopt;
  return tl::unexpected(std::move(found).error());
}

// The elements of all pages; `ask` gets one page, `elements` takes them out of it.
template <typename Element, typename Request, typename Ask, typename Elements>
Result<std::vector<Element>> AllPages(Request request, const Ask& ask, const Elements& elements) {
  std::vector<Element> all;
  request.set_page_size(kPageSizeMax);
  do {
    REDPEAK_ASSIGN_OR_RETURN(auto page, ask(request));
    for (auto& element : *elements(page)) all.push_back(std::move(element));
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return all;
}

}  // namespace

Result<identity::v1::BatchGetPeopleResponse> GetPeople(Peers& peers,
                                                       const std::set<std::string>& names,
                                                       const std::set<std::string>& accounts) {
  identity::v1::BatchGetPeopleRequest request;
  for (const auto& name : names) request.add_names(name);
  for (const auto& account : accounts) request.add_accounts(account);
  return Ask<IdentityService>(peers, "identity", {}, &IdentityService::Stub::BatchGetPeople,
                              request);
}

Result<std::vector<std::string>> ListHolders(Peers& peers, options::v1::Role role,
                                             const std::string& scope) {
  identity::v1::ListHoldersRequest request;
  request.set_role(role);
  request.set_scope(scope);
  REDPEAK_ASSIGN_OR_RETURN(
      const auto found,
      Ask<IdentityService>(peers, "identity", {}, &IdentityService::Stub::ListHolders, request));
  return std::vector<std::string>(found.people().begin(), found.people().end());
}

Result<std::optional<submissions::v1::Submission>> FindSubmission(Peers& peers,
                                                                  const std::string& name) {
  submissions::v1::GetSubmissionRequest request;
  request.set_name(name);
  return IfThere(Ask<SubmissionsService>(peers, "submissions", {},
                                         &SubmissionsService::Stub::GetSubmission, request));
}

Result<std::optional<calls::v1::Call>> FindCall(Peers& peers, const std::string& name) {
  calls::v1::GetCallRequest request;
  request.set_name(name);
  return IfThere(Ask<CallsService>(peers, "calls", {}, &CallsService::Stub::GetCall, request));
}

Result<std::optional<review::v1::Progress>> FindProgress(Peers& peers, const std::string& call) {
  review::v1::GetProgressRequest request;
  request.set_call(call);
  return IfThere(
      Ask<ReviewService>(peers, "review", {}, &ReviewService::Stub::GetProgress, request));
}

Result<std::vector<calls::v1::Call>> ListCalls(Peers& peers, calls::v1::Call::State state) {
  calls::v1::ListCallsRequest request;
  request.set_state(state);
  return AllPages<calls::v1::Call>(
      request,
      [&](const auto& page) {
        return Ask<CallsService>(peers, "calls", {}, &CallsService::Stub::ListCalls, page);
      },
      [](auto& page) { return page.mutable_calls(); });
}

Result<std::vector<submissions::v1::Submission>> ListSubmissions(
    Peers& peers, const std::string& call, submissions::v1::Submission::State state) {
  submissions::v1::ListSubmissionsRequest request;
  request.set_call(call);
  request.set_state(state);
  return AllPages<submissions::v1::Submission>(
      request,
      [&](const auto& page) {
        return Ask<SubmissionsService>(peers, "submissions", {},
                                       &SubmissionsService::Stub::ListSubmissions, page);
      },
      [](auto& page) { return page.mutable_submissions(); });
}

Result<int> CountWaiting(Peers& peers, const std::string& call) {
  submissions::v1::CountSubmissionsRequest request;
  request.set_call(call);
  REDPEAK_ASSIGN_OR_RETURN(
      const auto found,
      Ask<SubmissionsService>(peers, "submissions", {}, &SubmissionsService::Stub::CountSubmissions,
                              request));
  int waiting = 0;
  for (const auto& count : found.counts()) {
    const bool waits = count.state() == submissions::v1::Submission::SUBMITTED ||
                       count.state() == submissions::v1::Submission::ENDORSED;
    if (waits) waiting += count.count();
  }
  return waiting;
}

Result<std::vector<review::v1::Review>> ListReviews(Peers& peers, const std::string& call,
                                                    review::v1::Review::State state) {
  review::v1::ListReviewsRequest request;
  request.set_call(call);
  request.set_state(state);
  return AllPages<review::v1::Review>(
      request,
      [&](const auto& page) {
        return Ask<ReviewService>(peers, "review", {}, &ReviewService::Stub::ListReviews, page);
      },
      [](auto& page) { return page.mutable_reviews(); });
}

Result<std::vector<approval::v1::Notice>> ListNewNotices(Peers& peers) {
  REDPEAK_ASSIGN_OR_RETURN(
      const auto found,
      (Ask<ApprovalService, approval::v1::ListNoticesRequest, approval::v1::ListNoticesResponse>(
          peers, "approval", {}, &ApprovalService::Stub::ListNotices, {})));
  return std::vector<approval::v1::Notice>(found.notices().begin(), found.notices().end());
}

}  // namespace redpeak::notifications
