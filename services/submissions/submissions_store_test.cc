#include <gmock/gmock.h>

#include <barrier>
#include <set>
#include <thread>

#include "services/base/crypto.h"
#include "services/base/names.h"
#include "services/submissions/advance_store.h"
#include "services/submissions/listing_store.h"
#include "services/submissions/sending_store.h"
#include "services/submissions/submission_store.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::submissions {
namespace {

using testing::TestCluster;
using S = v1::Submission;

const auto kNow = testing::At("2022-03-01T00:00:00Z");

class SubmissionsStoreTest : public ::testing::Test {
 protected:
  template <typename Fn>
  void Run(Fn fn, TxMode mode = TxMode::kTransaction) {
    const auto done = InTransaction(pool_, mode, [&](Tx& tx) -> Result<void> {
      fn(tx);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }
  // Sends it as SubmitSubmission does, in one statement.
  Result<Sent> SendOne(const std::string& id, int slot, const std::string& number) {
    return InTransaction(pool_, TxMode::kStatement, [&](Tx& tx) -> Result<Sent> {
      Call call(caller_, kNow, ids_, &tx);
      auto submission = *ReadSubmission(tx, id);
      const auto etag = submission.etag();
      MarkSent({}, number, Sha256("content"), kNow, submission);
      return Send(call, {.submission = submission,
                         .read_etag = etag,
                         .endorsement_required = true,
                         .quota_slot = slot,
                         .content = "content"});
    });
  }

  S Draft(const std::string& id, const std::string& leader = "me") {
    S draft;
    draft.set_name("submissions/" + id);
    draft.set_call("calls/2022");
    draft.set_leader("people/" + leader);
    draft.set_leader_name("张三");
    draft.set_unit("organisations/host");
    draft.set_unit_name("研究所");
    draft.set_title("草原ＡＢ研究");
    draft.set_category("general");
    draft.set_discipline("21030");
    draft.set_amount_fen(5);
    draft.set_start_date("2022-07-01");
    draft.set_abstract("摘要");
    draft.set_form("{\"a\":1}");
    draft.add_keywords("羊");
    draft.add_team()->set_display_name("李四");
    return draft;
  }
  void Insert(const S& draft) {
    Run([&](Tx& tx) { InsertSubmission(tx, draft, kNow); });
  }

  std::string dsn_ = TestCluster::Get().NewDatabase();
  Pool pool_{dsn_ + " user=redpeak_submissions options='-c search_path=submissions,public'", 16};
  IdSource ids_;
  Caller caller_{.account = "accounts/me"};
};

TEST_F(SubmissionsStoreTest, ReadsWhatWasWritten) {
  auto draft = Draft("s1");
  Insert(draft);
  Run([&](Tx& tx) {
    auto read = *ReadSubmission(tx, "s1");
    EXPECT_EQ(read.etag(), "1");
    EXPECT_EQ(read.status(), S::IN_PREPARATION);
    draft.set_state(S::DRAFT);
    draft.set_status(S::IN_PREPARATION);
    draft.set_etag("1");
    *draft.mutable_create_time() = *draft.mutable_update_time() = ToProto(kNow);
    EXPECT_EQ(read.SerializeAsString(), draft.SerializeAsString());
  });
}

TEST_F(SubmissionsStoreTest, WritesEveryFieldThatMayChange) {
  Insert(Draft("s1"));
  Run([&](Tx& tx) {
    auto changed = *ReadSubmission(tx, "s1");
    changed.set_title("新");
    changed.set_end_date("2023-06-30");
    changed.clear_start_date();
    changed.set_note("note");
    changed.add_attachments()->set_name("submissions/s1/attachments/a");
    *changed.mutable_correct_by() = ToProto(kNow);
    *changed.mutable_endorse_time() = ToProto(kNow);
    WriteSubmission(tx, changed, kNow + std::chrono::seconds(1));
    EXPECT_EQ(changed.etag(), "2");
    EXPECT_EQ(ReadSubmission(tx, "s1")->SerializeAsString(), changed.SerializeAsString());
  });
}

TEST_F(SubmissionsStoreTest, SendsOnlyWhatItRead) {
  Insert(Draft("s1"));
  EXPECT_EQ(SendOne("s1", 1, "N-000001"), Sent::kDone);
  EXPECT_EQ(SendOne("s1", 1, "N-000002"), Sent::kChanged) << "it is not a draft any more";
  Run([&](Tx& tx) {
    const auto sent = *ReadSubmission(tx, "s1");
    EXPECT_EQ(sent.receipt().number(), "N-000001");
    EXPECT_EQ(sent.status(), S::AWAITING_ENDORSEMENT);
    EXPECT_EQ(ReadSentContent(tx, "s1"), "content");
  });
}

TEST_F(SubmissionsStoreTest, OfManySentAtOnceOneTakesThePlace) {
  constexpr int kDrafts = 8;
  for (int i = 0; i < kDrafts; ++i) Insert(Draft("s" + std::to_string(i)));
  std::barrier together(kDrafts);
  std::atomic<int> done = 0, taken = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kDrafts; ++i) {
    threads.emplace_back([&, i] {
      together.arrive_and_wait();
      const auto sent = SendOne("s" + std::to_string(i), 1, "N-" + std::to_string(i));
      if (sent == Sent::kDone) ++done;
      if (sent == Sent::kSlotTaken) ++taken;
    });
  }
  threads.clear();
  EXPECT_EQ(done, 1);
  EXPECT_EQ(taken, kDrafts - 1);
}

TEST_F(SubmissionsStoreTest, OfOneSentManyTimesAtOnceOneIsDone) {
  constexpr int kCallers = 8;
  Insert(Draft("s1"));
  std::barrier together(kCallers);
  std::atomic<int> done = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kCallers; ++i) {
    threads.emplace_back([&, i] {
      together.arrive_and_wait();
      if (SendOne("s1", 1, "N-" + std::to_string(i)) == Sent::kDone) ++done;
    });
  }
  threads.clear();
  EXPECT_EQ(done, 1);
}

TEST_F(SubmissionsStoreTest, APlaceComesBackWhenItsSubmissionGoes) {
  Insert(Draft("s1"));
  Insert(Draft("s2"));
  ASSERT_EQ(SendOne("s1", 1, "N-1"), Sent::kDone);
  Run([&](Tx& tx) {
    EXPECT_EQ(ReadSendable(tx, "s2")->others.front().name, "submissions/s1");
    EXPECT_EQ(CountLive(tx, "calls/2022", "people/me"), 1);
    auto gone = *ReadSubmission(tx, "s1");
    gone.set_state(S::WITHDRAWN);
    WriteSubmission(tx, gone, kNow);
    EXPECT_TRUE(ReadSendable(tx, "s2")->others.empty());
    EXPECT_EQ(CountLive(tx, "calls/2022", "people/me"), 0);
  });
  EXPECT_EQ(SendOne("s2", 1, "N-2"), Sent::kDone);
}

TEST_F(SubmissionsStoreTest, NumbersAreNeverGivenTwiceByAnyProcess) {
  constexpr int kThreads = 8, kEach = 100;
  Numbers one_process, another;
  std::mutex mutex;
  std::set<std::string> given;
  std::vector<std::jthread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      auto& numbers = i % 2 == 0 ? one_process : another;
      for (int k = 0; k < kEach; ++k) {
        Run(
            [&](Tx& tx) {
              const auto number = numbers.Next(tx, "CF2022");
              std::lock_guard lock(mutex);
              EXPECT_TRUE(given.insert(number).second) << number;
            },
            TxMode::kStatement);
      }
    });
  }
  threads.clear();
  EXPECT_EQ(given.size(), size_t{kThreads * kEach});
  EXPECT_EQ(*given.begin(), "CF2022-000001");
}

