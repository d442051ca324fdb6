#include "services/base/crypto.h"
#include "services/base/db.h"
#include "services/base/events.h"
#include "tests/submissions_fixture.h"

namespace redpeak::submissions {
namespace {

using testing::ReasonOf;
using S = v1::Submission;
using Action = v1::AdvanceSubmissionsRequest;

constexpr char kUuid[] = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
constexpr char kBeforeClosing[] = "2022-04-30T17:59:59.999+08:00";
constexpr char kClosing[] = "2022-04-30T18:00:00+08:00";
constexpr char kAfterClosing[] = "2022-04-30T18:00:00.001+08:00";

class SubmissionsServiceTest : public testing::SubmissionsFixture {
 protected:
  const std::string call_ = world_.PublishCall("2022").name();
};

TEST_F(SubmissionsServiceTest, ADraftIsMadeSavedAndSent) {
  auto draft = world_.Draft(call_, 0);
  EXPECT_EQ(draft.status(), S::IN_PREPARATION);
  EXPECT_EQ(draft.state(), S::STATE_UNSPECIFIED) << "applicants see the status alone";
  EXPECT_EQ(draft.leader_name(), "负责人张0");
  EXPECT_EQ(draft.recommender(), "organisations/rec");
  draft.set_title("新的题目");
  const auto saved = Update(world_.researcher(0), draft, {"title"});
  ASSERT_TRUE(saved) << saved.error().message;
  EXPECT_EQ(saved->etag(), "2");
  const auto sent = Submit(world_.researcher(0), draft.name(), saved->etag());
  ASSERT_TRUE(sent) << sent.error().message;
  EXPECT_EQ(sent->receipt().number(), "CF2022-000001");
  EXPECT_EQ(sent->status(), S::AWAITING_ENDORSEMENT);
  EXPECT_EQ(FromProto(sent->receipt().submit_time()), server_.Now());
  const auto read = Get(world_.researcher(0), draft.name());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->SerializeAsString(), sent->SerializeAsString()) << "it answers what it wrote";
}

TEST_F(SubmissionsServiceTest, TheReceiptProvesWhatWasSent) {
  const auto sent = world_.Submitted(call_, 0);
  v1::GetReceiptRequest request;
  request.set_name(sent.name());
  const auto receipt = Ask(world_.researcher(0), &Stub::GetReceipt, request);
  ASSERT_TRUE(receipt);
  EXPECT_EQ(Sha256(receipt->content()), receipt->sha256());
  EXPECT_EQ(receipt->sha256(), sent.receipt().sha256());
  EXPECT_THAT(receipt->content(), ::testing::HasSubstr("\"title\":\"课题0\""));
  EXPECT_EQ(Ask(world_.officer(), &Stub::GetReceipt, request)->content(), receipt->content());
  EXPECT_EQ(Ask(world_.unit_officer(), &Stub::GetReceipt, request)->content(), "");
  EXPECT_EQ(ReasonOf(Ask(world_.researcher(1), &Stub::GetReceipt, request)), "NOT_FOUND");
  request.set_name(world_.Draft(call_, 1).name());
  EXPECT_EQ(ReasonOf(Ask(world_.researcher(1), &Stub::GetReceipt, request)), "NOT_FOUND");
}

TEST_F(SubmissionsServiceTest, GoesThroughToTheDecisionAndTellsItsLeaderNoMoreThanIsPublic) {
  const auto name = world_.Endorsed(call_, 0).name();
  server_.MoveTo(kClosing);
  const auto checked = Check(world_.officer(), name);
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_EQ(checked->formality_items_size(), 6);
  ASSERT_TRUE(Accept(world_.officer(), name, checked->etag()));
  const auto seen = [&] { return Get(world_.researcher(0), name)->status(); };
  EXPECT_EQ(seen(), S::UNDER_REVIEW);
  for (const auto action : {Action::START_REVIEW, Action::RECORD_SCORE, Action::PROPOSE}) {
    ASSERT_TRUE(Advance(action, {name}));
    EXPECT_EQ(seen(), S::UNDER_REVIEW) << action;
    EXPECT_EQ(Get(world_.researcher(0), name)->score(), 0);
  }
  EXPECT_EQ(Get(world_.officer(), name)->score(), 80);
  EXPECT_EQ(ReasonOf(Withdraw(world_.researcher(0), name)), "STATE_WRONG");
  EXPECT_EQ(Withdraw(world_.researcher(0), name).error().metadata.at("state"), "UNDER_REVIEW");
  ASSERT_TRUE(Advance(Action::PUT_ON_NOTICE, {name}));
  EXPECT_EQ(seen(), S::ON_NOTICE);
  ASSERT_TRUE(Advance(Action::APPROVE, {name}));
  EXPECT_EQ(seen(), S::FUNDED);
  EXPECT_NE(Get(world_.researcher(0), name)->project_number(), "");
}

TEST_F(SubmissionsServiceTest, AdvancingIsAllOrNoneAndMayBeRepeated) {
  const auto first = world_.Endorsed(call_, 0).name(), second = world_.Endorsed(call_, 1).name();
  server_.MoveTo(kClosing);
  ASSERT_TRUE(Accept(world_.officer(), first, Check(world_.officer(), first)->etag()));
  const auto half = Advance(Action::START_REVIEW, {first, second});
  EXPECT_EQ(ReasonOf(half), "STATE_WRONG");
  EXPECT_EQ(half.error().metadata.at("name"), second);
  EXPECT_EQ(Get(world_.officer(), first)->state(), S::ACCEPTED);
  EXPECT_EQ(ReasonOf(Advance(Action::START_REVIEW, {first, "submissions/ghost"})), "NOT_FOUND");
  ASSERT_TRUE(Accept(world_.officer(), second, Check(world_.officer(), second)->etag()));
  ASSERT_TRUE(Advance(Action::START_REVIEW, {first, second}));
  const auto etag = Get(world_.officer(), first)->etag();
  ASSERT_TRUE(Advance(Action::START_REVIEW, {second, first}));
  EXPECT_EQ(Get(world_.officer(), first)->etag(), etag);
  v1::AdvanceSubmissionsRequest request;
  request.set_action(Action::START_REVIEW);
  EXPECT_EQ(ReasonOf(Ask(world_.officer(), &Stub::AdvanceSubmissions, request)), "ROLE_MISSING");
}

TEST_F(SubmissionsServiceTest, OneMillisecondDecides) {
  const auto early = world_.Draft(call_, 0), late = world_.Draft(call_, 1);
  server_.MoveTo(kBeforeClosing);
  EXPECT_TRUE(Submit(world_.researcher(0), early.name()));
  server_.MoveTo(kAfterClosing);
  EXPECT_EQ(ReasonOf(Submit(world_.researcher(1), late.name())), "SUBMISSION_LATE");
  v1::CreateSubmissionRequest create;
  create.mutable_submission()->set_call(call_);
  EXPECT_EQ(ReasonOf(Ask(world_.researcher(2), &Stub::CreateSubmission, create)), "CALL_NOT_OPEN");
  EXPECT_TRUE(Update(world_.researcher(1), late, {"title"})) << "a draft stays its leader's";
}

TEST_F(SubmissionsServiceTest, AnExtensionIsKnownAtOnce) {
  const auto draft = world_.Draft(call_, 0);
  server_.MoveTo(kAfterClosing);
  EXPECT_EQ(ReasonOf(Submit(world_.researcher(0), draft.name())), "SUBMISSION_LATE");
  calls::v1::ExtendCallRequest extend;
  extend.set_name(call_);
  *extend.mutable_closes_at() = ToProto(testing::At("2022-05-05T18:00:00+08:00"));
  extend.set_reason("the network was down");
  using calls::v1::CallsService;
  world_.Must<CallsService>(world_.officer(), &CallsService::Stub::ExtendCall, extend);
  EXPECT_TRUE(Submit(world_.researcher(0), draft.name()));
  EXPECT_EQ(ReasonOf(Check(world_.officer(), draft.name())), "CALL_NOT_CLOSED");
}

TEST_F(SubmissionsServiceTest, ARepeatReturnsTheFirstAnswerAndAnAlteredOneIsRefused) {
  const auto draft = world_.Draft(call_, 0);
  const auto& token = world_.researcher(0);
  const auto first = Submit(token, draft.name(), draft.etag(), kUuid);
  ASSERT_TRUE(first);
  const auto again = Submit(token, draft.name(), draft.etag(), kUuid);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  EXPECT_EQ(ReasonOf(Submit(token, draft.name(), "", kUuid)), "REQUEST_ID_REUSED");
  EXPECT_EQ(ReasonOf(Submit(token, draft.name(), "", "no-uuid")), "FIELD_INVALID");
  v1::CreateSubmissionRequest create;
  create.mutable_submission()->set_call(call_);
  create.set_request_id("6f9619ff-8b86-4d01-b42d-00cf4fc96400");
  const auto made = Ask(token, &Stub::CreateSubmission, create);
  EXPECT_EQ(Ask(token, &Stub::CreateSubmission, create)->name(), made->name());
  create.mutable_submission()->set_title("another");
  EXPECT_EQ(ReasonOf(Ask(token, &Stub::CreateSubmission, create)), "REQUEST_ID_REUSED");
}

TEST_F(SubmissionsServiceTest, StaleEtagsAreRefused) {
  const auto draft = world_.Draft(call_, 0);
  const auto& token = world_.researcher(0);
  ASSERT_TRUE(Update(token, draft, {"title"}));
  EXPECT_EQ(ReasonOf(Update(token, draft, {"title"})), "ETAG_MISMATCH");
  EXPECT_EQ(ReasonOf(Submit(token, draft.name(), draft.etag())), "ETAG_MISMATCH");
  v1::DeleteSubmissionRequest remove;
  remove.set_name(draft.name());
  remove.set_etag(draft.etag());
  EXPECT_EQ(ReasonOf(Ask(token, &Stub::DeleteSubmission, remove)), "ETAG_MISMATCH");
  remove.clear_etag();
  EXPECT_TRUE(Ask(token, &Stub::DeleteSubmission, remove));
  EXPECT_EQ(ReasonOf(Get(token, draft.name())), "NOT_FOUND");
}

TEST_F(SubmissionsServiceTest, DecisionsNeedAnEtag) {
  const auto name = world_.Endorsed(call_, 0).name();
  server_.MoveTo(kClosing);
  EXPECT_EQ(ReasonOf(Accept(world_.officer(), name, "")), "ETAG_REQUIRED");
  EXPECT_EQ(ReasonOf(Refuse(world_.officer(), name, "", {"LATE"})), "ETAG_REQUIRED");
  EXPECT_EQ(ReasonOf(Accept(world_.officer(), name, "1")), "ETAG_MISMATCH");
}

TEST_F(SubmissionsServiceTest, WhatIsOthersIsNotFound) {
  const auto draft = world_.Draft(call_, 0).name(), sent = world_.Submitted(call_, 1).name();
  for (const auto& token : {world_.researcher(2), world_.unit_officer(), world_.officer(),
                            world_.approver(), world_.auditor()}) {
    EXPECT_EQ(ReasonOf(Get(token, draft)), "NOT_FOUND");
  }
  const auto stranger = server_.SignInAs("stranger", Role::UNIT_OFFICER, "organisations/other");
  const auto elsewhere = server_.SignInAs("elsewhere", Role::PROGRAMME_OFFICER, "calls/2021");
  EXPECT_EQ(ReasonOf(Get(world_.researcher(2), sent)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Get(stranger, sent)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Get(elsewhere, sent)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Submit(world_.researcher(2), draft)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Withdraw(world_.researcher(2), sent)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Endorse(stranger, sent)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Return(elsewhere, sent)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Check(elsewhere, sent)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Accept(elsewhere, sent, "2")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Refuse(elsewhere, sent, "2", {"LATE"})), "NOT_FOUND");
}

TEST_F(SubmissionsServiceTest, MalformedNamesAreRefused) {
  for (const auto* name : {"", "x", "submissions/", "submissions/a/b", "calls/a", "submissions/%",
                           "submissions/a' OR 1=1"}) {
    EXPECT_EQ(ReasonOf(Get(world_.researcher(0), name)), "FIELD_INVALID") << name;
    EXPECT_EQ(ReasonOf(Submit(world_.researcher(0), name)), "FIELD_INVALID") << name;
  }
  EXPECT_EQ(ReasonOf(Get(world_.researcher(0), "submissions/ghost")), "NOT_FOUND");
}

TEST_F(SubmissionsServiceTest, ACallThatIsNotToBeSeenIsNotFound) {
  calls::v1::CreateCallRequest request;
  request.set_call_id("hidden");
  *request.mutable_call() = testing::World::SampleCall();
  using calls::v1::CallsService;
  world_.Must<CallsService>(world_.officer(), &CallsService::Stub::CreateCall, request);
  for (const auto* name : {"calls/hidden", "calls/ghost"}) {
    v1::CreateSubmissionRequest create;
    create.mutable_submission()->set_call(name);
    EXPECT_EQ(ReasonOf(Ask(world_.researcher(0), &Stub::CreateSubmission, create)), "NOT_FOUND");
  }
}

TEST_F(SubmissionsServiceTest, ALeaderHasOnePlaceInTheCall) {
  const auto first = world_.Submitted(call_, 0), second = world_.Draft(call_, 0);
  const auto refused = Submit(world_.researcher(0), second.name());
  EXPECT_EQ(ReasonOf(refused), "LEADER_QUOTA");
  EXPECT_EQ(refused.error().metadata.at("other"), first.name());
  ASSERT_TRUE(Withdraw(world_.researcher(0), first.name()));
  EXPECT_TRUE(Submit(world_.researcher(0), second.name()));
}

TEST_F(SubmissionsServiceTest, WhatCannotBeSentIsToldAllAtOnce) {
  v1::CreateSubmissionRequest create;
  create.mutable_submission()->set_call(call_);
  create.mutable_submission()->set_form(R"({"foundation":1})");
  const auto draft = Ask(world_.researcher(0), &Stub::CreateSubmission, create);
  ASSERT_TRUE(draft) << draft.error().message;
  const auto refused = Submit(world_.researcher(0), draft->name());
  EXPECT_EQ(ReasonOf(refused), "FIELD_INVALID");
  EXPECT_EQ(refused.error().violations.size(), 8U);
  auto dear = world_.Draft(call_, 1);
  dear.set_amount_fen(2'000'001);
  ASSERT_TRUE(Update(world_.researcher(1), dear, {"amount_fen"}));
  EXPECT_EQ(ReasonOf(Submit(world_.researcher(1), dear.name())), "OVER_CEILING");
}

TEST_F(SubmissionsServiceTest, WhatWasReturnedMayBeSentAgainInTheTimeGiven) {
  const auto sent = world_.Endorsed(call_, 0);
  server_.MoveTo(kClosing);
  EXPECT_EQ(ReasonOf(Return(world_.officer(), sent.name())), "FIELD_INVALID")
      << "time must be given";
  EXPECT_EQ(ReasonOf(Return(world_.officer(), sent.name(), kClosing)), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Return(world_.unit_officer(), sent.name())), "STATE_WRONG");
  const auto returned = Return(world_.officer(), sent.name(), "2022-05-03T18:00:00+08:00");
  ASSERT_TRUE(returned) << returned.error().message;
  EXPECT_EQ(returned->state(), S::RETURNED);
  EXPECT_EQ(ReasonOf(Refuse(world_.officer(), sent.name(), returned->etag(), {"LATE"})),
            "CALL_NOT_CLOSED");
  auto mine = *Get(world_.researcher(0), sent.name());
  EXPECT_EQ(mine.note(), "the seal is missing");
  mine.set_abstract("更正");
  ASSERT_TRUE(Update(world_.researcher(0), mine, {"abstract"}));
  server_.MoveTo("2022-05-03T17:59:59.999+08:00");
  const auto again = Submit(world_.researcher(0), sent.name());
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->receipt().number(), sent.receipt().number()) << "it keeps its number";
  EXPECT_NE(again->receipt().sha256(), sent.receipt().sha256());
  EXPECT_FALSE(again->has_endorse_time());
}

