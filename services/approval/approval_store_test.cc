#include <gmock/gmock.h>
#include <google/protobuf/timestamp.pb.h>

#include "services/approval/award_store.h"
#include "services/approval/calendar_store.h"
#include "services/approval/line.h"
#include "services/approval/notice.h"
#include "services/approval/notice_store.h"
#include "services/approval/objection.h"
#include "services/approval/objection_store.h"
#include "services/approval/proposal_store.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::approval {
namespace {

using redpeak::testing::At;
using redpeak::testing::TestCluster;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using v1::Proposal;
using v1::ProposalItem;

const Instant kNow = At("2022-06-20T10:00:00+08:00");

ProposalItem Item(int rank) {
  ProposalItem item;
  const auto id = std::to_string(rank);
  item.set_submission("submissions/s" + id);
  item.set_rank(rank);
  item.set_mean(90.123456789012345 - rank);
  item.set_spread(1.0 / 3);
  item.set_title("课题\"" + id + "\"\\");
  item.set_number("CF2022-00000" + id);
  item.set_category("general");
  item.set_amount_fen(2'000'000);
  item.set_leader("people/p" + id);
  item.set_leader_name("张三");
  item.set_unit("organisations/o");
  item.set_unit_name("农牧研究所");
  return item;
}

KeptProposal Draft(const std::string& id) {
  KeptProposal kept;
  kept.proposal.set_name("calls/c/proposals/" + id);
  kept.proposal.set_call("calls/c");
  kept.proposal.set_state(Proposal::DRAFT);
  kept.proposal.set_budget_fen(4'500'000);
  *kept.proposal.mutable_create_time() = ToProto(kNow);
  kept.proposal.set_etag("1");
  kept.prepared_by = {"accounts/officer"};
  return kept;
}

class ApprovalStore : public ::testing::Test {
 protected:
  // Runs one unit of work, which must succeed.
  template <typename Fn>
  void Do(Fn fn) {
    const auto done = InTransaction(pool_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
      fn(tx);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }
  // Runs one that the database refuses; why.
  template <typename Fn>
  Error Fail(Fn fn) {
    const auto done = InTransaction(pool_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
      fn(tx);
      return {};
    });
    EXPECT_FALSE(done);
    return done ? Error{} : done.error();
  }

  // A proposal of three items on a notice.
  v1::Notice PutOnNotice() {
    auto kept = Draft("p");
    std::vector items = {Item(1), Item(2), Item(3)};
    DrawLine(kept.proposal, items);
    calls::v1::Call call;
    call.set_name("calls/c");
    call.set_title("科研课题");
    call.set_notice_days(7);
    auto notice = MakeNotice(call, items, "", kNow, {}).value();
    notice.set_name("notices/n");
    notice.set_etag("1");
    Do([&](Tx& tx) {
      InsertProposal(tx, kept, items);
      InsertNotice(tx, {notice, kept.proposal.name()});
    });
    return notice;
  }

  v1::Objection File(Tx& tx, const std::string& id) {
    v1::Objection objection;
    objection.set_name("notices/n/objections/" + id);
    objection.set_call("calls/c");
    objection.set_state(v1::Objection::FILED);
    objection.set_submission_number("CF2022-000001");
    objection.set_real_name("王五");
    objection.set_contact("13800138000");
    objection.set_text("内容与往年课题重复，请核查。");
    *objection.mutable_file_time() = ToProto(kNow);
    objection.set_etag("1");
    InsertObjection(tx, objection);
    return objection;
  }

