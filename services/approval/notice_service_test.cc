#include <gmock/gmock.h>

#include "services/approval/fake_peers.h"

namespace redpeak::approval {
namespace {

using submissions::v1::AdvanceSubmissionsRequest;
using testing::ApprovalServer;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using v1::Notice;
using v1::Objection;
using v1::Proposal;
using Stub = v1::ApprovalService::Stub;

constexpr char kFirst[] = "CF2022-000001";

// A signed list of two, of different categories.
class NoticeService : public ::testing::Test {
 protected:
  NoticeService() {
    server_.AddReviewed(1);
    server_.AddReviewed(2, 1, 3'000'000, "key");
    server_.AddReviewed(3);
    signed_ = server_.Sign(server_.Propose());
  }

  Result<Notice> Publish(const std::string& token, const std::string& etag) {
    v1::PublishNoticeRequest request;
    request.set_proposal(signed_.name());
    request.set_etag(etag);
    return server_.Ask(token, &Stub::PublishNotice, request);
  }
  Result<Notice> Get(const std::string& name) {
    v1::GetNoticeRequest request;
    request.set_name(name);
    return server_.Ask("", &Stub::GetNotice, request);
  }
  static v1::FileObjectionRequest Filing(const std::string& notice) {
    v1::FileObjectionRequest request;
    request.set_parent(notice);
    request.mutable_objection()->set_submission_number(kFirst);
    request.mutable_objection()->set_real_name("王小明");
    request.mutable_objection()->set_contact("wang@example.org");
    request.mutable_objection()->set_text("该项目与往年课题内容重复，请核查。");
    return request;
  }
  Result<Objection> Read(const std::string& token, const std::string& name) {
    v1::GetObjectionRequest request;
    request.set_name(name);
    return server_.Ask(token, &Stub::GetObjection, request);
  }
  template <typename T>
  static std::string ReasonOf(const Result<T>& answer) {
    return answer ? "" : answer.error().reason;
  }

