#include "clients/cli/request.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "redpeak/approval/v1/approval_service.pb.h"
#include "redpeak/calls/v1/calls_service.pb.h"
#include "redpeak/review/v1/review_service.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"

namespace redpeak::cli {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

template <typename Request>
Result<Request> Build(std::string_view noun, std::string_view verb, const Given& given) {
  auto request = BuildRequest(*FindCommand(noun, verb), given);
  if (!request) return tl::unexpected(request.error());
  return static_cast<const Request&>(**request);
}

std::string TemporaryFile(const std::string& content) {
  auto path = testing::TempDir() + "redpeak_request_test.json";
  std::ofstream(path) << content;
  return path;
}

class RequestTest : public testing::Test {
 protected:
  RequestTest() { setenv("TZ", "Asia/Shanghai", 1); }
};

TEST_F(RequestTest, FillsFieldsFromOptions) {
  const auto request = Build<calls::v1::CreateCallRequest>(
      "call", "create",
      {{"call_id", {"2022"}},
       {"programme", {"research"}},
       {"title", {"2022 年度"}},
       {"closes-at", {"2022-04-30 18:00"}},
       {"blindness", {"double-blind"}},
       {"notice-day-kind", {"工作日"}},
       {"endorsement-required", {"true"}},
       {"budget-fen", {"300万元"}},
       {"categories", {"general:一般:2万", R"({"code": "self-funded", "displayName": "自筹"})"}}});
  ASSERT_TRUE(request) << request.error().metadata.begin()->second;
  const auto& call = request->call();
  EXPECT_EQ(request->call_id(), "2022");
  EXPECT_EQ(call.programme(), "programmes/research");
  EXPECT_EQ(call.closes_at().seconds(), 1651312800);
  EXPECT_EQ(call.blindness(), calls::v1::Call::DOUBLE_BLIND);
  EXPECT_EQ(call.notice_day_kind(), calls::v1::WORKING_DAYS);
  EXPECT_TRUE(call.endorsement_required());
  EXPECT_EQ(call.budget_fen(), 300'000'000);
  ASSERT_EQ(call.categories_size(), 2);
  EXPECT_EQ(call.categories(0).ceiling_fen(), 2'000'000);
  EXPECT_EQ(call.categories(1).code(), "self-funded");
}

TEST_F(RequestTest, GivesEveryMutationARequestIdOfItsOwn) {
  const Given given = {{"name", {"2022"}}};
  const auto one = Build<calls::v1::PublishCallRequest>("call", "publish", given);
  const auto other = Build<calls::v1::PublishCallRequest>("call", "publish", given);
  EXPECT_THAT(one->request_id(),
              testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                                    "[0-9a-f]{12}"));
  EXPECT_NE(one->request_id(), other->request_id());
  const auto chosen = Build<calls::v1::PublishCallRequest>(
      "call", "publish", {{"name", {"2022"}}, {"request-id", {"mine"}}});
  EXPECT_EQ(chosen->request_id(), "mine");
}

TEST_F(RequestTest, MasksExactlyWhatWasGiven) {
  const auto request = Build<calls::v1::UpdateCallRequest>(
      "call", "update", {{"name", {"2022"}}, {"title", {""}}, {"year", {"2022"}}, {"etag", {"3"}}});
  ASSERT_TRUE(request);
  EXPECT_EQ(request->call().name(), "calls/2022");
  EXPECT_EQ(request->call().etag(), "3");
  EXPECT_THAT(request->update_mask().paths(), UnorderedElementsAre("title", "year"));
}

TEST_F(RequestTest, ReadsAFileWhichOptionsGoBefore) {
  const auto path =
      TemporaryFile(R"({"title": "old", "formSchema": {"type": "object"}, "state": "DRAFT",
                       "name": "calls/other", "etag": "7", "createTime": "2022-01-01T00:00:00Z"})");
  const auto request = Build<calls::v1::UpdateCallRequest>(
      "call", "update", {{"name", {"2022"}}, {"from", {path}}, {"title", {"new"}}});
  ASSERT_TRUE(request);
  EXPECT_EQ(request->call().name(), "calls/2022");
  EXPECT_EQ(request->call().title(), "new");
  EXPECT_EQ(request->call().form_schema(), R"({"type":"object"})");
  EXPECT_EQ(request->call().etag(), "7");
  EXPECT_EQ(request->call().state(), calls::v1::Call::STATE_UNSPECIFIED);  // the server's to say
  EXPECT_FALSE(request->call().has_create_time());
  EXPECT_THAT(request->update_mask().paths(), UnorderedElementsAre("title", "form_schema"));
}