  Pool pool_{
      TestCluster::Get().NewDatabase() + " user=redpeak_approval options='-c search_path=approval'",
      2};
};

TEST_F(ApprovalStore, KeepsAProposalWithItsItems) {
  auto kept = Draft("p");
  std::vector items = {Item(1), Item(2), Item(3)};
  items[1].set_rank(1);
  items[2].set_removal(ProposalItem::SUBMISSION_WITHDRAWN);
  DrawLine(kept.proposal, items);
  Do([&](Tx& tx) {
    InsertProposal(tx, kept, items);
    const auto read = ReadProposal(tx, kept.proposal.name(), Lock::kForUpdate);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->proposal.DebugString(), kept.proposal.DebugString());
    EXPECT_EQ(read->prepared_by, kept.prepared_by);
    const auto read_items = ReadItems(tx, kept.proposal.name());
    ASSERT_EQ(read_items.size(), 3U);
    for (size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(read_items[i].SerializeAsString(), items[i].SerializeAsString())
          << read_items[i].DebugString() << items[i].DebugString();
    }
  });
}

TEST_F(ApprovalStore, UpdatesAProposalThroughItsStates) {
  Do([&](Tx& tx) {
    auto kept = Draft("p");
    InsertProposal(tx, kept, {Item(1)});
    kept.proposal.set_state(Proposal::SIGNED);
    kept.proposal.set_sign_name("审批人");
    *kept.proposal.mutable_sign_time() = ToProto(kNow);
    kept.signed_by = "accounts/approver";
    kept.prepared_by.emplace_back("accounts/deputy");
    UpdateProposal(tx, kept);
    EXPECT_EQ(kept.proposal.etag(), "2");
    auto read = ReadProposal(tx, kept.proposal.name(), Lock::kNone).value();
    EXPECT_EQ(read.proposal.DebugString(), kept.proposal.DebugString());
    EXPECT_EQ(read.signed_by, "accounts/approver");
    EXPECT_THAT(read.prepared_by, ElementsAre("accounts/officer", "accounts/deputy"));
  });
}

TEST_F(ApprovalStore, FindsAProposalInItsOwnCallOnly) {
  Do([&](Tx& tx) { InsertProposal(tx, Draft("p"), {}); });
  Do([&](Tx& tx) {
    EXPECT_EQ(ReadProposal(tx, "calls/d/proposals/p", Lock::kNone).error().reason, "NOT_FOUND");
    EXPECT_EQ(ReadProposal(tx, "calls/c/proposals/q", Lock::kForUpdate).error().reason,
              "NOT_FOUND");
    EXPECT_THAT(FindLivingProposals(tx, "calls/c"), ElementsAre("calls/c/proposals/p"));
    EXPECT_THAT(FindLivingProposals(tx, "calls/d"), IsEmpty());
  });
}

TEST_F(ApprovalStore, KeepsOneLivingProposalACall) {
  Do([&](Tx& tx) { InsertProposal(tx, Draft("p"), {}); });
  const auto error = Fail([&](Tx& tx) { InsertProposal(tx, Draft("q"), {}); });
  EXPECT_EQ(error.reason, "ALREADY_EXISTS");
  Do([&](Tx& tx) {
    auto kept = ReadProposal(tx, "calls/c/proposals/p", Lock::kForUpdate).value();
    kept.proposal.set_state(Proposal::WITHDRAWN);
    UpdateProposal(tx, kept);
    InsertProposal(tx, Draft("q"), {});
    const auto listed = ListProposals(tx, "calls/c");
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].name(), "calls/c/proposals/q") << "newest first";
  });
}

TEST_F(ApprovalStore, RefusesAnExceptionWithoutAReason) {
  Do([&](Tx& tx) { InsertProposal(tx, Draft("p"), {Item(1)}); });
  auto item = Item(1);
  item.set_proposed(true);
  EXPECT_EQ(Fail([&](Tx& tx) { UpdateItem(tx, "calls/c/proposals/p", item); }).code,
            Code::kInternal);
}

