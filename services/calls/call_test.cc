#include "services/calls/call.h"

#include <gmock/gmock.h>
#include <google/protobuf/util/message_differencer.h>

#include "services/calls/call_fields.h"
#include "services/calls/complete_call.h"
#include "tests/server.h"

namespace redpeak::calls {
namespace {

using google::protobuf::util::MessageDifferencer;
using testing::At;

const Caller kOfficer{.account = "accounts/o", .grants = {{Role::PROGRAMME_OFFICER, ""}}};
const Asker kAsker{kOfficer, At("2022-02-01T00:00:00Z")};

v1::Call Draft() {
  auto call = *NewDraft("calls/2022", testing::CompleteCall(), nullptr, kAsker.now);
  call.set_etag("3");
  return call;
}

std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

TEST(CallDomain, ADraftTakesOnlyWhatPeopleWrite) {
  auto given = testing::CompleteCall();
  given.set_state(v1::Call::DECIDED);
  given.set_name("calls/other");
  given.set_etag("9");
  given.add_extensions()->set_reason("none");
  const auto draft = NewDraft("calls/2022", given, nullptr, kAsker.now);
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->name(), "calls/2022");
  EXPECT_EQ(draft->state(), v1::Call::DRAFT);
  EXPECT_EQ(draft->extensions_size(), 0);
  EXPECT_EQ(FromProto(draft->create_time()), kAsker.now);
}

TEST(CallDomain, ACopyKeepsWhatWasGiven) {
  v1::Call given;
  given.set_title("2023年度课题征集");
  given.set_budget_fen(100);
  given.add_categories()->set_code("general");
  const auto source = Draft();
  const auto copy = NewDraft("calls/2023", given, &source, kAsker.now);
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->title(), "2023年度课题征集");
  EXPECT_EQ(copy->budget_fen(), 100);
  EXPECT_EQ(copy->categories_size(), 1);
  EXPECT_EQ(copy->criteria_size(), source.criteria_size());
  EXPECT_EQ(copy->form_schema(), source.form_schema());
  EXPECT_EQ(copy->etag(), "");
}

TEST(CallDomain, AnUpdateChangesWhatItsMaskNames) {
  v1::UpdateCallRequest request;
  request.mutable_call()->set_title("另一题目");
  request.mutable_update_mask()->add_paths("title");
  request.mutable_update_mask()->add_paths("criteria");
  const auto updated = Update(Draft(), request, kAsker);
  ASSERT_TRUE(updated) << updated.error().message;
  auto wanted = Draft();
  wanted.set_title("另一题目");
  wanted.clear_criteria();
  EXPECT_TRUE(MessageDifferencer::Equals(*updated, wanted));
}

TEST(CallDomain, AnUpdateWithoutMaskReplacesAllThatPeopleWrite) {
  v1::UpdateCallRequest request;
  request.mutable_call()->set_title("另一题目");
  request.mutable_call()->set_state(v1::Call::OPEN);
  const auto updated = Update(Draft(), request, kAsker);
  ASSERT_TRUE(updated);
  EXPECT_EQ(updated->state(), v1::Call::DRAFT);
  EXPECT_EQ(updated->etag(), "3");
  EXPECT_EQ(updated->criteria_size(), 0);
  EXPECT_EQ(updated->funding_case(), v1::Call::FUNDING_NOT_SET);
}

TEST(CallDomain, AnUpdateRefusesPathsThatAreNoFieldsOfItsOwn) {
  for (const auto* path : {"state", "name", "etag", "extensions", "create_time", "titel",
                           "categories.code", "opens_at.seconds", "", "*"}) {
    v1::UpdateCallRequest request;
    request.mutable_update_mask()->add_paths(path);
    const auto refused = Update(Draft(), request, kAsker);
    ASSERT_FALSE(refused) << path;
    EXPECT_EQ(refused.error().violations.front().field, "update_mask");
  }
}

TEST(CallDomain, AFundingReplacesTheOther) {
  v1::UpdateCallRequest request;
  request.mutable_call()->set_budget_fen(5);
  request.mutable_update_mask()->add_paths("budget_fen");
  EXPECT_EQ(Update(Draft(), request, kAsker)->funding_case(), v1::Call::kBudgetFen);
}

TEST(CallDomain, EtagsGuardChanges) {
  EXPECT_EQ(ReasonOf(Publish(Draft(), "", kAsker)), "ETAG_REQUIRED");
  EXPECT_EQ(ReasonOf(Publish(Draft(), "2", kAsker)), "ETAG_MISMATCH");
  EXPECT_EQ(ReasonOf(Publish(Draft(), "3", kAsker)), "");
  EXPECT_EQ(ReasonOf(CheckDelete(Draft(), "2", kAsker)), "ETAG_MISMATCH");
  v1::UpdateCallRequest request;
  request.mutable_call()->set_etag("2");
  EXPECT_EQ(ReasonOf(Update(Draft(), request, kAsker)), "ETAG_MISMATCH");
}

TEST(CallDomain, PublishingGivesTheStateOfTheMoment) {
  EXPECT_EQ(Publish(Draft(), "3", kAsker)->state(), v1::Call::PUBLISHED);
  const Asker later{kOfficer, At("2022-03-02T00:00:00Z")};
  EXPECT_EQ(Publish(Draft(), "3", later)->state(), v1::Call::OPEN);
}

TEST(CallDomain, AnExtensionIsOnRecord) {
  auto call = Draft();
  call.set_state(v1::Call::CLOSED);
  const Asker asker{kOfficer, At("2022-05-01T00:00:00Z")};
  v1::ExtendCallRequest request;
  EXPECT_THAT(Extend(call, request, asker).error().violations, ::testing::SizeIs(2));
  *request.mutable_closes_at() = ToProto(At("2022-05-10T10:00:00Z"));
  request.set_reason(" \n");
  EXPECT_EQ(Extend(call, request, asker).error().violations.front().field, "reason");
  request.set_reason("疫情");
  const auto extended = Extend(call, request, asker);
  ASSERT_TRUE(extended) << extended.error().message;
  EXPECT_EQ(extended->state(), v1::Call::OPEN);
  ASSERT_EQ(extended->extensions_size(), 1);
  EXPECT_EQ(FromProto(extended->extensions(0).from()), FromProto(call.closes_at()));
  EXPECT_EQ(extended->extensions(0).reason(), "疫情");
  EXPECT_EQ(extended->extensions(0).actor(), "accounts/o");
  EXPECT_EQ(FromProto(extended->extensions(0).time()), asker.now);
}

TEST(CallDomain, DraftsAreForOfficersAuditorsAndServices) {
  const auto draft = Draft();
  EXPECT_TRUE(MaySee(kOfficer, draft));
  EXPECT_TRUE(MaySee({.service = "submissions"}, draft));
  EXPECT_TRUE(MaySee({.grants = {{Role::AUDITOR, "calls/2022"}}}, draft));
  EXPECT_FALSE(MaySee({.grants = {{Role::PROGRAMME_OFFICER, "calls/2021"}}}, draft));
  EXPECT_FALSE(MaySee({.grants = {{Role::ADMINISTRATOR, ""}, {Role::APPROVER, ""}}}, draft));
  EXPECT_FALSE(MaySee({}, draft));
}

}  // namespace
}  // namespace redpeak::calls
