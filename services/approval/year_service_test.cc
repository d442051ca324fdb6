// From the closed review to the approved projects with the real services.
#include <gmock/gmock.h>

#include "redpeak/approval/v1/approval_service.grpc.pb.h"
#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "tests/world.h"

namespace redpeak::approval {
namespace {

using calls::v1::CallsService;
using redpeak::testing::TestServer;
using redpeak::testing::World;
using submissions::v1::Submission;
using submissions::v1::SubmissionsService;
using ::testing::AnyOf;
using ::testing::IsEmpty;
using ::testing::Not;
using Stub = v1::ApprovalService::Stub;

// Six reviewed submissions, of which three are funded, with a notice of seven calendar days.
class Year : public ::testing::Test {
 protected:
  Year() : world_(server_) {
    call_ = world_.PublishCall("2022").name();
    submissions_ = world_.InReview(call_);
  }

  template <typename Request, typename Response>
  Response Must(const std::string& token,
                grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                const Request& request) {
    return world_.Must<v1::ApprovalService>(token, method, request);
  }
  v1::Proposal Propose() {
    v1::CreateProposalRequest request;
    request.set_call(call_);
    return Must(world_.officer(), &Stub::CreateProposal, request);
  }
  v1::Proposal Sign(const v1::Proposal& proposal) {
    v1::SignProposalRequest request;
    request.set_name(proposal.name());
    request.set_etag(proposal.etag());
    return Must(world_.approver(), &Stub::SignProposal, request);
  }
  v1::Notice Publish(const v1::Proposal& proposal) {
    v1::PublishNoticeRequest request;
    request.set_proposal(proposal.name());
    request.set_etag(proposal.etag());
    return Must(world_.officer(), &Stub::PublishNotice, request);
  }
  v1::Proposal Approve(const std::string& name) {
    v1::GetProposalRequest get;
    get.set_name(name);
    v1::ApproveProposalRequest request;
    request.set_name(name);
    request.set_etag(Must(world_.approver(), &Stub::GetProposal, get).etag());
    return Must(world_.approver(), &Stub::ApproveProposal, request);
  }
  void Strike(const v1::Notice& notice, const std::string& number) {
    v1::FileObjectionRequest file;
    file.set_parent(notice.name());
    file.mutable_objection()->set_submission_number(number);
    file.mutable_objection()->set_real_name("王小明");
    file.mutable_objection()->set_contact("wang@example.org");
    file.mutable_objection()->set_text("该项目与往年课题内容重复，请核查。");
    const auto filed = Must("", &Stub::FileObjection, file);
    v1::AnswerObjectionRequest answer;
    answer.set_name(filed.name());
    answer.set_upheld(true);
    answer.set_answer("经核查属实。");
    Must(world_.officer(), &Stub::AnswerObjection, answer);
  }
  // How many of their submissions the researchers are told to be in that status.
  int Told(Submission::Status status) {
    int told = 0;
    for (int i = 0; i < World::kResearchers; ++i) {
      submissions::v1::GetSubmissionRequest request;
      request.set_name(submissions_[static_cast<size_t>(i)]);
      const auto mine = world_.Must<SubmissionsService>(
          world_.researcher(i), &SubmissionsService::Stub::GetSubmission, request);
      if (mine.status() == status) ++told;
    }
    return told;
  }
  std::vector<v1::Award> Awards() {
    v1::ListAwardsRequest request;
    request.set_call(call_);
    const auto listed = Must("", &Stub::ListAwards, request);
    return {listed.awards().begin(), listed.awards().end()};
  }

  TestServer server_;
  World world_;
  std::string call_;
  std::vector<std::string> submissions_;
};

TEST_F(Year, WaitsForTheReviewToClose) {
  v1::CreateProposalRequest request;
  request.set_call(call_);
  const auto refused =
      server_.Ask<v1::ApprovalService>(world_.officer(), &Stub::CreateProposal, request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "REVIEW_NOT_CLOSED");
}

TEST_F(Year, EndsWithNumberedProjectsAndTellsEachResearcherInTime) {
  world_.Reviewed(call_);
  const auto proposal = Sign(Propose());
  EXPECT_EQ(proposal.proposed_count(), 3);
  EXPECT_EQ(Told(Submission::UNDER_REVIEW), 6) << "a proposal is not public";
  const auto notice = Publish(proposal);
  EXPECT_EQ(notice.item_count(), 3);
  EXPECT_EQ(Told(Submission::ON_NOTICE), 3);
  Strike(notice, notice.items(1).number());
  server_.MoveTo(FromProto(notice.end_time()));
  EXPECT_EQ(Approve(proposal.name()).state(), v1::Proposal::APPROVED);
  EXPECT_EQ(Told(Submission::FUNDED), 2);
  EXPECT_EQ(Told(Submission::NOT_FUNDED), 4);
  const auto awards = Awards();
  ASSERT_EQ(awards.size(), 2U);
  EXPECT_EQ(awards[0].project_number(), "CF2022-P-001");
  EXPECT_THAT(awards[0].leader(), Not(IsEmpty()));
  calls::v1::GetCallRequest get;
  get.set_name(call_);
  EXPECT_EQ(world_.Must<CallsService>("", &CallsService::Stub::GetCall, get).state(),
            calls::v1::Call::DECIDED);
}

TEST_F(Year, KeepsAConflictedApproverFromSigning) {
  world_.Reviewed(call_);
  const auto proposal = Propose();
  v1::SignProposalRequest request;
  request.set_name(proposal.name());
  request.set_etag(proposal.etag());
  int refused = 0;
  for (int i = 0; i < World::kResearchers; ++i) {
    const auto id = "r" + std::to_string(i);
    const auto leader = server_.SignInAs(id, Role::APPROVER, "", "organisations/u" + id);
    const auto answer = server_.Ask<v1::ApprovalService>(leader, &Stub::SignProposal, request);
    if (answer) continue;
    EXPECT_THAT(answer.error().reason, AnyOf("CONFLICT_OF_INTEREST", "ETAG_MISMATCH"));
    if (answer.error().reason == "CONFLICT_OF_INTEREST") ++refused;
  }
  EXPECT_GE(refused, 1);
}

}  // namespace
}  // namespace redpeak::approval
