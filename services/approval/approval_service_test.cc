#include <gmock/gmock.h>

#include "services/approval/fake_peers.h"

namespace redpeak::approval {
namespace {

using submissions::v1::AdvanceSubmissionsRequest;
using submissions::v1::Submission;
using testing::ApprovalServer;
using ::testing::IsEmpty;
using v1::Notice;
using v1::Proposal;
using Stub = v1::ApprovalService::Stub;

constexpr char kAfterNotice[] = "2022-06-30T09:00:00+08:00";

// Two of four on notice, the first general and the second key.
class ApprovalService : public ::testing::Test {
 protected:
  ApprovalService() {
    server_.AddReviewed(1);
    server_.AddReviewed(2, 1, 3'000'000, "key");
    server_.AddReviewed(3);
    server_.AddReviewed(4);
    const auto signed_one = server_.Sign(server_.Propose());
    notice_ = server_.Publish(signed_one);
    name_ = signed_one.name();
  }

  Result<Proposal> Approve(const std::string& token) {
    v1::ApproveProposalRequest request;
    request.set_name(name_);
    request.set_etag(server_.Read(name_).etag());
    return server_.Ask(token, &Stub::ApproveProposal, request);
  }
  std::string ReasonOfApproving() {
    const auto answer = Approve(server_.approver());
    return answer ? "" : answer.error().reason;
  }
  std::vector<v1::Award> Awards() {
    v1::ListAwardsRequest request;
    request.set_call("calls/2022");
    const auto listed = server_.Ask("", &Stub::ListAwards, request);
    return {listed->awards().begin(), listed->awards().end()};
  }
  std::string CountOf(const std::string& kind) {
    return server_.Query("SELECT count(*) FROM base.events WHERE kind = '" + kind + "'");
  }
  void ExpectApproved() {
    EXPECT_EQ(server_.StateOf(1), Submission::APPROVED);
    EXPECT_EQ(server_.StateOf(2), Submission::APPROVED);
    EXPECT_EQ(server_.StateOf(3), Submission::NOT_APPROVED);
    EXPECT_EQ(server_.world().submissions["submissions/s2"].project_number(), "CF2022-P-001");
    EXPECT_EQ(server_.world().submissions["submissions/s1"].project_number(), "CF2022-P-002");
    EXPECT_EQ(server_.world().call.state(), calls::v1::Call::DECIDED);
    EXPECT_EQ(Awards().size(), 2U);
    EXPECT_EQ(CountOf("submission_approved"), "2");
  }

