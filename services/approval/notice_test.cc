#include "services/approval/notice.h"

#include <gmock/gmock.h>

#include "tests/server.h"

namespace redpeak::approval {
namespace {

using redpeak::testing::At;
using v1::Notice;
using v1::ProposalItem;

constexpr NoticeAction kActions[] = {NoticeAction::kFileObjection, NoticeAction::kAnswerObjection,
                                     NoticeAction::kClose};

// Where each pair leads, or why it does not.
struct Wanted {
  std::optional<Notice::State> next{};
  std::string reason{};
};

Wanted WantedOf(Notice::State state, NoticeAction action) {
  if (action == NoticeAction::kFileObjection) {
    if (state == Notice::PUBLISHED) return {Notice::PUBLISHED, {}};
    return {std::nullopt, "NOTICE_ENDED"};
  }
  if (action == NoticeAction::kAnswerObjection) {
    if (state == Notice::PUBLISHED || state == Notice::ENDED) return {state, {}};
    return {std::nullopt, "STATE_WRONG"};
  }
  if (state == Notice::ENDED) return {Notice::CLOSED, {}};
  return {std::nullopt, state == Notice::PUBLISHED ? "NOTICE_RUNNING" : "STATE_WRONG"};
}

TEST(Notice, GoesFromEveryStateByEveryActionWhereItShould) {
  for (int state = Notice::State_MIN; state <= Notice::State_MAX; ++state) {
    for (const auto action : kActions) {
      Notice notice;
      notice.set_state(static_cast<Notice::State>(state));
      const auto next = NextState(notice, action);
      const auto wanted = WantedOf(notice.state(), action);
      ASSERT_EQ(next.has_value(), wanted.next.has_value()) << state << static_cast<int>(action);
      if (next) {
        EXPECT_EQ(*next, *wanted.next);
      } else {
        EXPECT_EQ(next.error().reason, wanted.reason);
      }
    }
  }
}

TEST(Notice, EndsByTheClock) {
  const auto end = At("2022-07-01T00:00:00+08:00");
  EXPECT_EQ(StateAt(false, end, end - std::chrono::microseconds(1)), Notice::PUBLISHED);
  EXPECT_EQ(StateAt(false, end, end), Notice::ENDED);
  EXPECT_EQ(StateAt(true, end, end - std::chrono::hours(1)), Notice::CLOSED);
}

calls::v1::Call SampleCall() {
  calls::v1::Call call;
  call.set_name("calls/c");
  call.set_title("2022年度科研课题");
  call.add_categories()->set_code("key");
  call.add_categories()->set_code("general");
  call.set_notice_days(7);
  call.set_notice_day_kind(calls::v1::CALENDAR_DAYS);
  return call;
}

ProposalItem Item(const std::string& number, const std::string& category, bool proposed) {
  ProposalItem item;
  item.set_number(number);
  item.set_category(category);
  item.set_proposed(proposed);
  item.set_mean(90);
  return item;
}

TEST(Notice, ListsTheProposedByCategoryAndNumber) {
  const auto now = At("2022-06-20T10:00:00+08:00");
  const auto notice = MakeNotice(SampleCall(),
                                 {Item("9", "general", true), Item("7", "key", true),
                                  Item("8", "general", true), Item("1", "key", false)},
                                 " ", now, {});
  ASSERT_TRUE(notice) << notice.error().message;
  EXPECT_EQ(notice->title(), "2022年度科研课题拟立项公示");
  ASSERT_EQ(notice->item_count(), 3);
  EXPECT_EQ(notice->items(0).number(), "7");
  EXPECT_EQ(notice->items(1).number(), "8");
  EXPECT_EQ(notice->items(2).number(), "9");
  EXPECT_EQ(notice->items(2).position(), 3);
  EXPECT_EQ(FromProto(notice->end_time()), At("2022-06-28T00:00:00+08:00"));
}

TEST(Notice, CountsWorkingDaysByTheCalendar) {
  auto call = SampleCall();
  call.set_notice_day_kind(calls::v1::WORKING_DAYS);
  const auto now = At("2022-06-20T10:00:00+08:00");
  const auto unknown = MakeNotice(call, {}, "", now, {});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().reason, "CALENDAR_INCOMPLETE");
  const auto notice = MakeNotice(call, {}, "", now, {.years = {2022}, .special_days = {}});
  ASSERT_TRUE(notice);
  EXPECT_EQ(FromProto(notice->end_time()), At("2022-06-30T00:00:00+08:00"));
}

TEST(Notice, RefusesALongTitle) {
  std::string title;
  for (int i = 0; i < 121; ++i) title += "题";
  const auto notice = MakeNotice(SampleCall(), {}, title, At("2022-06-20T10:00:00+08:00"), {});
  ASSERT_FALSE(notice);
  EXPECT_EQ(notice.error().violations.front().field, "title");
}

}  // namespace
}  // namespace redpeak::approval
