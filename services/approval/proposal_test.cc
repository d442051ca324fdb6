#include "services/approval/proposal.h"

#include <gmock/gmock.h>

namespace redpeak::approval {
namespace {

using submissions::v1::Submission;
using ::testing::ElementsAre;
using v1::Proposal;
using v1::ProposalItem;

constexpr ProposalAction kActions[] = {ProposalAction::kSetException, ProposalAction::kSign,
                                       ProposalAction::kWithdraw,     ProposalAction::kPublish,
                                       ProposalAction::kStrike,       ProposalAction::kApprove};

// What is wanted of every pair, written down apart from the table; all others are refused.
std::optional<Proposal::State> Wanted(Proposal::State state, ProposalAction action) {
  if (state == Proposal::DRAFT) {
    if (action == ProposalAction::kSetException) return Proposal::DRAFT;
    if (action == ProposalAction::kSign) return Proposal::SIGNED;
    if (action == ProposalAction::kWithdraw) return Proposal::WITHDRAWN;
  }
  if (state == Proposal::SIGNED) {
    if (action == ProposalAction::kWithdraw) return Proposal::DRAFT;
    if (action == ProposalAction::kPublish) return Proposal::ON_NOTICE;
  }
  if (state == Proposal::ON_NOTICE) {
    if (action == ProposalAction::kStrike) return Proposal::ON_NOTICE;
    if (action == ProposalAction::kApprove) return Proposal::APPROVED;
  }
  return std::nullopt;
}

TEST(Proposal, GoesFromEveryStateByEveryActionWhereItShould) {
  for (int state = Proposal::State_MIN; state <= Proposal::State_MAX; ++state) {
    for (const auto action : kActions) {
      Proposal proposal;
      proposal.set_name("calls/c/proposals/p");
      proposal.set_state(static_cast<Proposal::State>(state));
      const auto next = NextState(proposal, action);
      const auto wanted = Wanted(proposal.state(), action);
      ASSERT_EQ(next.has_value(), wanted.has_value()) << state << " " << static_cast<int>(action);
      if (wanted) {
        EXPECT_EQ(*next, *wanted);
      } else {
        EXPECT_EQ(next.error().reason, "STATE_WRONG");
        EXPECT_EQ(next.error().metadata.at("name"), proposal.name());
      }
    }
  }
}

calls::v1::Call CallWithCategories() {
  calls::v1::Call call;
  auto& general = *call.add_categories();
  general.set_code("general");
  general.set_ceiling_fen(2'000'000);
  auto& self_funded = *call.add_categories();
  self_funded.set_code("self-funded");
  return call;
}

review::v1::RankedSubmission Ranked(const std::string& id, const std::string& category) {
  review::v1::RankedSubmission ranked;
  ranked.set_submission("submissions/" + id);
  ranked.set_category(category);
  ranked.set_amount_fen(1'500'000);
  return ranked;
}

TEST(Proposal, CopiesTheRankingAndGrantsNothingToTheSelfFunded) {
  const Standings standings = {
      {"submissions/a", {Submission::REVIEWED, "people/p", "organisations/o"}},
      {"submissions/b", {Submission::REVIEWED, "people/q", "organisations/o"}},
      {"submissions/c", {Submission::WITHDRAWN, "people/r", "organisations/o"}}};
  const auto items = MakeItems(CallWithCategories(),
                               {Ranked("a", "general"), Ranked("b", "self-funded"),
                                Ranked("c", "general"), Ranked("d", "general")},
                               standings);
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[0].amount_fen(), 1'500'000);
  EXPECT_EQ(items[0].leader(), "people/p");
  EXPECT_EQ(items[0].removal(), ProposalItem::REMOVAL_UNSPECIFIED);
  EXPECT_EQ(items[1].amount_fen(), 0);
  EXPECT_EQ(items[2].removal(), ProposalItem::SUBMISSION_WITHDRAWN);
  EXPECT_EQ(items[3].removal(), ProposalItem::SUBMISSION_WITHDRAWN) << "it is gone altogether";
}

TEST(Proposal, KeepsAReasonOnlyWhereItIsAgainstTheRanking) {
  ProposalItem item;
  item.set_by_ranking(true);
  item.set_proposed(true);
  ASSERT_TRUE(SetException(item, false, "leader moved away"));
  EXPECT_FALSE(item.proposed());
  EXPECT_EQ(item.exception_reason(), "leader moved away");
  ASSERT_TRUE(SetException(item, true, "came back"));
  EXPECT_TRUE(item.proposed());
  EXPECT_EQ(item.exception_reason(), "");
}

TEST(Proposal, TakesNoExceptionForTheRemoved) {
  ProposalItem item;
  item.set_removal(ProposalItem::SUBMISSION_WITHDRAWN);
  const auto set = SetException(item, true, "reason");
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().reason, "STATE_WRONG");
  EXPECT_FALSE(item.proposed());
}

TEST(Proposal, MayNotOverdrawItsLimit) {
  Proposal proposal;
  proposal.set_funded_count(2);
  proposal.set_proposed_count(2);
  EXPECT_TRUE(CheckLimit(proposal));
  proposal.set_proposed_count(3);
  EXPECT_EQ(CheckLimit(proposal).error().reason, "LIMIT_EXCEEDED");
  EXPECT_EQ(CheckLimit(proposal).error().metadata.at("unit"), "projects");
  proposal.set_budget_fen(500);
  proposal.set_proposed_fen(500);
  EXPECT_TRUE(CheckLimit(proposal));
  proposal.set_proposed_fen(501);
  EXPECT_EQ(CheckLimit(proposal).error().metadata.at("unit"), "fen");
}

TEST(Proposal, IsNotDecidedByWhoMadeIt) {
  KeptProposal kept;
  kept.prepared_by = {"accounts/officer", "accounts/deputy"};
  EXPECT_EQ(CheckSeparation(kept, "accounts/deputy").error().reason, "SELF_APPROVAL");
  EXPECT_EQ(CheckSeparation(kept, "accounts/deputy").error().code, Code::kPermissionDenied);
  EXPECT_TRUE(CheckSeparation(kept, "accounts/approver"));
}

}  // namespace
}  // namespace redpeak::approval
