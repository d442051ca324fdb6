// Sending under concurrency, and requests that are wrong in themselves.
#include <barrier>
#include <set>
#include <thread>

#include "services/base/names.h"
#include "tests/generic_call.h"
#include "tests/submissions_fixture.h"

namespace redpeak::submissions {
namespace {

using testing::ReasonOf;
using S = v1::Submission;

constexpr char kUuid[] = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

class SendingServiceTest : public testing::SubmissionsFixture {
 protected:
  // Sends all at the same instant.
  std::vector<Result<S>> SendAll(const std::string& token, const std::vector<std::string>& names,
                                 const std::string& request_id = "") {
    std::barrier together(static_cast<ptrdiff_t>(names.size()));
    std::vector<Result<S>> results(names.size());
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < names.size(); ++i) {
      threads.emplace_back([&, i] {
        together.arrive_and_wait();
        results[i] = Submit(token, names[i], "", request_id);
      });
    }
    threads.clear();
    return results;
  }

  std::string PublishWithQuota() {
    return Publish("2022", [](calls::v1::Call& call) { call.set_leader_quota(2); }).name();
  }

  const std::string me_ = world_.researcher(0);
};

TEST_F(SendingServiceTest, TheQuotaHoldsWhenAllAreSentAtOnce) {
  const auto call = PublishWithQuota();
  std::vector<std::string> names;
  for (int i = 0; i < 6; ++i) names.push_back(world_.Draft(call, 0).name());
  int sent = 0, refused = 0;
  std::set<std::string> numbers;
  for (const auto& result : SendAll(me_, names)) {
    if (result && numbers.insert(result->receipt().number()).second) ++sent;
    if (ReasonOf(result) == "LEADER_QUOTA") ++refused;
  }
  EXPECT_EQ(sent, 2);
  EXPECT_EQ(refused, 4);
}

TEST_F(SendingServiceTest, OneRequestSentManyTimesAtOnceHasOneAnswer) {
  const auto name = world_.Draft(PublishWithQuota(), 0).name();
  const auto results = SendAll(me_, std::vector<std::string>(6, name), kUuid);
  for (const auto& result : results) {
    ASSERT_TRUE(result) << result.error().reason << " " << result.error().message;
    EXPECT_EQ(result->SerializeAsString(), results.front()->SerializeAsString());
  }
}

TEST_F(SendingServiceTest, SavingAndSendingAtOnceNeverSendsWhatWasNotRead) {
  const auto draft = world_.Draft(PublishWithQuota(), 0);
  auto changed = draft;
  std::atomic<bool> stop = false;
  std::jthread saving([&] {
    for (int i = 0; !stop; ++i) {
      changed.set_title("题" + std::to_string(i));
      changed.clear_etag();
      if (!Update(me_, changed, {"title"})) break;
    }
  });
  auto sent = Submit(me_, draft.name());
  while (ReasonOf(sent) == "ETAG_MISMATCH") sent = Submit(me_, draft.name());
  stop = true;
  ASSERT_TRUE(sent) << sent.error().message;
  v1::GetReceiptRequest request;
  request.set_name(draft.name());
  const auto receipt = Ask(me_, &Stub::GetReceipt, request);
  EXPECT_THAT(receipt->content(), ::testing::HasSubstr("\"title\":\"" + sent->title() + "\""));
  EXPECT_EQ(Get(me_, draft.name())->title(), sent->title());
}

TEST_F(SendingServiceTest, BeforeItOpensACallTakesNothing) {
  const auto later = Publish("later", [](calls::v1::Call& call) {
    *call.mutable_opens_at() = ToProto(testing::At("2022-03-02T08:00:00+08:00"));
  });
  v1::CreateSubmissionRequest create;
  create.mutable_submission()->set_call(later.name());
  EXPECT_EQ(ReasonOf(Ask(me_, &Stub::CreateSubmission, create)), "CALL_NOT_OPEN");
  server_.MoveTo("2022-03-02T08:00:00+08:00");
  EXPECT_TRUE(Ask(me_, &Stub::CreateSubmission, create));
}

TEST_F(SendingServiceTest, TextThatIsNotUtf8IsRefused) {
  const auto* service = google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(
      "redpeak.submissions.v1.SubmissionsService");
  // Field 1 of each request, a name, and the title of a new submission, with a byte that is none.
  const std::string name("\x0a\x02\xff\x61", 4), title("\x0a\x04\x2a\x02\xff\x61", 6);
  for (const auto* rpc : {"GetSubmission", "SubmitSubmission", "GetReceipt", "DeleteSubmission",
                          "WithdrawSubmission"}) {
    const auto answer =
        testing::CallBytes(*server_.channel(), *service->FindMethodByName(rpc), me_, name);
    EXPECT_EQ(ReasonOf(answer), "FIELD_INVALID") << rpc;
  }
  for (const auto* rpc : {"CreateSubmission", "UpdateSubmission"}) {
    const auto answer =
        testing::CallBytes(*server_.channel(), *service->FindMethodByName(rpc), me_, title);
    EXPECT_EQ(ReasonOf(answer), "FIELD_INVALID") << rpc;
  }
}

TEST_F(SendingServiceTest, TextIsKeptInOneSpellingAndMarkupAsText) {
  const auto call = PublishWithQuota();
  v1::CreateSubmissionRequest create;
  auto& draft = *create.mutable_submission();
  draft.set_call(call);
  draft.set_title("Cafe\u0301 <b>课题</b>");
  const auto made = Ask(me_, &Stub::CreateSubmission, create);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->title(), "Caf\u00e9 <b>课题</b>");
}