TEST_F(SubmissionsServiceTest, WhatWasReturnedAndNotSentAgainIsRefusedAsLate) {
  const auto name = world_.Submitted(call_, 0).name();
  ASSERT_TRUE(Return(world_.unit_officer(), name));
  server_.MoveTo(kClosing);
  EXPECT_EQ(ReasonOf(Submit(world_.researcher(0), name)), "SUBMISSION_LATE");
  const auto checked = Check(world_.officer(), name);
  ASSERT_TRUE(checked) << checked.error().message;
  const auto refused = Refuse(world_.officer(), name, checked->etag(), {"LATE"});
  ASSERT_TRUE(refused) << refused.error().message;
  EXPECT_EQ(Get(world_.researcher(0), name)->status(), S::NOT_ADMITTED);
  EXPECT_THAT(Get(world_.researcher(0), name)->refusal_reasons(), ::testing::ElementsAre("LATE"));
}

TEST_F(SubmissionsServiceTest, AFlawIsRefusedForItsOwnReasonOrWaived) {
  const auto name = world_.Submitted(call_, 0).name();  // and never endorsed
  server_.MoveTo(kClosing);
  auto checked = *Check(world_.officer(), name);
  const auto open = Accept(world_.officer(), name, checked.etag());
  EXPECT_EQ(ReasonOf(open), "FORMALITY_OPEN");
  EXPECT_EQ(open.error().metadata.at("items"), "NOT_ENDORSED");
  EXPECT_EQ(ReasonOf(Refuse(world_.officer(), name, checked.etag(), {"OVER_CEILING"})),
            "FIELD_INVALID");
  v1::RecordFormalityItemRequest record;
  record.set_name(name);
  record.mutable_item()->set_code("NOT_ENDORSED");
  record.mutable_item()->set_outcome(v1::FormalityItem::WAIVED);
  EXPECT_EQ(ReasonOf(Ask(world_.officer(), &Stub::RecordFormalityItem, record)), "FIELD_INVALID");
  record.mutable_item()->set_note("the unit has closed");
  EXPECT_EQ(ReasonOf(Ask(world_.approver(), &Stub::RecordFormalityItem, record)), "ROLE_MISSING");
  const auto waived = Ask(world_.officer(), &Stub::RecordFormalityItem, record);
  ASSERT_TRUE(waived) << waived.error().message;
  EXPECT_TRUE(Accept(world_.officer(), name, waived->etag()));
}

