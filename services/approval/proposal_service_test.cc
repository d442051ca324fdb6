#include <gmock/gmock.h>

#include "services/approval/fake_peers.h"

namespace redpeak::approval {
namespace {

using submissions::v1::AdvanceSubmissionsRequest;
using submissions::v1::Submission;
using testing::ApprovalServer;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using v1::Proposal;
using v1::ProposalItem;
using Stub = v1::ApprovalService::Stub;

// A closed review of three, of which two are funded.
class ProposalService : public ::testing::Test {
 protected:
  ProposalService() {
    for (int n = 1; n <= 3; ++n) server_.AddReviewed(n);
  }

  Result<Proposal> Create(const std::string& token, const std::string& call = "calls/2022") {
    v1::CreateProposalRequest request;
    request.set_call(call);
    return server_.Ask(token, &Stub::CreateProposal, request);
  }
  Result<Proposal> Except(const Proposal& proposal, int n, bool proposed,
                          const std::string& reason = "经主席办公会研究") {
    v1::SetExceptionRequest request;
    request.set_name(proposal.name());
    request.set_submission("submissions/s" + std::to_string(n));
    request.set_proposed(proposed);
    request.set_reason(reason);
    return server_.Ask(server_.officer(), &Stub::SetException, request);
  }
  Result<Proposal> Sign(const Proposal& proposal, const std::string& token) {
    v1::SignProposalRequest request;
    request.set_name(proposal.name());
    request.set_etag(proposal.etag());
    return server_.Ask(token, &Stub::SignProposal, request);
  }
  Result<Proposal> Withdraw(const Proposal& proposal, const std::string& reason = "名单有误") {
    v1::WithdrawProposalRequest request;
    request.set_name(proposal.name());
    request.set_reason(reason);
    return server_.Ask(server_.officer(), &Stub::WithdrawProposal, request);
  }
  // Which of the items are proposed, by receipt number.
  std::vector<std::string> In(const Proposal& proposal) {
    std::vector<std::string> numbers;
    for (const auto& item : server_.ReadItems(proposal.name())) {
      if (item.proposed()) numbers.push_back(item.number());
    }
    return numbers;
  }
  static std::string ReasonOf(const Result<Proposal>& answer) {
    return answer ? "" : answer.error().reason;
  }