TEST_F(ApprovalStore, ListsItemsByPageAndByWhetherProposed) {
  auto kept = Draft("p");
  std::vector items = {Item(1), Item(2), Item(3)};
  DrawLine(kept.proposal, items);
  Do([&](Tx& tx) {
    InsertProposal(tx, kept, items);
    const auto& name = kept.proposal.name();
    const auto page = ListItems(tx, name, false, 1, 1);
    ASSERT_EQ(page.size(), 1U);
    EXPECT_EQ(page[0].position, 2);
    EXPECT_EQ(page[0].item.submission(), "submissions/s2");
    EXPECT_EQ(ListItems(tx, name, true, 0, 10).size(), 2U);
    auto out = items[0];
    out.set_proposed(false);
    out.set_exception_reason("负责人调离");
    UpdateItem(tx, name, out);
    EXPECT_EQ(ReadItems(tx, name)[0].exception_reason(), "负责人调离");
    EXPECT_EQ(ListItems(tx, name, true, 0, 10).size(), 1U);
  });
}

TEST_F(ApprovalStore, KeepsANoticeAndClosesIt) {
  const auto notice = PutOnNotice();
  const auto end = FromProto(notice.end_time());
  Do([&](Tx& tx) {
    auto read = ReadNotice(tx, "notices/n", kNow).value();
    EXPECT_EQ(read.proposal, "calls/c/proposals/p");
    for (auto& item : ReadNoticeItems(tx, "notices/n")) *read.notice.add_items() = item;
    EXPECT_EQ(read.notice.DebugString(), notice.DebugString());
    EXPECT_EQ(LockNotice(tx, "notices/n", end)->notice.state(), v1::Notice::ENDED);
    EXPECT_TRUE(IsOnNotice(tx, "notices/n", "CF2022-000001"));
    EXPECT_FALSE(IsOnNotice(tx, "notices/n", "CF2022-000003")) << "it was not proposed";
    EXPECT_FALSE(ReadNotice(tx, "notices/m", kNow));
    CloseNotice(tx, "notices/n", {{Item(2), "CF2022-P-001"}}, end);
    EXPECT_EQ(ReadNotice(tx, "notices/n", end)->notice.state(), v1::Notice::CLOSED);
    const auto items = ReadNoticeItems(tx, "notices/n");
    EXPECT_EQ(items[0].project_number(), "");
    EXPECT_EQ(items[1].project_number(), "CF2022-P-001");
  });
}

TEST_F(ApprovalStore, ListsNoticesNewestFirst) {
  PutOnNotice();
  Do([&](Tx& tx) {
    auto kept = Draft("q");
    kept.proposal.set_name("calls/d/proposals/q");
    kept.proposal.set_call("calls/d");
    InsertProposal(tx, kept, {});
    auto second = ReadNotice(tx, "notices/n", kNow).value();
    second.notice.set_name("notices/o");
    second.notice.set_call("calls/d");
    second.proposal = kept.proposal.name();
    InsertNotice(tx, second);
    EXPECT_EQ(ListNotices(tx, "", "", 10, kNow)[0].name(), "notices/o");
    EXPECT_EQ(ListNotices(tx, "", "o", 10, kNow)[0].name(), "notices/n");
    ASSERT_EQ(ListNotices(tx, "calls/c", "", 10, kNow).size(), 1U);
    EXPECT_EQ(ListNotices(tx, "calls/c", "", 10, kNow)[0].name(), "notices/n");
  });
}

TEST_F(ApprovalStore, KeepsObjectionsAndTheirAnswers) {
  PutOnNotice();
  Do([&](Tx& tx) {
    const auto filed = File(tx, "o1");
    File(tx, "o2");
    auto read = LockObjection(tx, filed.name()).value();
    EXPECT_EQ(read.DebugString(), filed.DebugString());
    EXPECT_EQ(CountObjections(tx, "notices/n").open, 2);
    read.set_state(v1::Objection::DISMISSED);
    read.set_answer("不存在重复。");
    *read.mutable_answer_time() = ToProto(kNow);
    UpdateObjection(tx, read);
    EXPECT_EQ(read.etag(), "2");
    EXPECT_EQ(ReadObjection(tx, filed.name())->DebugString(), read.DebugString());
    EXPECT_EQ(CountObjections(tx, "notices/n").all, 2);
    EXPECT_EQ(CountObjections(tx, "notices/n").open, 1);
    ASSERT_EQ(ListObjections(tx, "notices/n", "o1", 10).size(), 1U);
    EXPECT_EQ(ListObjections(tx, "notices/n", "", 1)[0].name(), filed.name());
    EXPECT_FALSE(ReadObjection(tx, "notices/m/objections/o1"));
  });
}

