#include "services/approval/decision.h"

#include <gmock/gmock.h>

namespace redpeak::approval {
namespace {

using submissions::v1::Submission;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using v1::ProposalItem;

ProposalItem Item(const std::string& name, bool proposed, const std::string& category = "general") {
  ProposalItem item;
  item.set_submission(name);
  item.set_number("CF-" + name);
  item.set_category(category);
  item.set_proposed(proposed);
  return item;
}

Standing In(Submission::State state) { return {state, "people/p", "organisations/o"}; }

TEST(Signing, ProposesTheOnesAndNotTheOthers) {
  const auto steps =
      PlanSigning({Item("a", true), Item("b", false)},
                  {{"a", In(Submission::REVIEWED)}, {"b", In(Submission::REVIEWED)}});
  ASSERT_TRUE(steps);
  EXPECT_THAT(steps->unpropose, IsEmpty());
  EXPECT_THAT(steps->propose, ElementsAre("a"));
  EXPECT_THAT(steps->do_not_propose, ElementsAre("b"));
}

TEST(Signing, CompletesWhatWasLeftHalfDone) {
  const auto steps =
      PlanSigning({Item("a", true), Item("b", false), Item("c", true), Item("d", false)},
                  {{"a", In(Submission::PROPOSED)},
                   {"b", In(Submission::PROPOSED)},      // taken out since
                   {"c", In(Submission::NOT_PROPOSED)},  // taken in since
                   {"d", In(Submission::NOT_PROPOSED)}});
  ASSERT_TRUE(steps);
  EXPECT_THAT(steps->unpropose, ElementsAre("b", "c"));
  EXPECT_THAT(steps->propose, ElementsAre("c"));
  EXPECT_THAT(steps->do_not_propose, ElementsAre("b"));
}

TEST(Signing, StopsWhereAProposedOneWasWithdrawn) {
  const auto steps =
      PlanSigning({Item("a", true), Item("b", true)},
                  {{"a", In(Submission::WITHDRAWN)}, {"b", In(Submission::REVIEWED)}});
  ASSERT_FALSE(steps);
  EXPECT_EQ(steps.error().reason, "STATE_WRONG");
  EXPECT_EQ(steps.error().metadata.at("name"), "a");
}

TEST(Signing, LeavesOutWhatWasWithdrawnBelowTheLine) {
  const auto steps =
      PlanSigning({Item("a", true), Item("b", false)},
                  {{"a", In(Submission::REVIEWED)}, {"b", In(Submission::WITHDRAWN)}});
  ASSERT_TRUE(steps);
  EXPECT_THAT(steps->withdrawn, ElementsAre("b"));
  EXPECT_THAT(steps->do_not_propose, IsEmpty());
}

TEST(Signing, IsTakenBackForAllThatItMoved) {
  const auto moved =
      PlanUnsigning({Item("a", true), Item("b", false), Item("c", false), Item("d", false)},
                    {{"a", In(Submission::PROPOSED)},
                     {"b", In(Submission::NOT_PROPOSED)},
                     {"c", In(Submission::WITHDRAWN)},
                     {"d", In(Submission::REVIEWED)}});
  EXPECT_THAT(moved, ElementsAre("a", "b"));
}

calls::v1::Call CallOf(std::initializer_list<const char*> categories) {
  calls::v1::Call call;
  call.set_number_prefix("CF2022");
  for (const auto* code : categories) call.add_categories()->set_code(code);
  return call;
}

TEST(Approval, NumbersByCategoryOfTheCallThenReceiptNumber) {
  const auto call = CallOf({"key", "general"});
  const std::vector items = {Item("3", true), Item("2", true, "key"), Item("1", true),
                             Item("4", false)};
  const auto steps = PlanApproval(call, items,
                                  {{"1", In(Submission::PROPOSED)},
                                   {"2", In(Submission::PROPOSED)},
                                   {"3", In(Submission::PROPOSED)},
                                   {"4", In(Submission::NOT_PROPOSED)}});
  std::vector<std::string> numbered;
  for (const auto& [item, number] : steps.approve) numbered.push_back(item.submission() + number);
  EXPECT_THAT(numbered, ElementsAre("2CF2022-P-001", "1CF2022-P-002", "3CF2022-P-003"));
  EXPECT_THAT(steps.do_not_approve, ElementsAre("4"));
}

TEST(Approval, NumbersAlikeWhenRepeatedHalfway) {
  const auto call = CallOf({"general"});
  const std::vector items = {Item("1", true), Item("2", true), Item("3", false)};
  const auto before = PlanApproval(call, items,
                                   {{"1", In(Submission::PROPOSED)},
                                    {"2", In(Submission::PROPOSED)},
                                    {"3", In(Submission::NOT_PROPOSED)}});
  const auto after = PlanApproval(call, items,
                                  {{"1", In(Submission::APPROVED)},
                                   {"2", In(Submission::PROPOSED)},
                                   {"3", In(Submission::NOT_APPROVED)}});
  ASSERT_EQ(before.approve.size(), after.approve.size());
  for (size_t i = 0; i < before.approve.size(); ++i) {
    EXPECT_EQ(before.approve[i].project_number, after.approve[i].project_number);
    EXPECT_EQ(before.approve[i].item.submission(), after.approve[i].item.submission());
  }
  EXPECT_THAT(after.do_not_approve, IsEmpty());
}

TEST(Approval, LeavesOutTheStruckAndTheWithdrawn) {
  auto struck = Item("1", false);
  struck.set_removal(ProposalItem::OBJECTION_UPHELD);
  const std::vector items = {struck, Item("2", true), Item("3", true)};
  const auto steps = PlanApproval(CallOf({"general"}), items,
                                  {{"1", In(Submission::PROPOSED)},
                                   {"2", In(Submission::WITHDRAWN)},
                                   {"3", In(Submission::PROPOSED)},
                                   {"4", In(Submission::REVIEWED)},  // never on the list
                                   {"5", In(Submission::REFUSED)}});
  ASSERT_EQ(steps.approve.size(), 1U);
  EXPECT_EQ(steps.approve[0].item.submission(), "3");
  EXPECT_EQ(steps.approve[0].project_number, "CF2022-P-001");
  EXPECT_THAT(steps.do_not_approve, UnorderedElementsAre("1", "4"));
  EXPECT_THAT(steps.withdrawn, ElementsAre("2"));
}

TEST(Approval, WidensNumbersForALongList) {
  std::vector<ProposalItem> items;
  Standings standings;
  for (int i = 0; i < 1000; ++i) {
    items.push_back(Item(std::to_string(10000 + i), true));
    standings[items.back().submission()] = In(Submission::PROPOSED);
  }
  const auto steps = PlanApproval(CallOf({"general"}), items, standings);
  EXPECT_EQ(steps.approve.front().project_number, "CF2022-P-0001");
  EXPECT_EQ(steps.approve.back().project_number, "CF2022-P-1000");
}

}  // namespace
}  // namespace redpeak::approval
