#pragma once

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/base/errors.h"
#include "services/base/requests.h"
#include "services/base/wire.h"
#include "services/notifications/follower.h"
#include "services/notifications/message_store.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::notifications {

// Knows everybody whose address it is told; all of them read English but people/zhang. Accounts are
// those of the people of the same id. Roles are held by the people of `holders`.
class FakeIdentity final : public identity::v1::IdentityService::Service {
 public:
  grpc::Status BatchGetPeople(grpc::ServerContext*,
                              const identity::v1::BatchGetPeopleRequest* request,
                              identity::v1::BatchGetPeopleResponse* response) override {
    if (down) return {grpc::StatusCode::UNAVAILABLE, "down"};
    for (const auto& name : request->names()) {
      auto& person = *response->add_people();
      person.set_name(name);
      person.set_display_name("Mx " + name.substr(7));
      if (name != "people/mute") person.set_email(name.substr(7) + "@example.cn");
      if (name != "people/zhang") (*response->mutable_languages())[name] = "en";
    }
    for (const auto& account : request->accounts()) {
      (*response->mutable_people_of_accounts())[account] = "people/" + account.substr(9);
    }
    return grpc::Status::OK;
  }
  grpc::Status ListHolders(grpc::ServerContext*, const identity::v1::ListHoldersRequest* request,
                           identity::v1::ListHoldersResponse* response) override {
    for (const auto& id : holders[request->role()]) {
      if (request->role() == options::v1::UNIT_OFFICER && request->scope() != "organisations/rec")
        continue;
      response->add_people("people/" + id);
    }
    return grpc::Status::OK;
  }
  bool down = false;
  std::map<options::v1::Role, std::vector<std::string>> holders = {
      {options::v1::PROGRAMME_OFFICER, {"officer", "wang"}},
      {options::v1::APPROVER, {"approver"}},
      {options::v1::UNIT_OFFICER, {"unit", "wang"}}};
};

// Every submission but submissions/gone, each led by the person of its id.
class FakeSubmissions final : public submissions::v1::SubmissionsService::Service {
 public:
  grpc::Status GetSubmission(grpc::ServerContext*,
                             const submissions::v1::GetSubmissionRequest* request,
                             submissions::v1::Submission* response) override {
    const auto id = request->name().substr(12);
    if (id == "gone") return ToGrpc(NotFound(request->name()).value());
    *response = Make(id, state);
    return grpc::Status::OK;
  }
  // Of the drafts: those of wang and zhang.
  grpc::Status ListSubmissions(grpc::ServerContext*,
                               const submissions::v1::ListSubmissionsRequest* request,
                               submissions::v1::ListSubmissionsResponse* response) override {
    if (request->state() != submissions::v1::Submission::DRAFT) return grpc::Status::OK;
    for (const auto* id : {"wang", "zhang"})
      *response->add_submissions() = Make(id, request->state());
    return grpc::Status::OK;
  }
  submissions::v1::Submission::State state = submissions::v1::Submission::SUBMITTED;

 private:
  static submissions::v1::Submission Make(const std::string& id,
                                          submissions::v1::Submission::State state) {
    submissions::v1::Submission submission;
    submission.set_name("submissions/" + id);
    submission.set_call("calls/c1");
    submission.set_leader("people/" + id);
    submission.set_leader_name("Mx " + id);
    submission.set_recommender("organisations/rec");
    submission.set_state(state);
    submission.set_title("Steppe of " + id);
    submission.add_team()->set_person("people/friend");
    return submission;
  }
};

class FakeCalls final : public calls::v1::CallsService::Service {
 public:
  grpc::Status GetCall(grpc::ServerContext*, const calls::v1::GetCallRequest* request,
                       calls::v1::Call* response) override {
    response->set_name(request->name());
    response->set_title("Call 2022");
    response->set_endorsement_required(true);
    *response->mutable_closes_at() = ToProto(testing::At("2022-04-30T10:00:00Z"));
    return grpc::Status::OK;
  }
};

