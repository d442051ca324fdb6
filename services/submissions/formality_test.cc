#include "services/submissions/formality.h"

#include <gmock/gmock.h>

#include <map>

#include "services/base/clock.h"

namespace redpeak::submissions {
namespace {

using ::testing::ElementsAre;
using Item = v1::FormalityItem;
using S = v1::Submission;

const auto kCloses = FromMicros(1'650'000'000'000'000);

calls::v1::Call SampleCall() {
  calls::v1::Call call;
  *call.mutable_closes_at() = ToProto(kCloses);
  auto& category = *call.add_categories();
  category.set_code("general");
  category.set_ceiling_fen(100);
  call.set_endorsement_required(true);
  call.set_leader_quota(1);
  auto& slot = *call.add_attachment_slots();
  slot.set_code("statement");
  slot.set_required(true);
  call.add_manual_items()->set_code("SEAL_MISSING");
  return call;
}

S Flawless() {
  S submission;
  submission.set_name("submissions/s1");
  submission.set_state(S::ENDORSED);
  submission.set_title("课题");
  submission.set_category("general");
  submission.set_discipline("210");
  submission.set_amount_fen(100);
  submission.set_start_date("2022-07-01");
  submission.set_end_date("2023-06-30");
  submission.set_abstract("摘要");
  submission.set_unit("organisations/host");
  submission.add_attachments()->set_slot("statement");
  *submission.mutable_endorse_time() = ToProto(kCloses);
  *submission.mutable_receipt()->mutable_submit_time() =
      ToProto(kCloses - std::chrono::milliseconds(1));
  return submission;
}

FormalityItems ItemsOf(const S& submission, int live = 1) {
  return WorkOutItems(submission, SampleCall(), **Form::Compile(""), live);
}

std::map<std::string, Item::Outcome> OutcomesOf(const FormalityItems& items) {
  std::map<std::string, Item::Outcome> outcomes;
  for (const auto& item : items) outcomes[item.code()] = item.outcome();
  return outcomes;
}

std::vector<std::string> Failed(const S& submission, int live = 1) {
  std::vector<std::string> failed;
  for (const auto& item : ItemsOf(submission, live)) {
    if (item.outcome() == Item::FAILED) failed.push_back(item.code());
  }
  return failed;
}

TEST(WorkOutItems, PassesWhatIsFlawlessAndAwaitsTheOfficersEye) {
  const auto outcomes = OutcomesOf(ItemsOf(Flawless()));
  EXPECT_EQ(outcomes.size(), 7U);
  for (const auto& [code, outcome] : outcomes) {
    EXPECT_EQ(outcome, code == "SEAL_MISSING" ? Item::PENDING : Item::PASSED) << code;
  }
}

TEST(WorkOutItems, FailsEachFlawForItsOwnReason) {
  auto late = Flawless();
  *late.mutable_receipt()->mutable_submit_time() = ToProto(kCloses);
  EXPECT_THAT(Failed(late), ElementsAre("LATE"));
  auto dear = Flawless();
  dear.set_amount_fen(101);
  EXPECT_THAT(Failed(dear), ElementsAre("OVER_CEILING"));
  auto alone = Flawless();
  alone.clear_endorse_time();
  EXPECT_THAT(Failed(alone), ElementsAre("NOT_ENDORSED"));
  EXPECT_THAT(Failed(Flawless(), 2), ElementsAre("LEADER_QUOTA"));
  auto broken = Flawless();
  broken.set_form("[]");
  EXPECT_THAT(Failed(broken), ElementsAre("FORM_INVALID"));
  auto bare = Flawless();
  bare.clear_attachments();
  EXPECT_THAT(Failed(bare), ElementsAre("ATTACHMENT_MISSING"));
}

TEST(WorkOutItems, WhatWasSentAgainInTheTimeGivenIsNotLate) {
  auto corrected = Flawless();
  *corrected.mutable_receipt()->mutable_submit_time() = ToProto(kCloses + std::chrono::hours(1));
  *corrected.mutable_correct_by() = ToProto(kCloses + std::chrono::hours(2));
  EXPECT_THAT(Failed(corrected), ElementsAre());
  corrected.set_state(S::RETURNED);  // and once more returned, but not sent again
  EXPECT_THAT(Failed(corrected), ElementsAre("LATE"));
}

TEST(WorkOutItems, KeepsWhatOfficersRecorded) {
  auto submission = Flawless();
  submission.set_amount_fen(101);
  *submission.mutable_formality_items() = ItemsOf(submission);
  auto& items = *submission.mutable_formality_items();
  Item seen;
  seen.set_code("SEAL_MISSING");
  seen.set_outcome(Item::PASSED);
  ASSERT_TRUE(RecordItem(seen, items));
  seen.set_code("OVER_CEILING");
  seen.set_outcome(Item::WAIVED);
  seen.set_note("by the board's decision");
  ASSERT_TRUE(RecordItem(seen, items));
  EXPECT_EQ(OutcomesOf(ItemsOf(submission))["SEAL_MISSING"], Item::PASSED);
  EXPECT_EQ(OutcomesOf(ItemsOf(submission))["OVER_CEILING"], Item::WAIVED);
  submission.set_amount_fen(100);
  EXPECT_EQ(OutcomesOf(ItemsOf(submission))["OVER_CEILING"], Item::PASSED);
}

std::string FieldOf(const char* code, Item::Outcome outcome, const char* note) {
  auto submission = Flawless();
  submission.set_amount_fen(101);
  auto items = ItemsOf(submission);
  Item seen;
  seen.set_code(code);
  seen.set_outcome(outcome);
  seen.set_note(note);
  const auto recorded = RecordItem(seen, items);
  return recorded ? "" : recorded.error().violations[0].field;
}

TEST(RecordItem, LetsAutomaticItemsOnlyBeWaivedWithANote) {
  EXPECT_EQ(FieldOf("OVER_CEILING", Item::WAIVED, "decided"), "");
  EXPECT_EQ(FieldOf("OVER_CEILING", Item::WAIVED, " "), "item.note");
  EXPECT_EQ(FieldOf("OVER_CEILING", Item::PASSED, "no"), "item.outcome");
  EXPECT_EQ(FieldOf("OVER_CEILING", Item::FAILED, "no"), "item.outcome");
  EXPECT_EQ(FieldOf("LATE", Item::WAIVED, "it passed anyway"), "item.outcome");
}

TEST(RecordItem, LetsManualItemsPassFailOrBeWaived) {
  EXPECT_EQ(FieldOf("SEAL_MISSING", Item::PASSED, ""), "");
  EXPECT_EQ(FieldOf("SEAL_MISSING", Item::FAILED, ""), "");
  EXPECT_EQ(FieldOf("SEAL_MISSING", Item::WAIVED, ""), "item.note");
  EXPECT_EQ(FieldOf("SEAL_MISSING", Item::PENDING, ""), "item.outcome");
  EXPECT_EQ(FieldOf("SEAL_MISSING", static_cast<Item::Outcome>(9), ""), "item.outcome");
  EXPECT_EQ(FieldOf("NEVER_HEARD_OF", Item::PASSED, ""), "item.code");
  EXPECT_EQ(FieldOf("", Item::PASSED, ""), "item.code");
}

TEST(CheckAcceptable, WantsEveryItemPassedOrWaived) {
  auto submission = Flawless();
  *submission.mutable_formality_items() = ItemsOf(submission);
  const auto open = CheckAcceptable(submission);
  ASSERT_FALSE(open);
  EXPECT_EQ(open.error().reason, "FORMALITY_OPEN");
  EXPECT_EQ(open.error().metadata.at("items"), "SEAL_MISSING");
  submission.mutable_formality_items(6)->set_outcome(Item::WAIVED);
  EXPECT_TRUE(CheckAcceptable(submission));
}

TEST(CheckReasons, TakesOnlyItemsThatFailed) {
  auto submission = Flawless();
  submission.clear_endorse_time();
  const auto items = ItemsOf(submission);
  EXPECT_TRUE(CheckReasons(items, {"NOT_ENDORSED"}));
  EXPECT_FALSE(CheckReasons(items, {}));
  const auto wrong = CheckReasons(items, {"NOT_ENDORSED", "LATE", "NONSENSE", "NOT_ENDORSED"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().violations.size(), 3U);
  EXPECT_EQ(wrong.error().violations[0].field, "reasons[1]");
}

}  // namespace
}  // namespace redpeak::submissions
