#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/base/errors.h"
#include "services/base/requests.h"
#include "services/base/wire.h"
#include "services/notifications/follower.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::notifications {
namespace {

using events::v1::Detail;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Knows everybody whose address it is told; all of them read English but people/zhang.
class FakeIdentity final : public identity::v1::IdentityService::Service {
 public:
  grpc::Status BatchGetPeople(grpc::ServerContext*,
                              const identity::v1::BatchGetPeopleRequest* request,
                              identity::v1::BatchGetPeopleResponse* response) override {
    if (down) return {grpc::StatusCode::UNAVAILABLE, "down"};
    for (const auto& name : request->names()) {
      auto& person = *response->add_people();
      person.set_name(name);
      if (name != "people/mute") person.set_email(name.substr(7) + "@example.cn");
      if (name != "people/zhang") (*response->mutable_languages())[name] = "en";
    }
    return grpc::Status::OK;
  }
  bool down = false;
};

// Every submission but submissions/gone, each led by the person of its id.
class FakeSubmissions final : public submissions::v1::SubmissionsService::Service {
 public:
  grpc::Status GetSubmission(grpc::ServerContext*,
                             const submissions::v1::GetSubmissionRequest* request,
                             submissions::v1::Submission* response) override {
    const auto id = request->name().substr(12);
    if (id == "gone") return ToGrpc(NotFound(request->name()).value());
    response->set_leader("people/" + id);
    response->set_title("Steppe of " + id);
    return grpc::Status::OK;
  }
};

const Statement kListMails{"test.list_mails", R"(
  SELECT recipient || ': ' || subject FROM base.mails ORDER BY recipient, id)"};

class FollowerStoreTest : public ::testing::Test {
 protected:
  FollowerStoreTest() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&identity_);
    builder.RegisterService(&submissions_);
    server_ = builder.BuildAndStart();
    const auto channel = server_->InProcessChannel({});
    peers_.Set({{"identity", channel}, {"submissions", channel}});
  }

  // All in one transaction.
  void Happen(const std::vector<std::pair<std::string, Detail>>& happened) {
    const auto written = InTransaction(writers_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
      IdSource ids;
      const Caller caller{.account = "accounts/o"};
      Call call(caller, clock_.Now(), ids, &tx);
      for (const auto& [subject, detail] : happened) call.Append(subject, detail);
      WriteOutcome(tx, call, "");
      return {};
    });
    ASSERT_TRUE(written) << written.error().message;
  }
  std::vector<std::string> Mails() {
    return *InTransaction(pool_, TxMode::kStatement,
                          [](Tx& tx) -> Result<std::vector<std::string>> {
                            std::vector<std::string> mails;
                            for (const auto& row : tx.Run(kListMails)) {
                              mails.emplace_back(row[0].c_str());
                            }
                            return mails;
                          });
  }
  static Detail Endorsed() {
    Detail detail;
    detail.mutable_submission_changed()->set_action("endorsed");
    return detail;
  }
  static Detail AssignedTo(const std::string& expert) {
    Detail detail;
    detail.mutable_review_changed()->set_action("assigned");
    detail.mutable_review_changed()->set_expert("experts/" + expert);
    return detail;
  }

  FakeIdentity identity_;
  FakeSubmissions submissions_;
  std::unique_ptr<grpc::Server> server_;
  Peers peers_{"notifications", "key"};
  SimulatedClock clock_{testing::At("2022-03-01T00:00:00Z")};
  const std::string database_ = testing::TestCluster::Get().NewDatabase();
  Pool pool_{database_ + " user=redpeak_notifications", 2};
  Pool writers_{database_ + " user=redpeak_submissions options='-c search_path=submissions'", 1};
  Follower follower_{pool_, peers_, clock_, "https://kx.example"};
};

TEST_F(FollowerStoreTest, TellsLeadersInTheirLanguage) {
  EXPECT_EQ(follower_.FollowSome(), Turn::kIdle);
  Happen({{"submissions/wang", Endorsed()}, {"submissions/zhang", Endorsed()}});
  EXPECT_EQ(follower_.FollowSome(), Turn::kMore);
  EXPECT_THAT(Mails(), ElementsAre("wang@example.cn: Your submission was endorsed",
                                   "zhang@example.cn: 您的申报已获单位推荐"));
  EXPECT_EQ(follower_.FollowSome(), Turn::kIdle);
}

TEST_F(FollowerStoreTest, LeavesOutWhoHasNoAddressAndWhatIsGone) {
  Happen({{"submissions/mute", Endorsed()}, {"submissions/gone", Endorsed()}});
  EXPECT_EQ(follower_.FollowSome(), Turn::kMore);
  EXPECT_THAT(Mails(), IsEmpty());
}

TEST_F(FollowerStoreTest, TellsAnExpertOnceOfAllThatOneRunAssigned) {
  Happen({{"submissions/a/reviews/1", AssignedTo("li")},
          {"submissions/b/reviews/2", AssignedTo("li")},
          {"submissions/b/reviews/3", AssignedTo("sun")}});
  follower_.FollowSome();
  EXPECT_THAT(Mails(), ElementsAre("li@example.cn: You have been asked to review",
                                   "sun@example.cn: You have been asked to review"));
  Happen({{"submissions/c/reviews/4", AssignedTo("li")}});
  follower_.FollowSome();
  EXPECT_EQ(Mails().size(), 3U);
}

TEST_F(FollowerStoreTest, WaitsForAPeerThatIsDown) {
  Happen({{"submissions/wang", Endorsed()}});
  identity_.down = true;
  EXPECT_EQ(follower_.FollowSome(), Turn::kFailed);
  EXPECT_THAT(Mails(), IsEmpty());
  identity_.down = false;
  EXPECT_EQ(follower_.FollowSome(), Turn::kMore);
  EXPECT_EQ(Mails().size(), 1U);
}

TEST_F(FollowerStoreTest, ManyEventsAreTakenInPieces) {
  const std::vector<std::pair<std::string, Detail>> run(1'200, {"submissions/x", AssignedTo("li")});
  Happen(run);
  int turns = 0;
  while (follower_.FollowSome() == Turn::kMore) ++turns;
  EXPECT_EQ(turns, 3);
  EXPECT_EQ(Mails().size(), 1U);
}

}  // namespace
}  // namespace redpeak::notifications
