// Plays random actions of random users on a server and on a map, and compares the two.
#include <map>
#include <random>

#include "services/base/crypto.h"
#include "tests/submissions_fixture.h"

namespace redpeak::submissions {
namespace {

using S = v1::Submission;
using Advanced = v1::AdvanceSubmissionsRequest;

constexpr int kSteps = 600;
constexpr int kLeaders = testing::World::kResearchers;
constexpr int kQuota = 2;
const auto kCloses = testing::At("2022-04-30T18:00:00+08:00");

enum class Deed {
  kCreate,
  kSave,
  kDelete,
  kSubmit,
  kWithdraw,
  kUnitReturns,
  kOfficerReturns,
  kEndorse,
  kCheck,
  kAccept,
  kRefuse,
  kStart,
  kScore,
  kPropose,
  kDoNotPropose,
  kUnpropose,
  kNotice,
  kApprove,
  kDoNotApprove,
  kDeeds
};

// What the map knows of a submission.
struct Known {
  int leader = 0;
  S::State state = S::DRAFT;
  int64_t version = 1;
  std::string title{};
  std::string number{};
  bool endorsed = false;
  Instant correct_by{};
  std::string sent_title{};
  bool on_notice = false;
};

class SubmissionLifeServiceTest : public testing::SubmissionsFixture,
                                  public ::testing::WithParamInterface<unsigned> {
 protected:
  // Whether the deed should succeed, by rules written down a second time.
  bool Allowed(Deed deed, const Known& known, int actor) {
    const bool leads = actor == known.leader;
    const auto in = [&](std::initializer_list<S::State> states) {
      return std::ranges::find(states, known.state) != states.end();
    };
    const bool closed = server_.Now() >= kCloses;
    const bool late = server_.Now() >= std::max(kCloses, known.correct_by);
    const bool waiting = in({S::SUBMITTED, S::ENDORSED});
    switch (deed) {
      case Deed::kSave:
        return leads && in({S::DRAFT, S::RETURNED});
      case Deed::kDelete:
        return leads && in({S::DRAFT});
      case Deed::kSubmit:
        return leads && in({S::DRAFT, S::RETURNED}) && !late && !known.title.empty() &&
               HasPlace(known);
      case Deed::kWithdraw:
        return leads && in({S::DRAFT, S::SUBMITTED, S::ENDORSED, S::RETURNED, S::ACCEPTED,
                            S::IN_REVIEW, S::REVIEWED});
      case Deed::kUnitReturns:
        return in({S::SUBMITTED}) && !closed;
      case Deed::kOfficerReturns:
        return waiting;
      case Deed::kEndorse:
        return in({S::SUBMITTED});
      case Deed::kCheck:
        return (waiting && closed) || (in({S::RETURNED}) && late);
      case Deed::kAccept:
        return waiting && closed && known.endorsed;
      case Deed::kRefuse:  // for NOT_ENDORSED
        return (waiting && closed && !known.endorsed) || (in({S::RETURNED}) && late);
      case Deed::kStart:
        return in({S::ACCEPTED, S::IN_REVIEW});
      case Deed::kScore:
        return in({S::IN_REVIEW, S::REVIEWED});
      case Deed::kPropose:
        return in({S::REVIEWED, S::PROPOSED});
      case Deed::kDoNotPropose:
        return in({S::REVIEWED, S::NOT_PROPOSED});
      case Deed::kUnpropose:
        return in({S::PROPOSED, S::NOT_PROPOSED, S::REVIEWED});
      case Deed::kNotice:
        return in({S::PROPOSED});
      case Deed::kApprove:
        return in({S::PROPOSED, S::APPROVED});
      case Deed::kDoNotApprove:
        return in({S::PROPOSED, S::NOT_PROPOSED, S::NOT_APPROVED});
      default:
        return false;
    }
  }

  // Whether the leader has a place in the quota left for it, or it has one already.
  bool HasPlace(const Known& known) {
    if (!known.number.empty()) return true;
    return std::ranges::count_if(known_, [&](const auto& entry) {
             const auto& other = entry.second;
             return other.leader == known.leader && !other.number.empty() &&
                    other.state != S::WITHDRAWN && other.state != S::REFUSED;
           }) < kQuota;
  }

  // What the deed makes of a submission that allows it.
  void Change(Deed deed, Known& known, const std::string& title) {
    static const std::map<Deed, S::State> leads_to = {{Deed::kSubmit, S::SUBMITTED},
                                                      {Deed::kWithdraw, S::WITHDRAWN},
                                                      {Deed::kUnitReturns, S::RETURNED},
                                                      {Deed::kOfficerReturns, S::RETURNED},
                                                      {Deed::kEndorse, S::ENDORSED},
                                                      {Deed::kAccept, S::ACCEPTED},
                                                      {Deed::kRefuse, S::REFUSED},
                                                      {Deed::kStart, S::IN_REVIEW},
                                                      {Deed::kScore, S::REVIEWED},
                                                      {Deed::kPropose, S::PROPOSED},
                                                      {Deed::kDoNotPropose, S::NOT_PROPOSED},
                                                      {Deed::kUnpropose, S::REVIEWED},
                                                      {Deed::kApprove, S::APPROVED},
                                                      {Deed::kDoNotApprove, S::NOT_APPROVED}};
    const auto it = leads_to.find(deed);
    const bool advance = deed >= Deed::kStart;
    const bool moved = it != leads_to.end() && known.state != it->second;
    const bool noticed = deed == Deed::kNotice && !std::exchange(known.on_notice, true);
    if (!advance || moved || noticed) ++known.version;
    if (moved) known.on_notice = false;
    if (it != leads_to.end()) known.state = it->second;
    if (deed == Deed::kSave) known.title = title;
    if (deed == Deed::kEndorse) known.endorsed = true;
    if (deed == Deed::kSubmit) known.sent_title = known.title;
    const bool returned = deed == Deed::kUnitReturns || deed == Deed::kOfficerReturns;
    if (returned || deed == Deed::kSubmit) known.endorsed = false;
    if (returned) known.correct_by = deed == Deed::kOfficerReturns ? CorrectBy() : Instant{};
  }

  Instant CorrectBy() { return server_.Now() + std::chrono::hours(48); }

  Result<void> Do(Deed deed, const std::string& name, int actor, const std::string& title) {
    const auto& token = world_.researcher(actor);
    const auto done = [](const auto& result) -> Result<void> {
      if (!result) return tl::unexpected(result.error());
      return {};
    };
    switch (deed) {
      case Deed::kSave: {
        S draft;
        draft.set_name(name);
        draft.set_title(title);
        return done(Update(token, draft, {"title"}));
      }
      case Deed::kDelete: {
        v1::DeleteSubmissionRequest request;
        request.set_name(name);
        return done(Ask(token, &Stub::DeleteSubmission, request));
      }
      case Deed::kSubmit:
        return done(Submit(token, name));
      case Deed::kWithdraw:
        return done(Withdraw(token, name));
      case Deed::kUnitReturns:
        return done(Return(world_.unit_officer(), name));
      case Deed::kOfficerReturns: {
        v1::ReturnSubmissionRequest request;
        request.set_name(name);
        request.set_reason("correct it");
        *request.mutable_correct_by() = ToProto(CorrectBy());
        return done(Ask(world_.officer(), &Stub::ReturnSubmission, request));
      }
      case Deed::kEndorse:
        return done(Endorse(world_.unit_officer(), name));
      case Deed::kCheck:
        return done(Check(world_.officer(), name));
      case Deed::kAccept:
        return done(Accept(world_.officer(), name, EtagOf(name)));
      case Deed::kRefuse:
        return done(Refuse(world_.officer(), name, EtagOf(name), {"NOT_ENDORSED"}));
      default:
        return done(Advance(ActionOf(deed), {name}));
    }
  }

  std::string EtagOf(const std::string& name) {
    const auto read = Get(world_.officer(), name);
    return read ? read->etag() : "1";
  }

  static Advanced::Action ActionOf(Deed deed) {
    static const std::map<Deed, Advanced::Action> actions = {
        {Deed::kStart, Advanced::START_REVIEW},  {Deed::kScore, Advanced::RECORD_SCORE},
        {Deed::kPropose, Advanced::PROPOSE},     {Deed::kDoNotPropose, Advanced::DO_NOT_PROPOSE},
        {Deed::kUnpropose, Advanced::UNPROPOSE}, {Deed::kNotice, Advanced::PUT_ON_NOTICE},
        {Deed::kApprove, Advanced::APPROVE},     {Deed::kDoNotApprove, Advanced::DO_NOT_APPROVE}};
    return actions.at(deed);
  }

  // Makes a draft, without a title half of the time, or is refused because the call is closed.
  void Create(int actor, bool titled) {
    if (server_.Now() >= kCloses) return;
    auto draft = world_.Draft(call_, actor);
    if (!titled) {
      draft.clear_title();
      draft = *Update(world_.researcher(actor), draft, {"title"});
    }
    known_[draft.name()] = {
        .leader = actor, .version = std::stoll(draft.etag()), .title = draft.title()};
  }

  void Compare(const S& read, Known& known) {
    EXPECT_EQ(read.state(), known.state);
    EXPECT_EQ(read.etag(), std::to_string(known.version));
    EXPECT_EQ(read.title(), known.title);
    if (known.number.empty()) known.number = read.receipt().number();
    EXPECT_EQ(read.receipt().number(), known.number) << "a number is for life";
    const bool was_sent = !known.sent_title.empty();
    EXPECT_EQ(known.number.empty(), !was_sent);
  }

  void CompareReceipt(const std::string& name, const Known& known) {
    if (known.number.empty()) return;
    v1::GetReceiptRequest request;
    request.set_name(name);
    const auto receipt = Ask(world_.researcher(known.leader), &Stub::GetReceipt, request);
    ASSERT_TRUE(receipt) << receipt.error().message;
    EXPECT_EQ(receipt->number(), known.number);
    EXPECT_EQ(Sha256(receipt->content()), receipt->sha256());
    EXPECT_THAT(receipt->content(), ::testing::HasSubstr("\"title\":\"" + known.sent_title + "\""));
  }

  Result<S> Read(const std::string& name) {
    v1::GetSubmissionRequest request;
    request.set_name(name);
    return AskAsService(&Stub::GetSubmission, request);
  }

  unsigned Random(size_t below) { return static_cast<unsigned>(random_() % below); }

  // What ends or undoes a life, and would leave none to go on with if it came as often as the rest.
  static bool SetsBack(Deed deed) {
    return deed == Deed::kDelete || deed == Deed::kWithdraw || deed == Deed::kUnitReturns ||
           deed == Deed::kOfficerReturns || deed == Deed::kUnpropose;
  }

  // A deed; more often than chance would have it, one that is allowed and leads on.
  Deed PickDeed(const Known& known, int actor) {
    const bool any = Random(4) == 0;
    for (int i = 0;; ++i) {
      const auto deed = static_cast<Deed>(1 + Random(static_cast<size_t>(Deed::kDeeds) - 1));
      if (any || i == 50) return deed;
      if (Allowed(deed, known, actor) && (!SetsBack(deed) || Random(12) == 0)) return deed;
    }
  }

  void Step(int i) {
    auto it = known_.begin();
    std::advance(it, Random(known_.size()));
    auto& [name, known] = *it;
    const int actor = Random(4) == 0 ? static_cast<int>(Random(kLeaders)) : known.leader;
    const auto deed = PickDeed(known, actor);
    const auto title = Random(8) == 0 ? "" : "题" + std::to_string(i);
    SCOPED_TRACE(name + " " + S::State_Name(known.state) + " deed " +
                 std::to_string(static_cast<int>(deed)) + " by " + std::to_string(actor));
    const bool allowed = Allowed(deed, known, actor);
    const auto before = Read(name)->etag();
    const auto done = Do(deed, name, actor, title);
    ASSERT_EQ(done.has_value(), allowed) << (done ? "" : done.error().reason);
    if (!allowed) {
      EXPECT_EQ(Read(name)->etag(), before) << "a refusal changes nothing";
      return;
    }
    ++done_[deed];
    if (deed == Deed::kDelete) {
      EXPECT_EQ(testing::ReasonOf(Read(name)), "NOT_FOUND");
      known_.erase(it);
      return;
    }
    Change(deed, known, title);
    Compare(*Read(name), known);
  }

  std::mt19937 random_{GetParam()};
  std::map<std::string, Known> known_;
  std::map<Deed, int> done_;  // how often each succeeded
  const std::string call_ =
      Publish("2022", [](calls::v1::Call& call) { call.set_leader_quota(kQuota); }).name();
};

TEST_P(SubmissionLifeServiceTest, AgreesWithAMap) {
  for (int i = 0; i < kSteps && !HasFailure(); ++i) {
    // The call closes after two fifths of the steps; then the days go by.
    if (i == kSteps * 2 / 5) server_.MoveTo(kCloses);
    if (i > kSteps * 2 / 5 && i % 50 == 0) server_.MoveTo(server_.Now() + std::chrono::hours(24));
    if (known_.empty() || (server_.Now() < kCloses && Random(8) == 0)) {
      Create(static_cast<int>(Random(kLeaders)), Random(2) == 0);
    } else {
      Step(i);
    }
  }
  for (auto& [name, known] : known_) {
    Compare(*Read(name), known);
    CompareReceipt(name, known);
  }
  EXPECT_GE(done_.size(), 8U) << "it should have tried most of what can be done";
}

INSTANTIATE_TEST_SUITE_P(Seeds, SubmissionLifeServiceTest, ::testing::Values(1U, 20220301U));

}  // namespace
}  // namespace redpeak::submissions
