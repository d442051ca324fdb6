// What was acknowledged is there, and nothing is half done, whatever stops in the middle.
#include <gmock/gmock.h>

#include <atomic>
#include <mutex>
#include <pqxx/pqxx>
#include <set>
#include <thread>

#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "tests/postgres.h"
#include "tests/world.h"

namespace redpeak::testing {
namespace {

using submissions::v1::SubmissionsService;

constexpr int kDraftsEach = 40;

// Submits drafts of every researcher at once, and remembers what was acknowledged.
class Load {
 public:
  Load(World& world, const std::string& call) : world_(world) {
    for (int i = 0; i < World::kResearchers; ++i) {
      auto& drafts = drafts_.emplace_back();
      for (int n = 0; n < kDraftsEach; ++n) drafts.push_back(world_.Draft(call, i).name());
    }
  }

  void Start() {
    for (int i = 0; i < World::kResearchers; ++i) threads_.emplace_back([this, i] { Submit(i); });
  }
  // Waits until this many have been acknowledged, so that the fault comes in the middle.
  void WaitFor(size_t acknowledged) {
    std::unique_lock lock(mutex_);
    progress_.wait(lock, [&] { return acknowledged_.size() >= acknowledged; });
  }
  void Join() {
    for (auto& thread : threads_) thread.join();
  }
  const std::set<std::string>& acknowledged() const { return acknowledged_; }
  const std::set<std::string>& codes() const { return codes_; }

 private:
  void Submit(int i) {
    for (const auto& name : drafts_[static_cast<size_t>(i)]) {
      submissions::v1::SubmitSubmissionRequest request;
      request.set_name(name);
      const auto answer = world_.server().Ask<SubmissionsService>(
          world_.researcher(i), &SubmissionsService::Stub::SubmitSubmission, request);
      std::lock_guard lock(mutex_);
      if (answer) acknowledged_.insert(name);
      if (!answer) codes_.insert(answer.error().reason);
      progress_.notify_all();
    }
  }

  World& world_;
  std::vector<std::vector<std::string>> drafts_;
  std::vector<std::jthread> threads_;  // joined, too, when a test ends halfway
  std::mutex mutex_;
  std::condition_variable progress_;
  std::set<std::string> acknowledged_;
  std::set<std::string> codes_;
};

class FaultsTest : public ::testing::Test {
 protected:
  FaultsTest() : world_(server_) {
    auto call = World::SampleCall();
    call.set_leader_quota(0);
    call_ = world_.PublishCall("faults", call).name();
  }

  // The first column of a query's rows, as the owner of everything.
  std::set<std::string> Query(const std::string& sql) {
    pqxx::connection connection(server_.database() + " user=redpeak_owner");
    pqxx::nontransaction tx(connection);
    std::set<std::string> values;
    for (const auto& row : tx.exec(sql)) values.insert(row[0].c_str());
    return values;
  }

  // Every acknowledged one is stored; what is stored as sent has its event, and the other way
  // round.
  void ExpectNothingLost(const Load& load) {
    const auto sent =
        Query("SELECT 'submissions/' || id FROM submissions.submissions WHERE state = 'SUBMITTED'");
    const auto events =
        Query("SELECT subject FROM base.events WHERE kind = 'submission_submitted'");
    EXPECT_EQ(sent, events);
    for (const auto& name : load.acknowledged()) EXPECT_TRUE(sent.contains(name)) << name;
  }

  TestServer server_;
  World world_;
  std::string call_;
};

TEST_F(FaultsTest, PostgresRestartsUnderLoad) {
  Load load(world_, call_);
  load.Start();
  load.WaitFor(20);
  TestCluster::Get().Restart();
  load.Join();
  ExpectNothingLost(load);
  for (const auto& reason : load.codes()) {
    EXPECT_THAT(reason, ::testing::AnyOf("DATABASE_UNAVAILABLE", "OUTCOME_UNKNOWN"));
  }
  // And it goes on as if nothing had been.
  EXPECT_NO_THROW(world_.Submitted(call_, 0));
}

TEST_F(FaultsTest, ShutdownUnderLoadLosesNothing) {
  Load load(world_, call_);
  load.Start();
  load.WaitFor(20);
  server_.server().Shutdown();
  load.Join();
  ExpectNothingLost(load);
  EXPECT_LT(load.acknowledged().size(), static_cast<size_t>(kDraftsEach * World::kResearchers));
}

TEST_F(FaultsTest, ARepeatedRequestIdSubmitsOnce) {
  const auto draft = world_.Draft(call_, 0);
  submissions::v1::SubmitSubmissionRequest request;
  request.set_name(draft.name());
  request.set_request_id("8a6e0804-2bd0-4672-b79d-d97027f9071a");
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::set<std::string> answers;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      const auto answer = server_.Ask<SubmissionsService>(
          world_.researcher(0), &SubmissionsService::Stub::SubmitSubmission, request);
      std::lock_guard lock(mutex);
      answers.insert(answer ? answer->receipt().number() : answer.error().reason);
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(answers.size(), 1U) << ::testing::PrintToString(answers);
  EXPECT_THAT(*answers.begin(), ::testing::StartsWith("CF2022-"));
  EXPECT_EQ(Query("SELECT id::text FROM base.events WHERE kind = 'submission_submitted'").size(),
            1U);
}

}  // namespace
}  // namespace redpeak::testing
