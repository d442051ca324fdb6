#include "services/submissions/history.h"

#include <gmock/gmock.h>

namespace redpeak::submissions {
namespace {

using events::v1::Event;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::HistoryEntry;
using v1::Submission;

Event Changed(const std::string& action, const std::string& state, const std::string& party,
              const std::string& reason = "") {
  Event event;
  event.set_actor("accounts/a");
  auto& changed = *event.mutable_detail()->mutable_submission_changed();
  changed.set_action(action);
  changed.set_state(state);
  changed.set_party(party);
  changed.set_reason(reason);
  return event;
}

// The life of one that was returned once, and approved in the end.
std::vector<Event> Life() {
  Event sent;
  sent.set_actor("accounts/a");
  sent.mutable_detail()->mutable_submission_submitted()->set_number("CF-1");
  Event accepted;
  accepted.set_actor("accounts/o");
  accepted.mutable_detail()->mutable_formality_checked()->set_accepted(true);
  Event conflict;
  conflict.mutable_detail()->mutable_conflict_changed()->set_expert("experts/e");
  Event awarded;
  awarded.mutable_detail()->mutable_submission_approved()->set_project_number("P-1");
  return {Changed("created", "DRAFT", "applicant"),
          Changed("updated", "DRAFT", "applicant"),
          sent,
          Changed("returned", "RETURNED", "unit", "预算不清"),
          sent,
          Changed("endorsed", "ENDORSED", "unit", "同意"),
          Changed("checked", "ENDORSED", "office"),
          accepted,
          Changed("start_review", "IN_REVIEW", "system"),
          conflict,
          Changed("record_score", "REVIEWED", "system"),
          Changed("propose", "PROPOSED", "system"),
          Changed("put_on_notice", "PROPOSED", "system"),
          Changed("approve", "APPROVED", "system"),
          awarded};
}

std::vector<std::string> Told(const Audiences& reader) {
  std::vector<std::string> told;
  for (const auto& [entry, actor] : HistoryOf(Life(), /*endorsement_required=*/true, reader)) {
    told.push_back(HistoryEntry::Action_Name(entry.action()) + " " +
                   Submission::Status_Name(entry.status()));
  }
  return told;
}

TEST(History, TellsAnApplicantNothingOfScoresAndProposals) {
  EXPECT_THAT(
      Told({Audience::SELF}),
      ElementsAre("CREATED IN_PREPARATION", "SUBMITTED AWAITING_ENDORSEMENT",
                  "RETURNED TO_BE_CORRECTED", "SUBMITTED AWAITING_ENDORSEMENT",
                  "ENDORSED AWAITING_CHECK", "ACCEPTED UNDER_REVIEW", "REVIEW_STARTED UNDER_REVIEW",
                  "PUT_ON_NOTICE ON_NOTICE", "APPROVED FUNDED"));
}

TEST(History, TellsStaffEverything) {
  const auto told = Told({Audience::STAFF});
  EXPECT_EQ(told.size(), 12U);
  EXPECT_THAT(told, ::testing::Contains("REVIEWED UNDER_REVIEW"));
  EXPECT_THAT(told, ::testing::Contains("PROPOSED UNDER_REVIEW"));
}

TEST(History, HidesStatesNamesAndCommentsFromWhoMayNotKnow) {
  for (const auto& [entry, actor] : HistoryOf(Life(), true, {Audience::SELF})) {
    EXPECT_EQ(entry.state(), Submission::STATE_UNSPECIFIED);
    const bool named =
        entry.party() == HistoryEntry::APPLICANT || entry.party() == HistoryEntry::UNIT;
    EXPECT_EQ(actor.empty(), !named) << entry.DebugString();
    EXPECT_EQ(entry.reason(), entry.action() == HistoryEntry::RETURNED ? "预算不清" : "");
  }
  for (const auto& [entry, actor] : HistoryOf(Life(), true, {Audience::UNIT})) {
    if (entry.action() == HistoryEntry::ENDORSED) {
      EXPECT_EQ(entry.reason(), "同意");
    }
  }
  for (const auto& [entry, actor] : HistoryOf(Life(), true, {Audience::STAFF})) {
    EXPECT_NE(entry.state(), Submission::STATE_UNSPECIFIED);
    EXPECT_NE(actor, "");
  }
}

TEST(History, GuessesWhoseThePartWasWhereAnOldEventDoesNotSay) {
  const auto history =
      HistoryOf({Changed("withdrawn", "WITHDRAWN", ""), Changed("returned", "RETURNED", "")}, true,
                {Audience::SELF});
  EXPECT_EQ(history.at(0).entry.party(), HistoryEntry::APPLICANT);
  EXPECT_EQ(history.at(1).entry.party(), HistoryEntry::PARTY_UNSPECIFIED);
  EXPECT_EQ(history.at(1).actor, "");
  EXPECT_THAT(HistoryOf({}, true, {Audience::SELF}), IsEmpty());
}

}  // namespace
}  // namespace redpeak::submissions
