#include "services/submissions/advance.h"

#include <gmock/gmock.h>

#include <cmath>

namespace redpeak::submissions {
namespace {

using Request = v1::AdvanceSubmissionsRequest;
using S = v1::Submission;

Request RequestFor(Request::Action action, const std::vector<std::string>& ids) {
  Request request;
  request.set_action(action);
  for (const auto& id : ids) {
    auto& item = *request.add_items();
    item.set_name("submissions/" + id);
    if (action == Request::RECORD_SCORE) item.set_score(80);
    if (action == Request::APPROVE) item.set_project_number("CF2022-P-" + id);
  }
  return request;
}

Standing At(const std::string& id, State state) {
  Standing standing;
  standing.id = id;
  standing.state = state;
  return standing;
}

size_t ViolationsOf(const Request& request) {
  const auto checked = CheckItems(request);
  return checked ? 0 : checked.error().violations.size();
}

TEST(CheckItems, NamesWhatIsWrong) {
  EXPECT_EQ(ViolationsOf(RequestFor(Request::PROPOSE, {"a", "b"})), 0U);
  EXPECT_EQ(ViolationsOf(RequestFor(Request::PROPOSE, {})), 0U);
  EXPECT_EQ(ViolationsOf(RequestFor(Request::ACTION_UNSPECIFIED, {"a"})), 1U);
  EXPECT_EQ(ViolationsOf(RequestFor(Request::PROPOSE, {"a", "a"})), 1U);
  EXPECT_EQ(ViolationsOf(RequestFor(Request::PROPOSE, {"a/b"})), 1U);
  EXPECT_EQ(ViolationsOf(RequestFor(Request::PROPOSE, std::vector<std::string>(5001, "a"))), 1U);
  for (const double score : {-0.1, 100.1, std::nan(""), HUGE_VAL}) {
    auto request = RequestFor(Request::RECORD_SCORE, {"a"});
    request.mutable_items(0)->set_score(score);
    EXPECT_EQ(ViolationsOf(request), 1U) << score;
  }
  auto unnumbered = RequestFor(Request::APPROVE, {"a"});
  unnumbered.mutable_items(0)->clear_project_number();
  EXPECT_EQ(ViolationsOf(unnumbered), 1U);
}

TEST(PlanAdvance, LeavesThoseThatAreThereAlready) {
  const auto plan = PlanAdvance(RequestFor(Request::START_REVIEW, {"a", "b"}),
                                {{"a", At("a", S::ACCEPTED)}, {"b", At("b", S::IN_REVIEW)}});
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan->size(), 1U);
  EXPECT_EQ(plan->front().id, "a");
}

TEST(PlanAdvance, ANewerScoreCountsUntilTheProposal) {
  const auto request = RequestFor(Request::RECORD_SCORE, {"a"});
  auto standing = At("a", S::REVIEWED);
  standing.score = 80;
  EXPECT_TRUE(PlanAdvance(request, {{"a", standing}})->empty());
  standing.score = 79;
  EXPECT_EQ(PlanAdvance(request, {{"a", standing}})->front().score, 80);
  standing.state = S::PROPOSED;
  EXPECT_EQ(PlanAdvance(request, {{"a", standing}}).error().reason, "STATE_WRONG");
}

TEST(PlanAdvance, AProjectNumberStays) {
  auto standing = At("a", S::APPROVED);
  standing.project_number = "CF2022-P-a";
  EXPECT_TRUE(PlanAdvance(RequestFor(Request::APPROVE, {"a"}), {{"a", standing}})->empty());
  standing.project_number = "CF2022-P-z";
  EXPECT_EQ(PlanAdvance(RequestFor(Request::APPROVE, {"a"}), {{"a", standing}}).error().reason,
            "STATE_WRONG");
}

TEST(PlanAdvance, NamesAllThatAreNotOrCannot) {
  const std::map<std::string, Standing> standings = {
      {"a", At("a", S::REVIEWED)}, {"b", At("b", S::WITHDRAWN)}, {"c", At("c", S::DRAFT)}};
  const auto missing = PlanAdvance(RequestFor(Request::PROPOSE, {"a", "x", "y"}), standings);
  EXPECT_EQ(missing.error().reason, "NOT_FOUND");
  EXPECT_EQ(missing.error().metadata.at("name"), "submissions/x, submissions/y");
  const auto wrong = PlanAdvance(RequestFor(Request::PROPOSE, {"a", "b", "c"}), standings);
  EXPECT_EQ(wrong.error().reason, "STATE_WRONG");
  EXPECT_EQ(wrong.error().metadata.at("name"), "submissions/b, submissions/c");
  EXPECT_EQ(wrong.error().metadata.at("state"), "DRAFT, WITHDRAWN");
}

TEST(PlanAdvance, KeepsTheScoreOnTheWayToTheDecision) {
  auto standing = At("a", S::REVIEWED);
  standing.score = 81.25;
  const auto plan = PlanAdvance(RequestFor(Request::PROPOSE, {"a"}), {{"a", standing}});
  EXPECT_EQ(plan->front().score, 81.25);
  EXPECT_EQ(StateAfter(Action::kPropose), S::PROPOSED);
}

TEST(PlanAdvance, PutsOnNoticeOnce) {
  auto standing = At("a", S::PROPOSED);
  EXPECT_EQ(PlanAdvance(RequestFor(Request::PUT_ON_NOTICE, {"a"}), {{"a", standing}})->size(), 1U);
  standing.on_notice = true;
  EXPECT_TRUE(PlanAdvance(RequestFor(Request::PUT_ON_NOTICE, {"a"}), {{"a", standing}})->empty());
}

}  // namespace
}  // namespace redpeak::submissions