TEST_F(SubmissionsStoreTest, NumbersHaveNoGapsWhileTheyAreWantedSlowly) {
  Run(
      [&](Tx& tx) {
        EXPECT_EQ(Numbers().Next(tx, "CF"), "CF-000001");
        EXPECT_EQ(Numbers().Next(tx, "CF"), "CF-000002") << "as after a restart";
        EXPECT_EQ(Numbers().Next(tx, "OTHER"), "OTHER-000001");
      },
      TxMode::kStatement);
}

Listing OfCall(Order order) {
  Listing listing;
  listing.all = true;
  listing.call = "2022";
  listing.order = order;
  listing.page.size = 3;
  return listing;
}

// All that a listing finds, page by page.
std::vector<std::string> Walk(Tx& tx, Listing listing) {
  std::vector<std::string> ids;
  for (;;) {
    auto rows = ListSubmissions(tx, listing);
    const bool more = rows.size() > static_cast<size_t>(listing.page.size);
    if (more) rows.pop_back();
    for (const auto& row : rows) ids.push_back(LastId(row.submission.name()));
    if (!more) return ids;
    listing.page.after = rows.back().key;
  }
}

TEST_F(SubmissionsStoreTest, PagesFollowEveryOrderWithoutGapOrRepeat) {
  std::vector<Advance> scores;
  for (int i = 0; i < 10; ++i) {
    const auto id = "s" + std::to_string(i);
    Insert(Draft(id, "p" + std::to_string(i)));
    ASSERT_EQ(SendOne(id, 1, "N-00000" + std::to_string(9 - i)), Sent::kDone);
    // Ties, numbers with many digits, and none at all.
    if (i < 8) scores.push_back({id, i % 2 == 0 ? 70 + 1.0 / 3 : i * 10.0, ""});
  }
  Run([&](Tx& tx) {
    WriteAdvances(tx, scores, S::REVIEWED, false, kNow);
    using ::testing::ElementsAre;
    EXPECT_THAT(Walk(tx, OfCall(Order::kCreateTime)),
                ElementsAre("s9", "s8", "s7", "s6", "s5", "s4", "s3", "s2", "s1", "s0"));
    EXPECT_THAT(Walk(tx, OfCall(Order::kNumber)),
                ElementsAre("s9", "s8", "s7", "s6", "s5", "s4", "s3", "s2", "s1", "s0"));
    EXPECT_THAT(Walk(tx, OfCall(Order::kScore)),
                ElementsAre("s6", "s4", "s2", "s0", "s7", "s5", "s3", "s1", "s9", "s8"));
  });
}

