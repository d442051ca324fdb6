#include <gmock/gmock.h>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "services/calls/complete_call.h"
#include "tests/server.h"

namespace redpeak::calls {
namespace {

using testing::At;
using testing::TestServer;
using Stub = v1::CallsService::Stub;

class CallsServiceTest : public ::testing::Test {
 protected:
  CallsServiceTest() {
    v1::CreateProgrammeRequest request;
    request.set_programme_id("research");
    request.mutable_programme()->set_display_name("科研课题");
    request.mutable_programme()->set_kind(v1::Programme::RESEARCH);
    EXPECT_TRUE(Ask(officer_, &Stub::CreateProgramme, request));
  }

  template <typename Request, typename Response>
  Result<Response> Ask(const std::string& token,
                       grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                    Response*),
                       const Request& request) {
    return server_.Ask<v1::CallsService>(token, method, request);
  }
  Result<v1::Call> Create(const std::string& id, const v1::Call& call = testing::CompleteCall()) {
    v1::CreateCallRequest request;
    request.set_call_id(id);
    *request.mutable_call() = call;
    return Ask(officer_, &Stub::CreateCall, request);
  }
  Result<v1::Call> Publish(const v1::Call& call) {
    v1::PublishCallRequest request;
    request.set_name(call.name());
    request.set_etag(call.etag());
    return Ask(officer_, &Stub::PublishCall, request);
  }
  Result<v1::Call> Get(const std::string& token, const std::string& name) {
    v1::GetCallRequest request;
    request.set_name(name);
    return Ask(token, &Stub::GetCall, request);
  }
  std::vector<std::string> List(const std::string& token, v1::ListCallsRequest request) {
    std::vector<std::string> names;
    do {
      const auto page = Ask(token, &Stub::ListCalls, request);
      EXPECT_TRUE(page) << page.error().message;
      if (!page) break;
      for (const auto& call : page->calls()) {
        EXPECT_EQ(call.guideline() + call.form_schema(), "");
        names.push_back(call.name());
      }
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return names;
  }
  static std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

  TestServer server_;
  std::string officer_ = server_.SignInAs("officer", Role::PROGRAMME_OFFICER);
  std::string other_ = server_.SignInAs("other", Role::PROGRAMME_OFFICER, "calls/other");
};

TEST_F(CallsServiceTest, KeepsEverythingOfACall) {
  const auto created = Create("2022");
  ASSERT_TRUE(created) << created.error().message;
  const auto read = Get(officer_, "calls/2022");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->SerializeAsString(), created->SerializeAsString());
  EXPECT_EQ(read->etag(), "1");
  auto bare = Create("", v1::Call());
  ASSERT_TRUE(bare) << bare.error().message;
  EXPECT_EQ(Get(officer_, bare->name())->SerializeAsString(), bare->SerializeAsString());
}

TEST_F(CallsServiceTest, RefusesWrongDrafts) {
  ASSERT_TRUE(Create("2022"));
  EXPECT_EQ(ReasonOf(Create("2022")), "ALREADY_EXISTS");
  EXPECT_EQ(Create("Upper").error().violations.front().field, "call_id");
  auto call = testing::CompleteCall();
  call.set_programme("programmes/none");
  EXPECT_EQ(Create("2023", call).error().violations.front().field, "call.programme");
  v1::CreateCallRequest request;
  request.set_copy_of("calls/none");
  EXPECT_EQ(ReasonOf(Ask(officer_, &Stub::CreateCall, request)), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Ask(other_, &Stub::CreateCall, request)), "ROLE_MISSING");
}