TEST_F(SubmissionsServiceTest, ALeaderNeverJudgesTheirOwn) {
  const auto name = world_.Submitted(call_, 0).name();
  Caller both{.account = "accounts/r0", .person = "people/r0"};
  both.grants = {{Role::RESEARCHER, ""},
                 {Role::UNIT_OFFICER, "organisations/rec"},
                 {Role::PROGRAMME_OFFICER, ""}};
  const auto token = server_.SignInAs(both);
  EXPECT_EQ(ReasonOf(Endorse(token, name)), "OWN_SUBMISSION");
  EXPECT_EQ(ReasonOf(Return(token, name)), "OWN_SUBMISSION");
  server_.MoveTo(kClosing);
  EXPECT_EQ(ReasonOf(Check(token, name)), "OWN_SUBMISSION");
  EXPECT_EQ(Get(token, name)->state(), S::STATE_UNSPECIFIED);
}

TEST_F(SubmissionsServiceTest, WithoutEndorsementItGoesToTheCheck) {
  const auto open = Publish("open", [](calls::v1::Call& call) {
    call.set_endorsement_required(false);
    call.set_number_prefix("OPEN");
    call.add_manual_items()->set_code("SEAL_MISSING");
    call.mutable_manual_items(0)->set_display_name("seal");
  });
  const auto sent = world_.Submitted(open.name(), 0);
  EXPECT_EQ(sent.status(), S::AWAITING_CHECK);
  EXPECT_EQ(sent.receipt().number(), "OPEN-000001");
  EXPECT_EQ(ReasonOf(Endorse(world_.unit_officer(), sent.name())), "STATE_WRONG");
  server_.MoveTo(kClosing);
  const auto checked = *Check(world_.officer(), sent.name());
  EXPECT_EQ(Accept(world_.officer(), sent.name(), checked.etag()).error().metadata.at("items"),
            "SEAL_MISSING");
  v1::RecordFormalityItemRequest record;
  record.set_name(sent.name());
  record.mutable_item()->set_code("SEAL_MISSING");
  record.mutable_item()->set_outcome(v1::FormalityItem::FAILED);
  const auto seen = *Ask(world_.officer(), &Stub::RecordFormalityItem, record);
  EXPECT_TRUE(Refuse(world_.officer(), sent.name(), seen.etag(), {"SEAL_MISSING"}));
}

TEST_F(SubmissionsServiceTest, EveryStepLeavesAnEvent) {
  const auto name = world_.Endorsed(call_, 0).name();
  Pool pool(server_.database() + " user=redpeak_system", 1);
  std::vector<std::string> kinds;
  const auto read = InTransaction(pool, TxMode::kStatement, [&](Tx& tx) -> Result<void> {
    for (const auto& event : ListEvents(tx, {.subject = name}, {}, 100))
      kinds.push_back(event.kind());
    return {};
  });
  ASSERT_TRUE(read);
  EXPECT_THAT(kinds, ::testing::ElementsAre("submission_changed", "submission_submitted",
                                            "submission_changed"));
}

}  // namespace
}  // namespace redpeak::submissions