  ApprovalServer server_;
  Proposal signed_;
};

TEST_F(NoticeService, PublishesTheListForSevenWorkingDays) {
  const auto notice = Publish(server_.officer(), signed_.etag());
  ASSERT_TRUE(notice) << notice.error().message;
  EXPECT_EQ(notice->title(), "2022年度科研课题拟立项公示");
  EXPECT_EQ(FromProto(notice->publish_time()), server_.Now());
  // From Monday, 20 June: the 21st to the 24th, and the 27th to the 29th.
  EXPECT_EQ(notice->end_time().seconds(), 1'656'518'400) << "30 June 2022, 0:00 in Beijing";
  ASSERT_EQ(notice->items_size(), 2);
  EXPECT_EQ(notice->items(0).number(), "CF2022-000002") << "key comes before general";
  EXPECT_EQ(server_.Read(signed_.name()).state(), Proposal::ON_NOTICE);
  EXPECT_EQ(server_.Read(signed_.name()).notice(), notice->name());
  EXPECT_THAT(server_.world().actions, Contains(AdvanceSubmissionsRequest::PUT_ON_NOTICE));
}

TEST_F(NoticeService, NeedsASignatureAnEtagAndTheRole) {
  EXPECT_EQ(ReasonOf(Publish(server_.officer(), "")), "ETAG_REQUIRED");
  EXPECT_EQ(ReasonOf(Publish(server_.officer(), "1")), "ETAG_MISMATCH");
  EXPECT_EQ(ReasonOf(Publish(server_.approver(), signed_.etag())), "ROLE_MISSING");
  const auto stranger = server_.SignInAs("other", Role::PROGRAMME_OFFICER, "calls/2021");
  EXPECT_EQ(ReasonOf(Publish(stranger, signed_.etag())), "NOT_FOUND");
  server_.Publish(signed_);
  const auto etag = server_.Read(signed_.name()).etag();
  EXPECT_EQ(ReasonOf(Publish(server_.officer(), etag)), "STATE_WRONG");
}

TEST_F(NoticeService, KnowsWhenTheCalendarEnds) {
  server_.MoveTo("2022-12-28T10:00:00+08:00");
  const auto refused = Publish(server_.officer(), signed_.etag());
  EXPECT_EQ(ReasonOf(refused), "CALENDAR_INCOMPLETE");
  v1::SetSpecialDaysRequest request;
  request.set_year(2023);
  EXPECT_EQ(ReasonOf(server_.Ask(server_.SignInAs("own", Role::PROGRAMME_OFFICER, "calls/2022"),
                                 &Stub::SetSpecialDays, request)),
            "ROLE_MISSING");
  EXPECT_EQ(ReasonOf(server_.Ask(server_.SignInAs("admin", Role::ADMINISTRATOR),
                                 &Stub::SetSpecialDays, request)),
            "");
  EXPECT_EQ(ReasonOf(Publish(server_.officer(), signed_.etag())), "");
  v1::ListSpecialDaysRequest list;
  list.set_year(2022);
  const auto days = server_.Ask("", &Stub::ListSpecialDays, list);
  EXPECT_TRUE(days->known());
  EXPECT_EQ(days->days(0).date(), "2022-01-01");
}

TEST_F(NoticeService, IsReadByEverybodyAndTellsNoScore) {
  const auto published = server_.Publish(signed_);
  const auto notice = Get(published.name());
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->DebugString(), published.DebugString());
  EXPECT_EQ(ReasonOf(Get("notices/none")), "NOT_FOUND");
  server_.MoveTo("2022-06-29T23:59:59.999+08:00");
  EXPECT_EQ(Get(published.name())->state(), Notice::PUBLISHED);
  server_.MoveTo("2022-06-30T00:00:00+08:00");
  EXPECT_EQ(Get(published.name())->state(), Notice::ENDED);
}

TEST_F(NoticeService, IsListedNewestFirst) {
  server_.Publish(signed_);
  v1::ListNoticesRequest request;
  request.set_call("calls/2022");
  auto listed = server_.Ask("", &Stub::ListNotices, request);
  ASSERT_EQ(listed->notices_size(), 1);
  EXPECT_EQ(listed->notices(0).item_count(), 2);
  EXPECT_THAT(listed->notices(0).items(), IsEmpty());
  request.set_call("calls/2021");
  EXPECT_THAT(server_.Ask("", &Stub::ListNotices, request)->notices(), IsEmpty());
  request.set_call("2021");
  EXPECT_EQ(ReasonOf(server_.Ask("", &Stub::ListNotices, request)), "FIELD_INVALID");
}

TEST_F(NoticeService, TakesObjectionsAndKeepsThemFromAllButStaff) {
  const auto notice = server_.Publish(signed_);
  const auto filed = server_.Ask("", &Stub::FileObjection, Filing(notice.name()));
  ASSERT_TRUE(filed) << filed.error().message;
  EXPECT_EQ(filed->state(), Objection::FILED);
  EXPECT_THAT(filed->real_name() + filed->contact() + filed->text(), IsEmpty());
  EXPECT_EQ(Read(server_.auditor(), filed->name())->real_name(), "王小明");
  EXPECT_EQ(ReasonOf(Read(server_.SignInAs("other", Role::AUDITOR, "calls/2021"), filed->name())),
            "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Read(server_.SignInAs("r", Role::RESEARCHER), filed->name())), "ROLE_MISSING");
}

TEST_F(NoticeService, ListsObjectionsForStaff) {
  const auto notice = server_.Publish(signed_);
  const auto first = server_.File(notice, kFirst);
  server_.MoveTo("2022-06-20T10:00:01+08:00");
  const auto second = server_.File(notice, kFirst);
  v1::ListObjectionsRequest request;
  request.set_parent(notice.name());
  request.set_page_size(1);
  auto page = server_.Ask(server_.approver(), &Stub::ListObjections, request);
  ASSERT_EQ(page->objections_size(), 1);
  EXPECT_EQ(page->objections(0).name(), first.name());
  EXPECT_EQ(page->objections(0).contact(), "13800138000");
  request.set_page_token(page->next_page_token());
  page = server_.Ask(server_.approver(), &Stub::ListObjections, request);
  EXPECT_EQ(page->objections(0).name(), second.name());
  EXPECT_THAT(page->next_page_token(), IsEmpty());
  EXPECT_EQ(ReasonOf(server_.Ask(server_.SignInAs("other", Role::APPROVER, "calls/2021"),
                                 &Stub::ListObjections, request)),
            "NOT_FOUND");
}

TEST_F(NoticeService, RefusesObjectionsThatAreNone) {
  const auto notice = server_.Publish(signed_);
  auto filing = Filing(notice.name());
  filing.mutable_objection()->set_submission_number("CF2022-000003");
  auto refused = server_.Ask("", &Stub::FileObjection, filing);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().violations.front().field, "objection.submission_number");
  EXPECT_EQ(ReasonOf(server_.Ask("", &Stub::FileObjection, Filing("notices/none"))), "NOT_FOUND");
  v1::FileObjectionRequest empty;
  empty.set_parent(notice.name());
  EXPECT_EQ(server_.Ask("", &Stub::FileObjection, empty).error().violations.size(), 4U);
}

TEST_F(NoticeService, TakesObjectionsUntilTheEndExclusive) {
  const auto notice = server_.Publish(signed_);
  server_.MoveTo("2022-06-29T23:59:59.999+08:00");
  EXPECT_EQ(ReasonOf(server_.Ask("", &Stub::FileObjection, Filing(notice.name()))), "");
  server_.MoveTo("2022-06-30T00:00:00+08:00");
  EXPECT_EQ(ReasonOf(server_.Ask("", &Stub::FileObjection, Filing(notice.name()))), "NOTICE_ENDED");
}

TEST_F(NoticeService, TakesNoFloodOfObjections) {
  const auto notice = server_.Publish(signed_);
  for (int i = 0; i < 200; ++i) server_.File(notice, kFirst);
  const auto refused = server_.Ask("", &Stub::FileObjection, Filing(notice.name()));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "TOO_MANY_OBJECTIONS");
  EXPECT_EQ(refused.error().code, Code::kResourceExhausted);
}

TEST_F(NoticeService, AnswersByMailWhereThereIsAnAddress) {
  const auto notice = server_.Publish(signed_);
  const auto answered = server_.Answer(server_.File(notice, kFirst, "wang@example.org"), false);
  EXPECT_EQ(answered.state(), Objection::DISMISSED);
  EXPECT_EQ(answered.answer(), "经核查，情况如下。");
  EXPECT_EQ(FromProto(answered.answer_time()), server_.Now());
  EXPECT_EQ(server_.Query("SELECT recipient FROM base.mails"), "wang@example.org");
  EXPECT_THAT(server_.Query("SELECT body FROM base.mails"), HasSubstr("不成立"));
  server_.Answer(server_.File(notice, kFirst, "13800138000"), false);
  EXPECT_EQ(server_.Query("SELECT count(*) FROM base.mails"), "1");
  EXPECT_EQ(server_.Read(signed_.name()).proposed_count(), 2);
}

TEST_F(NoticeService, TakesTheDoubtedOffTheListWhenAnObjectionIsUpheld) {
  const auto notice = server_.Publish(signed_);
  const auto before = server_.Read(signed_.name());
  server_.Answer(server_.File(notice, kFirst), true);
  const auto after = server_.Read(signed_.name());
  EXPECT_EQ(after.proposed_count(), 1);
  EXPECT_EQ(after.proposed_fen(), 3'000'000);
  EXPECT_NE(after.etag(), before.etag());
  EXPECT_EQ(server_.ReadItems(signed_.name())[0].removal(), v1::ProposalItem::OBJECTION_UPHELD);
  // The public still reads the list as it was published: that anybody objected is confidential.
  EXPECT_EQ(Get(notice.name())->items_size(), 2);
  // A second objection to the same one can be upheld, too.
  server_.Answer(server_.File(notice, kFirst), true);
  EXPECT_EQ(server_.Read(signed_.name()).proposed_count(), 1);
}

TEST_F(NoticeService, AnswersOnceAndByOfficersOfTheCall) {
  const auto notice = server_.Publish(signed_);
  const auto filed = server_.File(notice, kFirst);
  v1::AnswerObjectionRequest request;
  request.set_name(filed.name());
  request.set_answer("经核查不成立。");
  const auto ask = [&](const std::string& token) {
    return ReasonOf(server_.Ask(token, &Stub::AnswerObjection, request));
  };
  EXPECT_EQ(ask(server_.SignInAs("other", Role::PROGRAMME_OFFICER, "calls/2021")), "NOT_FOUND");
  EXPECT_EQ(ask(server_.auditor()), "ROLE_MISSING");
  request.set_etag("9");
  EXPECT_EQ(ask(server_.officer()), "ETAG_MISMATCH");
  request.clear_etag();
  request.clear_answer();
  EXPECT_EQ(ask(server_.officer()), "FIELD_INVALID");
  request.set_answer("经核查不成立。");
  EXPECT_EQ(ask(server_.officer()), "");
  EXPECT_EQ(ask(server_.officer()), "STATE_WRONG");
  request.set_name(notice.name() + "/objections/none");
  EXPECT_EQ(ask(server_.officer()), "NOT_FOUND");
}

}  // namespace
}  // namespace redpeak::approval