TEST_F(SendingServiceTest, PeopleWhoDoNotExistCannotBeNamed) {
  v1::CreateSubmissionRequest create;
  create.mutable_submission()->set_call(PublishWithQuota());
  create.mutable_submission()->add_avoided_experts("people/ghost");
  const auto refused = Ask(me_, &Stub::CreateSubmission, create);
  EXPECT_EQ(ReasonOf(refused), "FIELD_INVALID");
  EXPECT_EQ(refused.error().violations[0].field, "submission.avoided_experts[0]");
  create.mutable_submission()->set_avoided_experts(0, "people/e1");
  EXPECT_TRUE(Ask(me_, &Stub::CreateSubmission, create));
}

TEST_F(SendingServiceTest, ListsShowEachWhatIsTheirs) {
  const auto call = PublishWithQuota();
  const auto draft = world_.Draft(call, 0).name(), mine = world_.Submitted(call, 0).name(),
             other = world_.Endorsed(call, 1).name();
  const auto list = [&](const std::string& token, v1::ListSubmissionsRequest request = {}) {
    std::vector<std::string> names;
    const auto page = Ask(token, &Stub::ListSubmissions, request);
    EXPECT_TRUE(page) << page.error().message;
    if (!page) return names;
    for (const auto& one : page->submissions()) {
      EXPECT_EQ(one.form(), "");
      names.push_back(one.name());
    }
    return names;
  };
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  EXPECT_THAT(list(me_), ElementsAre(mine, draft));
  EXPECT_THAT(list(world_.researcher(2)), IsEmpty());
  EXPECT_THAT(list(world_.unit_officer()), ElementsAre(other, mine));
  EXPECT_THAT(list(world_.officer()), ElementsAre(other, mine));
  v1::ListSubmissionsRequest queue;
  queue.set_awaiting_endorsement(true);
  EXPECT_THAT(list(world_.unit_officer(), queue), ElementsAre(mine));
  v1::ListSubmissionsRequest endorsed;
  endorsed.set_call(call);
  endorsed.set_state(S::ENDORSED);
  EXPECT_THAT(list(world_.auditor(), endorsed), ElementsAre(other));
  EXPECT_EQ(ReasonOf(Ask(me_, &Stub::ListSubmissions, endorsed)), "ROLE_MISSING");
  v1::ListSubmissionsRequest everything;
  EXPECT_EQ(AskAsService(&Stub::ListSubmissions, everything)->submissions_size(), 3);
  everything.set_page_size(1);
  const auto first = AskAsService(&Stub::ListSubmissions, everything);
  everything.set_page_token(first->next_page_token());
  EXPECT_EQ(AskAsService(&Stub::ListSubmissions, everything)->submissions(0).name(), mine);
  everything.set_mine(true);
  EXPECT_EQ(ReasonOf(AskAsService(&Stub::ListSubmissions, everything)), "PAGE_TOKEN_INVALID");
}

}  // namespace
}  // namespace redpeak::submissions