  ApprovalServer server_;
};

TEST_F(ProposalService, DrawsTheLineThroughTheRanking) {
  const auto proposal = server_.Propose();
  EXPECT_EQ(proposal.state(), Proposal::DRAFT);
  EXPECT_EQ(proposal.funded_count(), 2);
  EXPECT_EQ(proposal.proposed_count(), 2);
  EXPECT_EQ(proposal.proposed_fen(), 2'000'000);
  EXPECT_THAT(In(proposal), ElementsAre("CF2022-000001", "CF2022-000002"));
  const auto items = server_.ReadItems(proposal.name());
  EXPECT_EQ(items[0].leader(), "people/p1");
  EXPECT_EQ(items[0].leader_name(), "负责人1");
  EXPECT_EQ(items[2].rank(), 3);
  EXPECT_FALSE(items[2].by_ranking());
  EXPECT_EQ(server_.Query("SELECT count(*) FROM base.events WHERE kind = 'proposal_changed'"), "1");
}

TEST_F(ProposalService, ProposesNothingWhileTheReviewIsOpen) {
  server_.world().review_closed = false;
  EXPECT_EQ(ReasonOf(Create(server_.officer())), "REVIEW_NOT_CLOSED");
  server_.world().review_closed = true;
  server_.world().call.set_state(calls::v1::Call::CLOSED);
  EXPECT_EQ(ReasonOf(Create(server_.officer())), "REVIEW_NOT_CLOSED");
  server_.world().call.set_state(calls::v1::Call::DECIDED);
  EXPECT_EQ(ReasonOf(Create(server_.officer())), "STATE_WRONG");
}

TEST_F(ProposalService, IsMadeByOfficersOfTheCallOnly) {
  EXPECT_EQ(ReasonOf(Create(server_.SignInAs("other", Role::PROGRAMME_OFFICER, "calls/2021"))),
            "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Create(server_.approver())), "ROLE_MISSING");
  EXPECT_EQ(ReasonOf(Create(server_.officer(), "calls/2021")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Create(server_.officer(), "2022")), "FIELD_INVALID");
  EXPECT_TRUE(Create(server_.SignInAs("own", Role::PROGRAMME_OFFICER, "calls/2022")));
}

TEST_F(ProposalService, LivesAloneInItsCall) {
  const auto first = server_.Propose();
  const auto second = Create(server_.officer());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().reason, "ALREADY_EXISTS");
  EXPECT_EQ(second.error().metadata.at("name"), first.name());
  EXPECT_EQ(Withdraw(first)->state(), Proposal::WITHDRAWN);
  EXPECT_EQ(ReasonOf(Withdraw(first)), "STATE_WRONG");
  const auto third = server_.Propose();
  v1::ListProposalsRequest list;
  list.set_call("calls/2022");
  const auto listed = server_.Ask(server_.auditor(), &Stub::ListProposals, list);
  ASSERT_EQ(listed->proposals_size(), 2);
  EXPECT_EQ(listed->proposals(0).name(), third.name());
}

TEST_F(ProposalService, IsReadByStaffOfTheCallOnly) {
  const auto proposal = server_.Propose();
  const auto stranger = server_.SignInAs("other", Role::AUDITOR, "calls/2021");
  v1::GetProposalRequest get;
  get.set_name(proposal.name());
  EXPECT_EQ(ReasonOf(server_.Ask(stranger, &Stub::GetProposal, get)), "NOT_FOUND");
  v1::ListProposalItemsRequest items;
  items.set_parent(proposal.name());
  EXPECT_EQ(server_.Ask(stranger, &Stub::ListProposalItems, items).error().reason, "NOT_FOUND");
  v1::ListProposalsRequest list;
  list.set_call("calls/2022");
  EXPECT_EQ(server_.Ask(stranger, &Stub::ListProposals, list).error().reason, "NOT_FOUND");
  get.set_name("calls/2022/proposals/none");
  EXPECT_EQ(ReasonOf(server_.Ask(server_.auditor(), &Stub::GetProposal, get)), "NOT_FOUND");
}

TEST_F(ProposalService, ListsItemsByPages) {
  v1::ListProposalItemsRequest request;
  request.set_parent(server_.Propose().name());
  request.set_page_size(2);
  auto page = server_.Ask(server_.auditor(), &Stub::ListProposalItems, request);
  ASSERT_EQ(page->items_size(), 2);
  request.set_page_token(page->next_page_token());
  page = server_.Ask(server_.auditor(), &Stub::ListProposalItems, request);
  ASSERT_EQ(page->items_size(), 1);
  EXPECT_EQ(page->items(0).number(), "CF2022-000003");
  EXPECT_THAT(page->next_page_token(), IsEmpty());
  request.set_proposed_only(true);
  EXPECT_EQ(server_.Ask(server_.auditor(), &Stub::ListProposalItems, request).error().reason,
            "PAGE_TOKEN_INVALID");
  request.set_page_size(-1);
  EXPECT_EQ(server_.Ask(server_.auditor(), &Stub::ListProposalItems, request).error().reason,
            "FIELD_INVALID");
}

TEST_F(ProposalService, TakesExceptionsWithAReason) {
  const auto proposal = server_.Propose();
  EXPECT_EQ(Except(proposal, 3, true, " ").error().violations.front().field, "reason");
  const auto more = Except(proposal, 3, true);
  ASSERT_TRUE(more);
  EXPECT_EQ(more->proposed_count(), 3);
  EXPECT_EQ(more->proposed_fen(), 3'000'000);
  EXPECT_NE(more->etag(), proposal.etag());
  EXPECT_EQ(server_.ReadItems(proposal.name())[2].exception_reason(), "经主席办公会研究");
  EXPECT_EQ(ReasonOf(Except(proposal, 9, true)), "NOT_FOUND");
  EXPECT_EQ(Except(proposal, 3, false)->proposed_count(), 2);
  EXPECT_THAT(server_.ReadItems(proposal.name())[2].exception_reason(), IsEmpty());
}

TEST_F(ProposalService, RefusesAnExceptionToWhatHasChanged) {
  const auto proposal = server_.Propose();
  ASSERT_TRUE(Except(proposal, 3, true));
  v1::SetExceptionRequest request;
  request.set_name(proposal.name());
  request.set_submission("submissions/s1");
  request.set_reason("理由");
  request.set_etag(proposal.etag());
  EXPECT_EQ(ReasonOf(server_.Ask(server_.officer(), &Stub::SetException, request)),
            "ETAG_MISMATCH");
}

TEST_F(ProposalService, IsSignedByAnApprover) {
  const auto proposal = server_.Propose();
  const auto signed_one = Sign(proposal, server_.approver());
  ASSERT_TRUE(signed_one) << signed_one.error().message;
  EXPECT_EQ(signed_one->state(), Proposal::SIGNED);
  EXPECT_EQ(signed_one->sign_name(), "approver");
  EXPECT_EQ(FromProto(signed_one->sign_time()), server_.Now());
  EXPECT_EQ(server_.StateOf(1), Submission::PROPOSED);
  EXPECT_EQ(server_.StateOf(2), Submission::PROPOSED);
  EXPECT_EQ(server_.StateOf(3), Submission::NOT_PROPOSED);
  EXPECT_EQ(ReasonOf(Except(proposal, 3, true)), "STATE_WRONG");
}

TEST_F(ProposalService, IsNotSignedUnseen) {
  auto proposal = server_.Propose();
  proposal.clear_etag();
  EXPECT_EQ(ReasonOf(Sign(proposal, server_.approver())), "ETAG_REQUIRED");
  proposal.set_etag("7");
  EXPECT_EQ(ReasonOf(Sign(proposal, server_.approver())), "ETAG_MISMATCH");
  EXPECT_THAT(server_.world().actions, IsEmpty());
}

TEST_F(ProposalService, IsNotSignedByWhoMadeItOrSetAnException) {
  const auto both = [&](const std::string& id) { return server_.SignInAs(id, Role::APPROVER, ""); };
  auto proposal = server_.Propose();
  EXPECT_EQ(ReasonOf(Sign(proposal, both("officer"))), "SELF_APPROVAL");
  v1::SetExceptionRequest request;
  request.set_name(proposal.name());
  request.set_submission("submissions/s2");
  request.set_reason("负责人调离");
  const auto deputy = server_.SignInAs("deputy", Role::PROGRAMME_OFFICER);
  proposal = server_.Ask(deputy, &Stub::SetException, request).value();
  EXPECT_EQ(ReasonOf(Sign(proposal, both("deputy"))), "SELF_APPROVAL");
  EXPECT_EQ(ReasonOf(Sign(proposal, server_.approver())), "");
}

TEST_F(ProposalService, IsNotSignedAboveItsLimit) {
  const auto more = Except(server_.Propose(), 3, true).value();
  EXPECT_EQ(ReasonOf(Sign(more, server_.approver())), "LIMIT_EXCEEDED");
  EXPECT_TRUE(Sign(Except(more, 1, false).value(), server_.approver()));
}

TEST_F(ProposalService, IsNotSignedByWhoHasToDoWithIt) {
  server_.world().conflicts = {"submissions/s3"};
  const auto proposal = server_.Propose();
  server_.world().conflicts = {"submissions/s2", "submissions/s3"};
  const auto refused = Sign(proposal, server_.approver());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "CONFLICT_OF_INTEREST");
  EXPECT_EQ(refused.error().metadata.at("submissions"), "submissions/s2") << "3 is not proposed";
  server_.world().conflicts = {"submissions/s3"};
  EXPECT_TRUE(Sign(proposal, server_.approver()));
}

TEST_F(ProposalService, IsNotSignedWithAWithdrawnSubmission) {
  const auto proposal = server_.Propose();
  server_.world().submissions["submissions/s2"].set_state(Submission::WITHDRAWN);
  server_.world().submissions["submissions/s3"].set_state(Submission::WITHDRAWN);
  const auto refused = Sign(proposal, server_.approver());
  EXPECT_EQ(ReasonOf(refused), "STATE_WRONG");
  EXPECT_EQ(refused.error().metadata.at("name"), "submissions/s2");
  const auto without = Except(proposal, 2, false, "已撤回").value();
  ASSERT_TRUE(Sign(without, server_.approver()));
  const auto items = server_.ReadItems(proposal.name());
  EXPECT_EQ(items[1].removal(), ProposalItem::SUBMISSION_WITHDRAWN);
  EXPECT_EQ(items[2].removal(), ProposalItem::SUBMISSION_WITHDRAWN);
  EXPECT_EQ(server_.StateOf(1), Submission::PROPOSED);
}

TEST_F(ProposalService, DrawsTheLineAnewWithoutTheWithdrawn) {
  server_.world().submissions["submissions/s1"].set_state(Submission::WITHDRAWN);
  const auto proposal = server_.Propose();
  EXPECT_THAT(In(proposal), ElementsAre("CF2022-000002", "CF2022-000003"));
  EXPECT_EQ(server_.ReadItems(proposal.name())[0].removal(), ProposalItem::SUBMISSION_WITHDRAWN);
  EXPECT_EQ(ReasonOf(Except(proposal, 1, true)), "STATE_WRONG");
}

TEST_F(ProposalService, CompletesASignatureThatFailedHalfway) {
  auto proposal = server_.Propose();
  server_.world().failing = {AdvanceSubmissionsRequest::DO_NOT_PROPOSE};
  EXPECT_EQ(ReasonOf(Sign(proposal, server_.approver())), "PEER_UNAVAILABLE");
  EXPECT_EQ(server_.StateOf(1), Submission::PROPOSED);
  EXPECT_EQ(server_.Read(proposal.name()).state(), Proposal::DRAFT);
  // Meanwhile the officer changes the list: 1 is out, 3 is in.
  server_.world().failing.clear();
  Except(proposal, 1, false).value();
  proposal = Except(proposal, 3, true).value();
  ASSERT_TRUE(Sign(proposal, server_.approver()));
  EXPECT_EQ(server_.StateOf(1), Submission::NOT_PROPOSED);
  EXPECT_EQ(server_.StateOf(2), Submission::PROPOSED);
  EXPECT_EQ(server_.StateOf(3), Submission::PROPOSED);
}

TEST_F(ProposalService, GoesBackToDraftWhenTheSignatureIsTakenBack) {
  auto proposal = server_.Sign(server_.Propose());
  EXPECT_EQ(Withdraw(proposal, "").error().violations.front().field, "reason");
  proposal = Withdraw(proposal).value();
  EXPECT_EQ(proposal.state(), Proposal::DRAFT);
  EXPECT_THAT(proposal.sign_name(), IsEmpty());
  EXPECT_FALSE(proposal.has_sign_time());
  for (int n = 1; n <= 3; ++n) EXPECT_EQ(server_.StateOf(n), Submission::REVIEWED);
  EXPECT_EQ(server_.Sign(proposal).state(), Proposal::SIGNED);
}

TEST_F(ProposalService, RepeatsTheFirstAnswerToARequestId) {
  v1::CreateProposalRequest request;
  request.set_call("calls/2022");
  request.set_request_id("6f3c1f0e-9d5e-4f43-8d42-6a0d6f6a1b01");
  const auto first = server_.Ask(server_.officer(), &Stub::CreateProposal, request);
  const auto second = server_.Ask(server_.officer(), &Stub::CreateProposal, request);
  ASSERT_TRUE(first);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(first->DebugString(), second->DebugString());
  request.set_call("calls/2021");
  EXPECT_FALSE(server_.Ask(server_.officer(), &Stub::CreateProposal, request));
}

}  // namespace
}  // namespace redpeak::approval