TEST_F(SubmissionsStoreTest, FiltersFindWhatTheySay) {
  Insert(Draft("s1"));
  auto other = Draft("s2", "you");
  other.set_title("城市100%_规划");
  other.set_category("key");
  other.set_discipline("630");
  other.set_unit("organisations/elsewhere");
  Insert(other);
  ASSERT_EQ(SendOne("s2", 1, "CF-000007"), Sent::kDone);
  const auto found = [&](void (*change)(Listing&)) {
    std::vector<std::string> ids;
    Run([&](Tx& tx) {
      auto listing = OfCall(Order::kCreateTime);
      change(listing);
      ids = Walk(tx, listing);
    });
    return ids;
  };
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  EXPECT_THAT(found([](Listing& l) { l.state = "DRAFT"; }), ElementsAre("s1"));
  EXPECT_THAT(found([](Listing& l) { l.category = "key"; }), ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) { l.discipline = "210"; }), ElementsAre("s1"));
  EXPECT_THAT(found([](Listing& l) { l.discipline = "10"; }), IsEmpty());
  EXPECT_THAT(found([](Listing& l) { l.unit = "elsewhere"; }), ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) { l.title_part = "ab"; }), ElementsAre("s1"))
      << "width and case do not count";
  EXPECT_THAT(found([](Listing& l) { l.title_part = "草原"; }), ElementsAre("s1"));
  EXPECT_THAT(found([](Listing& l) { l.title_part = "0%_规"; }), ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) { l.title_part = "_原"; }), IsEmpty());
  EXPECT_THAT(found([](Listing& l) {
                l.title_part = "cf-000007";
                l.number = "CF-000007";
              }),
              ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) { l.awaiting_endorsement = true; }), ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) {
                l.awaiting_endorsement = true;
                l.endorsers = {"host"};
              }),
              IsEmpty());
  EXPECT_THAT(found([](Listing& l) { l.not_led_by = "you"; }), ElementsAre("s1"));
  EXPECT_THAT(found([](Listing& l) { l.call = "2021"; }), IsEmpty());
}

TEST_F(SubmissionsStoreTest, EachFindsTheirsAndDraftsOnlyTheirLeaders) {
  Insert(Draft("s1"));
  Insert(Draft("s2", "you"));
  ASSERT_EQ(SendOne("s2", 1, "CF-000001"), Sent::kDone);
  const auto found = [&](void (*change)(Listing&)) {
    std::vector<std::string> ids;
    Run([&](Tx& tx) {
      Listing listing;
      change(listing);
      ids = Walk(tx, listing);
    });
    return ids;
  };
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  EXPECT_THAT(found([](Listing&) {}), IsEmpty());
  EXPECT_THAT(found([](Listing& l) { l.leader = "me"; }), ElementsAre("s1"));
  EXPECT_THAT(found([](Listing& l) { l.units = {"host"}; }), ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) { l.calls = {"2022"}; }), ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) { l.all_sent = true; }), ElementsAre("s2"));
  EXPECT_THAT(found([](Listing& l) {
                l.all_sent = true;
                l.leader = "me";
              }),
              ElementsAre("s2", "s1"));
  EXPECT_THAT(found([](Listing& l) { l.units = {"rec"}; }), IsEmpty());
}

TEST_F(SubmissionsStoreTest, MovesManyOnAtOnce) {
  std::vector<Advance> advances;
  for (int i = 0; i < 50; ++i) {
    const auto id = "s" + std::to_string(i);
    Insert(Draft(id, "p" + std::to_string(i)));
    ASSERT_EQ(SendOne(id, 1, "N-" + std::to_string(i)), Sent::kDone);
    advances.push_back({id, 0.1 * i, ""});
  }
  Run([&](Tx& tx) {
    WriteAdvances(tx, advances, S::REVIEWED, false, kNow);
    std::vector<std::string> ids = {"ghost"};
    for (const auto& advance : advances) ids.push_back(advance.id);
    const auto standings = ReadStandingsForUpdate(tx, ids);
    ASSERT_EQ(standings.size(), 50U);
    for (const auto& advance : advances) {
      EXPECT_EQ(standings.at(advance.id).state, S::REVIEWED);
      EXPECT_EQ(standings.at(advance.id).score, advance.score) << "to the last digit";
    }
  });
}

TEST_F(SubmissionsStoreTest, TheDatabaseRefusesWhatCannotBe) {
  Insert(Draft("s1"));
  pqxx::connection connection(dsn_ + " user=redpeak_owner");
  for (const auto* change :
       {"state = 'NONSENSE'", "state = 'SUBMITTED'", "amount_fen = -1", "score = 101",
        "score = 'NaN'", "project_number = 'P-1'", "version = 0", "number = 'N-1'"}) {
    EXPECT_THROW(pqxx::nontransaction(connection)
                     .exec("UPDATE submissions.submissions SET " + std::string(change)),
                 pqxx::check_violation)
        << change;
  }
}

}  // namespace
}  // namespace redpeak::submissions
