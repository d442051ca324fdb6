#include "services/approval/approval_peers.h"

#include <algorithm>
#include <set>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/approval/errors.h"

namespace redpeak::approval {
namespace {

using calls::v1::CallsService;
using review::v1::RankedSubmission;
using review::v1::ReviewService;
using submissions::v1::SubmissionsService;

// A submission may come with an abstract of 6 kB; a message must stay below gRPC's 4 MiB.
constexpr int kSubmissionsPage = 300;
constexpr int kRankingPage = 1000;
// As many as AdvanceSubmissions takes.
constexpr size_t kMovesMax = 5000;

}  // namespace

Result<calls::v1::Call> GetCall(Peers& peers, const Trace& trace, const std::string& call) {
  calls::v1::GetCallRequest request;
  request.set_name(call);
  return Ask<CallsService>(peers, "calls", trace, &CallsService::Stub::GetCall, request);
}

Result<std::vector<RankedSubmission>> ReadRanking(Peers& peers, const Trace& trace,
                                                  const std::string& call) {
  std::vector<RankedSubmission> ranking;
  review::v1::ListRankingRequest request;
  request.set_call(call);
  request.set_page_size(kRankingPage);
  do {
    REDPEAK_ASSIGN_OR_RETURN(
        auto page,
        Ask<ReviewService>(peers, "review", trace, &ReviewService::Stub::ListRanking, request));
    if (!page.closed()) return ReviewNotClosed(call);
    std::ranges::move(*page.mutable_submissions(), std::back_inserter(ranking));
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return ranking;
}

Result<Standings> ReadStandings(Peers& peers, const Trace& trace, const std::string& call) {
  Standings standings;
  submissions::v1::ListSubmissionsRequest request;
  request.set_call(call);
  request.set_page_size(kSubmissionsPage);
  do {
    REDPEAK_ASSIGN_OR_RETURN(
        const auto page,
        Ask<SubmissionsService>(peers, "submissions", trace,
                                &SubmissionsService::Stub::ListSubmissions, request));
    for (const auto& submission : page.submissions()) {
      standings[submission.name()] = {submission.state(), submission.leader(), submission.unit()};
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return standings;
}

Result<void> CheckConflicts(Peers& peers, const Trace& trace, const std::string& person,
                            const std::vector<std::string>& submissions) {
  if (submissions.empty()) return {};
  review::v1::FindPersonConflictsRequest request;
  request.set_person(person);
  request.mutable_submissions()->Assign(submissions.begin(), submissions.end());
  REDPEAK_ASSIGN_OR_RETURN(const auto found,
                           Ask<ReviewService>(peers, "review", trace,
                                              &ReviewService::Stub::FindPersonConflicts, request));
  std::set<std::string> conflicting;
  for (const auto& conflict : found.conflicts()) conflicting.insert(conflict.submission());
  if (conflicting.empty()) return {};
  return ConflictOfInterest({conflicting.begin(), conflicting.end()});
}

Result<void> Advance(Peers& peers, const Trace& trace, SubmissionAction action,
                     const std::vector<SubmissionMove>& moves) {
  for (size_t from = 0; from < moves.size(); from += kMovesMax) {
    submissions::v1::AdvanceSubmissionsRequest request;
    request.set_action(action);
    const auto to = std::min(moves.size(), from + kMovesMax);
    for (size_t i = from; i < to; ++i) *request.add_items() = moves[i];
    REDPEAK_RETURN_IF_ERROR(Ask<SubmissionsService>(
        peers, "submissions", trace, &SubmissionsService::Stub::AdvanceSubmissions, request));
  }
  return {};
}

Result<void> Advance(Peers& peers, const Trace& trace, SubmissionAction action,
                     const std::vector<std::string>& submissions) {
  std::vector<SubmissionMove> moves;
  for (const auto& submission : submissions) moves.emplace_back().set_name(submission);
  return Advance(peers, trace, action, moves);
}

Result<void> DecideCall(Peers& peers, const Trace& trace, const std::string& call) {
  calls::v1::AdvanceCallRequest request;
  request.set_name(call);
  request.set_state(calls::v1::Call::DECIDED);
  REDPEAK_RETURN_IF_ERROR(
      Ask<CallsService>(peers, "calls", trace, &CallsService::Stub::AdvanceCall, request));
  return {};
}

}  // namespace redpeak::approval