TEST_F(ApprovalStore, KeepsAwardsByNumber) {
  PutOnNotice();
  v1::Award award;
  award.set_name("awards/CF2022-P-001");
  award.set_project_number("CF2022-P-001");
  award.set_call("calls/c");
  award.set_submission("submissions/s1");
  award.set_title("课题");
  award.set_category("general");
  award.set_leader("people/p1");
  award.set_leader_name("张三");
  award.set_unit("organisations/o");
  award.set_unit_name("农牧研究所");
  award.set_amount_fen(2'000'000);
  *award.mutable_approve_time() = ToProto(kNow);
  Do([&](Tx& tx) {
    InsertAwards(tx, "calls/c/proposals/p", {award});
    const auto listed = ListAwards(tx, "calls/c", "", 10);
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].DebugString(), award.DebugString());
    EXPECT_EQ(ListAwards(tx, "", "CF2022-P-000", 10).size(), 1U);
    EXPECT_THAT(ListAwards(tx, "", "CF2022-P-001", 10), IsEmpty());
    EXPECT_THAT(FindTakenNumbers(tx, "calls/c", {"CF2022-P-001"}), IsEmpty());
    EXPECT_THAT(FindTakenNumbers(tx, "calls/d", {"CF2022-P-001", "CF2022-P-002"}),
                ElementsAre("CF2022-P-001"));
  });
}

// How many working days the years have that the migration brings, and the end of the last one. Both
// numbers were published widely.
TEST_F(ApprovalStore, KnowsTheWorkingDaysOf2022And2026) {
  struct Year {
    int number;
    int working_days;
    const char* end;
  };
  for (const auto& year : {Year{2022, 249, "2022-12-31T00:00:00+08:00"},
                           Year{2026, 248, "2027-01-01T00:00:00+08:00"}}) {
    // Counting starts on the day after, so that every day of the year is tried.
    const auto from = At(std::to_string(year.number - 1) + "-12-31T12:00:00+08:00");
    Do([&](Tx& tx) {
      const auto calendar = ReadCalendar(tx, from);
      const auto last = EndAfterWorkingDays(from, year.working_days, calendar);
      ASSERT_TRUE(last) << last.error().message;
      EXPECT_EQ(*last, At(year.end));
      EXPECT_FALSE(EndAfterWorkingDays(from, year.working_days + 1, calendar));
    });
  }
}

TEST_F(ApprovalStore, ReplacesTheTableOfAYear) {
  v1::SetSpecialDaysRequest request;
  request.set_year(2023);
  auto& day = *request.add_days();
  day.set_date("2023-01-02");
  day.set_kind(v1::SpecialDay::HOLIDAY);
  day.set_display_name("元旦");
  Do([&](Tx& tx) {
    EXPECT_FALSE(ReadSpecialDays(tx, 2023).known());
    WriteSpecialDays(tx, request);
    EXPECT_EQ(ReadSpecialDays(tx, 2023).days(0).DebugString(), day.DebugString());
    request.clear_days();
    WriteSpecialDays(tx, request);
    EXPECT_TRUE(ReadSpecialDays(tx, 2023).known());
    EXPECT_THAT(ReadSpecialDays(tx, 2023).days(), IsEmpty());
  });
}

}  // namespace
}  // namespace redpeak::approval