TEST_F(CallsServiceTest, LivesFromDraftToArchive) {
  const auto draft = Create("2022");
  server_.MoveTo("2022-03-02T08:00:00+08:00");
  EXPECT_EQ(ReasonOf(Get("", "calls/2022")), "NOT_FOUND");
  const auto published = Publish(*draft);
  ASSERT_TRUE(published) << published.error().message;
  EXPECT_EQ(published->state(), v1::Call::OPEN);
  EXPECT_EQ(published->etag(), "2");
  EXPECT_EQ(ReasonOf(Publish(*published)), "STATE_WRONG");
  server_.MoveTo("2022-04-30T18:00:00+08:00");
  EXPECT_EQ(Get("", "calls/2022")->state(), v1::Call::CLOSED);
  v1::ExtendCallRequest extend;
  extend.set_name("calls/2022");
  extend.set_reason("应申请人要求");
  *extend.mutable_closes_at() = ToProto(At("2022-05-10T18:00:00+08:00"));
  extend.set_request_id("0c5f3a7e-58f7-4f7b-8a4e-0e6ad0c7d3a1");
  const auto extended = Ask(officer_, &Stub::ExtendCall, extend);
  ASSERT_TRUE(extended) << extended.error().message;
  EXPECT_EQ(extended->state(), v1::Call::OPEN);
  EXPECT_EQ(Ask(officer_, &Stub::ExtendCall, extend)->SerializeAsString(),
            extended->SerializeAsString());
  EXPECT_EQ(Get("", "calls/2022")->extensions_size(), 1);
  v1::ArchiveCallRequest archive;
  archive.set_name("calls/2022");
  EXPECT_EQ(ReasonOf(Ask(officer_, &Stub::ArchiveCall, archive)), "STATE_WRONG");
}

TEST_F(CallsServiceTest, ChangesADraftByMaskAndDeletesIt) {
  const auto draft = Create("2022");
  v1::UpdateCallRequest update;
  update.mutable_call()->set_name("calls/2022");
  update.mutable_call()->set_etag(draft->etag());
  update.mutable_call()->set_title("新题目");
  update.mutable_update_mask()->add_paths("title");
  const auto updated = Ask(officer_, &Stub::UpdateCall, update);
  ASSERT_TRUE(updated) << updated.error().message;
  EXPECT_EQ(updated->title(), "新题目");
  EXPECT_EQ(updated->criteria_size(), 2);
  EXPECT_EQ(ReasonOf(Ask(officer_, &Stub::UpdateCall, update)), "ETAG_MISMATCH");
  update.mutable_update_mask()->add_paths("state");
  EXPECT_EQ(ReasonOf(Ask(officer_, &Stub::UpdateCall, update)), "ETAG_MISMATCH");
  v1::DeleteCallRequest remove;
  remove.set_name("calls/2022");
  EXPECT_EQ(ReasonOf(Ask(other_, &Stub::DeleteCall, remove)), "NOT_FOUND");
  EXPECT_TRUE(Ask(officer_, &Stub::DeleteCall, remove));
  EXPECT_EQ(ReasonOf(Get(officer_, "calls/2022")), "NOT_FOUND");
}

TEST_F(CallsServiceTest, AnOfficerOfAnotherCallChangesNothing) {
  const auto draft = Create("2022");
  EXPECT_EQ(ReasonOf(Get(other_, "calls/2022")), "NOT_FOUND");
  ASSERT_TRUE(Publish(*draft));
  v1::ExtendCallRequest extend;
  extend.set_name("calls/2022");
  extend.set_reason("不该");
  *extend.mutable_closes_at() = ToProto(At("2022-05-10T18:00:00+08:00"));
  EXPECT_EQ(ReasonOf(Ask(other_, &Stub::ExtendCall, extend)), "ROLE_MISSING");
}