  ApprovalServer server_;
  Notice notice_;
  std::string name_;
};

TEST_F(ApprovalService, ApprovesNumbersAndTellsEverybody) {
  server_.MoveTo(kAfterNotice);
  const auto approved = Approve(server_.approver());
  ASSERT_TRUE(approved) << approved.error().message;
  EXPECT_EQ(approved->state(), Proposal::APPROVED);
  ExpectApproved();
  const auto awards = Awards();
  EXPECT_EQ(awards[0].name(), "awards/CF2022-P-001");
  EXPECT_EQ(awards[0].submission(), "submissions/s2");
  EXPECT_EQ(awards[0].amount_fen(), 3'000'000);
  EXPECT_EQ(awards[1].leader(), "people/p1");
  v1::GetNoticeRequest get;
  get.set_name(notice_.name());
  const auto notice = server_.Ask("", &Stub::GetNotice, get);
  EXPECT_EQ(notice->state(), Notice::CLOSED);
  EXPECT_EQ(notice->items(0).project_number(), "CF2022-P-001");
  EXPECT_EQ(server_.Query("SELECT subject FROM base.events WHERE kind = 'submission_approved' "
                          "ORDER BY id LIMIT 1"),
            "submissions/s2");
  EXPECT_EQ(ReasonOfApproving(), "STATE_WRONG");
}

TEST_F(ApprovalService, WaitsForTheNoticeAndForAnswers) {
  EXPECT_EQ(ReasonOfApproving(), "NOTICE_RUNNING");
  const auto objection = server_.File(notice_, "CF2022-000001");
  server_.MoveTo(kAfterNotice);
  EXPECT_EQ(ReasonOfApproving(), "OBJECTIONS_OPEN");
  EXPECT_EQ(server_.StateOf(1), Submission::PROPOSED);
  server_.Answer(objection, false);
  EXPECT_EQ(ReasonOfApproving(), "");
  ExpectApproved();
}

TEST_F(ApprovalService, LeavesOutWhatAnObjectionTookOff) {
  server_.Answer(server_.File(notice_, "CF2022-000002"), true);
  server_.MoveTo(kAfterNotice);
  ASSERT_EQ(ReasonOfApproving(), "");
  ASSERT_EQ(Awards().size(), 1U);
  EXPECT_EQ(Awards()[0].submission(), "submissions/s1");
  EXPECT_EQ(Awards()[0].project_number(), "CF2022-P-001");
  EXPECT_EQ(server_.StateOf(2), Submission::NOT_APPROVED);
}

TEST_F(ApprovalService, LeavesOutTheWithdrawnAndShowsThem) {
  server_.world().submissions["submissions/s1"].set_state(Submission::WITHDRAWN);
  server_.MoveTo(kAfterNotice);
  ASSERT_EQ(ReasonOfApproving(), "");
  EXPECT_EQ(Awards().size(), 1U);
  const auto item = server_.ReadItems(name_)[0];
  EXPECT_FALSE(item.proposed());
  EXPECT_EQ(item.removal(), v1::ProposalItem::SUBMISSION_WITHDRAWN);
  EXPECT_EQ(server_.Read(name_).proposed_count(), 1);
}

TEST_F(ApprovalService, CompletesWhatFailedHalfwayWithTheSameNumbers) {
  server_.MoveTo(kAfterNotice);
  server_.world().failing = {AdvanceSubmissionsRequest::DO_NOT_APPROVE};
  EXPECT_EQ(ReasonOfApproving(), "PEER_UNAVAILABLE");
  EXPECT_EQ(server_.StateOf(1), Submission::APPROVED) << "the first step is done";
  EXPECT_THAT(Awards(), IsEmpty());
  server_.world().failing.clear();
  server_.world().call_failing = true;
  EXPECT_EQ(ReasonOfApproving(), "PEER_UNAVAILABLE");
  EXPECT_EQ(server_.StateOf(3), Submission::NOT_APPROVED) << "and the second";
  EXPECT_EQ(server_.Read(name_).state(), Proposal::ON_NOTICE);
  server_.world().call_failing = false;
  EXPECT_EQ(ReasonOfApproving(), "");
  ExpectApproved();
}

TEST_F(ApprovalService, IsDecidedByAnotherWithoutAConflict) {
  server_.MoveTo(kAfterNotice);
  const auto reason = [&](const std::string& token) {
    const auto answer = Approve(token);
    return answer ? "" : answer.error().reason;
  };
  EXPECT_EQ(reason(server_.SignInAs("officer", Role::APPROVER)), "SELF_APPROVAL");
  EXPECT_EQ(reason(server_.SignInAs("other", Role::APPROVER, "calls/2021")), "NOT_FOUND");
  server_.world().conflicts = {"submissions/s1"};
  EXPECT_EQ(reason(server_.approver()), "CONFLICT_OF_INTEREST");
  server_.world().conflicts.clear();
  EXPECT_EQ(reason(server_.approver()), "");
}

TEST_F(ApprovalService, NeedsTheEtagOfWhatWasRead) {
  server_.MoveTo(kAfterNotice);
  v1::ApproveProposalRequest request;
  request.set_name(name_);
  const auto reason = [&] {
    return server_.Ask(server_.approver(), &Stub::ApproveProposal, request).error().reason;
  };
  EXPECT_EQ(reason(), "ETAG_REQUIRED");
  request.set_etag("1");
  EXPECT_EQ(reason(), "ETAG_MISMATCH");
  EXPECT_EQ(server_.StateOf(1), Submission::PROPOSED);
}

TEST_F(ApprovalService, TakesNoNumberTwice) {
  server_.Query("INSERT INTO approval.awards VALUES ('CF2022-P-002', '" +
                name_.substr(name_.rfind('/') + 1) +
                "', 'other', 's9', '', '', '', '', '', '', 0, now())");
  server_.MoveTo(kAfterNotice);
  EXPECT_EQ(ReasonOfApproving(), "ALREADY_EXISTS");
  EXPECT_EQ(server_.StateOf(1), Submission::PROPOSED) << "nothing was moved";
}

TEST_F(ApprovalService, ListsAwardsByPages) {
  server_.MoveTo(kAfterNotice);
  ASSERT_EQ(ReasonOfApproving(), "");
  v1::ListAwardsRequest request;
  request.set_page_size(1);
  auto page = server_.Ask("", &Stub::ListAwards, request);
  ASSERT_EQ(page->awards_size(), 1);
  request.set_page_token(page->next_page_token());
  page = server_.Ask("", &Stub::ListAwards, request);
  EXPECT_EQ(page->awards(0).project_number(), "CF2022-P-002");
  EXPECT_THAT(page->next_page_token(), IsEmpty());
  request.set_call("no call");
  EXPECT_EQ(server_.Ask("", &Stub::ListAwards, request).error().reason, "FIELD_INVALID");
}

TEST_F(ApprovalService, CannotBeWithdrawnOnceOnNotice) {
  v1::WithdrawProposalRequest request;
  request.set_name(name_);
  request.set_reason("名单有误");
  EXPECT_EQ(server_.Ask(server_.officer(), &Stub::WithdrawProposal, request).error().reason,
            "STATE_WRONG");
  EXPECT_EQ(server_.StateOf(1), Submission::PROPOSED);
}

}  // namespace
}  // namespace redpeak::approval