TEST_F(RequestTest, ForgetsTheNameOfWhatItCopies) {
  const auto path = TemporaryFile(R"({"title": "old", "name": "calls/2021", "etag": "7"})");
  const auto request = Build<calls::v1::CreateCallRequest>("call", "create", {{"from", {path}}});
  ASSERT_TRUE(request);
  EXPECT_EQ(request->call().title(), "old");
  EXPECT_EQ(request->call().name(), "");
  EXPECT_EQ(request->call().etag(), "");
}

TEST_F(RequestTest, TakesTheRestOfThePositionals) {
  const auto request = Build<submissions::v1::RefuseSubmissionRequest>(
      "submission", "refuse", {{"name", {"s1"}}, {"reasons", {"LATE", "OVER_CEILING"}}});
  EXPECT_THAT(request->reasons(), ElementsAre("LATE", "OVER_CEILING"));
}

TEST_F(RequestTest, SetsWhatTheCommandItselfSays) {
  const Given given = {{"name", {"2022/p1"}}, {"submission", {"s1"}}, {"reason", {"x"}}};
  EXPECT_TRUE(Build<approval::v1::SetExceptionRequest>("proposal", "include", given)->proposed());
  const auto exclude = Build<approval::v1::SetExceptionRequest>("proposal", "exclude", given);
  EXPECT_FALSE(exclude->proposed());
  EXPECT_EQ(exclude->name(), "calls/2022/proposals/p1");
  EXPECT_EQ(exclude->submission(), "submissions/s1");
}

TEST_F(RequestTest, SplitsShortMessagesAtColons) {
  const auto request = Build<review::v1::UpdateReviewRequest>(
      "review", "save", {{"name", {"s1/r1"}}, {"scores", {"innovation:85:good: but late"}}});
  ASSERT_EQ(request->review().scores_size(), 1);
  EXPECT_EQ(request->review().scores(0).points(), 85);
  EXPECT_EQ(request->review().scores(0).comment(), "good: but late");
  EXPECT_THAT(request->update_mask().paths(), ElementsAre("scores"));
}

TEST_F(RequestTest, ReadsTextsFromFiles) {
  const auto path = TemporaryFile("# Guide\n");
  const auto request = Build<calls::v1::CreateCallRequest>(
      "call", "create", {{"guideline", {"@" + path}}, {"title", {"@@home"}}});
  EXPECT_EQ(request->call().guideline(), "# Guide\n");
  EXPECT_EQ(request->call().title(), "@home");
}

struct Wrong {
  Given given;
  std::string argument;
  std::string expected;
};

TEST_F(RequestTest, NamesTheArgumentThatIsWrong) {
  const std::vector<Wrong> wrongs = {
      {{{"year", {"soon"}}}, "--year", "number"},
      {{{"year", {"99999999999"}}}, "--year", "number"},
      {{{"opens-at", {"soon"}}}, "--opens-at", "time"},
      {{{"blindness", {"triple"}}}, "--blindness", "SINGLE_BLIND | DOUBLE_BLIND"},
      {{{"budget-fen", {"much"}}}, "--budget-fen", "money"},
      {{{"endorsement-required", {"perhaps"}}}, "--endorsement-required", "bool"},
      {{{"categories", {"{"}}}, "--categories", "message"}};
  for (const auto& wrong : wrongs) {
    const auto request = Build<calls::v1::CreateCallRequest>("call", "create", wrong.given);
    ASSERT_FALSE(request) << wrong.argument;
    EXPECT_EQ(request.error().reason, "USAGE_VALUE_WRONG");
    EXPECT_EQ(request.error().metadata.at("argument"), wrong.argument);
    EXPECT_EQ(request.error().metadata.at("expected"), wrong.expected);
  }
}

TEST_F(RequestTest, RefusesFilesThatAreNotThereOrNotJson) {
  const auto missing =
      Build<calls::v1::CreateCallRequest>("call", "create", {{"from", {"/no/such"}}});
  EXPECT_EQ(missing.error().reason, "USAGE_FILE_UNREADABLE");
  for (const auto* content : {"{", "[]", R"({"noSuch": 1})", R"({"year": "x"})"}) {
    const auto request =
        Build<calls::v1::CreateCallRequest>("call", "create", {{"from", {TemporaryFile(content)}}});
    EXPECT_EQ(request.error().reason, "USAGE_JSON_WRONG") << content;
  }
}

}  // namespace
}  // namespace redpeak::cli