TEST_F(CallsServiceTest, ListsNewestFirstAndDraftsToThoseWhoMaySeeThem) {
  for (const int year : {2021, 2022, 2023}) {
    for (const auto* kind : {"a", "b"}) {
      auto call = testing::CompleteCall();
      call.set_year(year);
      const auto draft = Create(std::to_string(year) + kind, call);
      if (year < 2023) {
        ASSERT_TRUE(Publish(*draft));
      }
    }
  }
  ASSERT_TRUE(Create("other"));
  v1::ListCallsRequest request;
  request.set_page_size(2);
  EXPECT_THAT(List("", request),
              ::testing::ElementsAre("calls/2022b", "calls/2022a", "calls/2021b", "calls/2021a"));
  EXPECT_THAT(List(officer_, request), ::testing::SizeIs(7));
  EXPECT_THAT(List(other_, request), ::testing::Contains("calls/other"));
  EXPECT_THAT(List(other_, request), ::testing::SizeIs(5));
  request.set_year(2021);
  EXPECT_THAT(List(officer_, request), ::testing::SizeIs(2));
  request.clear_year();
  request.set_programme("programmes/none");
  EXPECT_THAT(List(officer_, request), ::testing::IsEmpty());
  request.set_programme("programmes/research");
  request.set_state(v1::Call::OPEN);
  EXPECT_THAT(List(officer_, request), ::testing::SizeIs(4));
  server_.MoveTo("2022-04-30T18:00:00+08:00");
  EXPECT_THAT(List(officer_, request), ::testing::IsEmpty());
  request.set_state(v1::Call::CLOSED);
  EXPECT_THAT(List("", request), ::testing::SizeIs(4));
  request.set_state(v1::Call::DRAFT);
  EXPECT_THAT(List("", request), ::testing::IsEmpty());
}

TEST_F(CallsServiceTest, ServicesMoveACallOnAndMayRepeatIt) {
  ASSERT_TRUE(Publish(*Create("2022")));
  const auto review = server_.SignInAs(Caller{.service = "review"});
  v1::AdvanceCallRequest advance;
  advance.set_name("calls/2022");
  advance.set_state(v1::Call::IN_REVIEW);
  EXPECT_EQ(ReasonOf(Ask(officer_, &Stub::AdvanceCall, advance)), "ROLE_MISSING");
  EXPECT_EQ(ReasonOf(Ask(review, &Stub::AdvanceCall, advance)), "STATE_WRONG");
  server_.MoveTo("2022-04-30T18:00:00+08:00");
  const auto first = Ask(review, &Stub::AdvanceCall, advance);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(Ask(review, &Stub::AdvanceCall, advance)->etag(), first->etag());
  advance.set_state(v1::Call::OPEN);
  EXPECT_EQ(ReasonOf(Ask(review, &Stub::AdvanceCall, advance)), "FIELD_INVALID");
  advance.set_state(v1::Call::DECIDED);
  ASSERT_TRUE(Ask(review, &Stub::AdvanceCall, advance));
  v1::ArchiveCallRequest archive;
  archive.set_name("calls/2022");
  EXPECT_EQ(Ask(officer_, &Stub::ArchiveCall, archive)->state(), v1::Call::ARCHIVED);
  EXPECT_TRUE(Get("", "calls/2022"));
}

TEST_F(CallsServiceTest, KeepsProgrammes) {
  v1::CreateProgrammeRequest request;
  request.set_programme_id("research");
  request.mutable_programme()->set_display_name("科研课题");
  request.mutable_programme()->set_kind(v1::Programme::RESEARCH);
  EXPECT_EQ(ReasonOf(Ask(officer_, &Stub::CreateProgramme, request)), "ALREADY_EXISTS");
  EXPECT_EQ(ReasonOf(Ask(other_, &Stub::CreateProgramme, request)), "ROLE_MISSING");
  request.set_programme_id("advice");
  ASSERT_TRUE(Ask(officer_, &Stub::CreateProgramme, request));
  request.mutable_programme()->clear_kind();
  EXPECT_EQ(Ask(officer_, &Stub::CreateProgramme, request).error().violations.front().field,
            "programme.kind");
  v1::ListProgrammesRequest list;
  list.set_page_size(1);
  const auto page = Ask("", &Stub::ListProgrammes, list);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->programmes(0).name(), "programmes/advice");
  list.set_page_token(page->next_page_token());
  const auto rest = Ask("", &Stub::ListProgrammes, list);
  EXPECT_EQ(rest->programmes(0).name(), "programmes/research");
  EXPECT_EQ(rest->programmes(0).kind(), v1::Programme::RESEARCH);
  EXPECT_EQ(rest->next_page_token(), "");
}

}  // namespace
}  // namespace redpeak::calls