class FakeReview final : public review::v1::ReviewService::Service {
 public:
  grpc::Status GetProgress(grpc::ServerContext*, const review::v1::GetProgressRequest*,
                           review::v1::Progress* response) override {
    *response = progress;
    return grpc::Status::OK;
  }
  review::v1::Progress progress{};
};

inline const Statement kListMails{"test.list_mails", R"(
  SELECT recipient || ': ' || subject FROM base.mails ORDER BY recipient, id)"};
inline const Statement kListPeople{"test.list_people", R"(
  SELECT DISTINCT person FROM notifications.messages)"};

class FollowerStoreTest : public ::testing::Test {
 protected:
  using Detail = events::v1::Detail;

  FollowerStoreTest() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&identity_);
    builder.RegisterService(&submissions_);
    builder.RegisterService(&calls_);
    builder.RegisterService(&review_);
    server_ = builder.BuildAndStart();
    const auto channel = server_->InProcessChannel({});
    peers_.Set(
        {{"identity", channel}, {"submissions", channel}, {"calls", channel}, {"review", channel}});
  }

  // All in one transaction, done by accounts/{actor}.
  void Happen(const std::vector<std::pair<std::string, Detail>>& happened,
              const std::string& actor = "nobody") {
    const auto written = InTransaction(writers_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
      const Caller caller{.account = "accounts/" + actor};
      Call call(caller, clock_.Now(), ids_, &tx);
      for (const auto& [subject, detail] : happened) call.Append(subject, detail);
      WriteOutcome(tx, call, "");
      return {};
    });
    ASSERT_TRUE(written) << written.error().message;
  }
  template <typename T, typename Fn>
  T Read(Fn fn) {
    return *InTransaction(pool_, TxMode::kStatement, [&](Tx& tx) -> Result<T> { return fn(tx); });
  }
  std::vector<std::string> Mails() {
    return Read<std::vector<std::string>>([](Tx& tx) {
      std::vector<std::string> mails;
      for (const auto& row : tx.Run(kListMails)) mails.emplace_back(row[0].c_str());
      return mails;
    });
  }
  std::vector<v1::Message> Inbox(const std::string& person) {
    return Read<std::vector<v1::Message>>(
        [&](Tx& tx) { return ListMessages(tx, person, /*unread_only=*/false, "", 1000); });
  }
  // The kind and subject of each, newest first.
  std::vector<std::string> Told(const std::string& person) {
    std::vector<std::string> told;
    for (const auto& message : Inbox(person)) {
      told.push_back(v1::Message::Kind_Name(message.kind()) + " " + message.subject());
    }
    return told;
  }
  void FollowAll() {
    while (follower_.FollowSome() == Turn::kMore) {
    }
  }

  static Detail Changed(const std::string& action) {
    Detail detail;
    detail.mutable_submission_changed()->set_action(action);
    return detail;
  }
  static Detail Review(const std::string& action, const std::string& expert,
                       const std::string& submission = "wang") {
    Detail detail;
    detail.mutable_review_changed()->set_action(action);
    detail.mutable_review_changed()->set_expert("experts/" + expert);
    detail.mutable_review_changed()->set_submission("submissions/" + submission);
    detail.mutable_review_changed()->set_call("calls/c1");
    return detail;
  }

  FakeIdentity identity_;
  FakeSubmissions submissions_;
  FakeCalls calls_;
  FakeReview review_;
  std::unique_ptr<grpc::Server> server_;
  Peers peers_{"notifications", "key"};
  SimulatedClock clock_{testing::At("2022-03-01T00:00:00Z")};
  IdSource ids_;
  const std::string database_ = testing::TestCluster::Get().NewDatabase();
  Pool pool_{database_ + " user=redpeak_notifications options='-c search_path=notifications'", 2};
  Pool writers_{database_ + " user=redpeak_submissions options='-c search_path=submissions'", 1};
  Teller teller_{pool_, peers_, clock_, ids_, "https://kx.example"};
  Follower follower_{pool_, teller_};
};

}  // namespace redpeak::notifications
