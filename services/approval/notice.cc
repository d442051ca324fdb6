#include "services/approval/notice.h"

#include <google/protobuf/timestamp.pb.h>

#include <utility>

#include "services/approval/decision.h"
#include "services/approval/errors.h"
#include "services/approval/transitions.h"
#include "services/base/errors.h"
#include "services/base/text.h"
#include "services/base/violations.h"

namespace redpeak::approval {
namespace {

using v1::Notice;

constexpr size_t kTitleMax = 120;

constexpr Transition<Notice::State, NoticeAction> kTable[] = {
    {Notice::PUBLISHED, NoticeAction::kFileObjection, Notice::PUBLISHED},
    {Notice::PUBLISHED, NoticeAction::kAnswerObjection, Notice::PUBLISHED},
    {Notice::ENDED, NoticeAction::kAnswerObjection, Notice::ENDED},
    {Notice::ENDED, NoticeAction::kClose, Notice::CLOSED},
};

const char* NameOf(NoticeAction action) {
  switch (action) {
    case NoticeAction::kFileObjection:
      return "FILE_OBJECTION";
    case NoticeAction::kAnswerObjection:
      return "ANSWER_OBJECTION";
    case NoticeAction::kClose:
      return "CLOSE";
  }
  return "";
}

Result<Instant> EndOf(const calls::v1::Call& call, Instant now, const Calendar& calendar) {
  if (call.notice_day_kind() == calls::v1::WORKING_DAYS) {
    return EndAfterWorkingDays(now, call.notice_days(), calendar);
  }
  return EndAfterCalendarDays(now, call.notice_days());
}

void AddItem(Notice& notice, const v1::ProposalItem& proposed) {
  auto& item = *notice.add_items();
  item.set_position(notice.items_size());
  item.set_number(proposed.number());
  item.set_title(proposed.title());
  item.set_unit_name(proposed.unit_name());
  item.set_leader_name(proposed.leader_name());
  item.set_category(proposed.category());
  item.set_amount_fen(proposed.amount_fen());
}

}  // namespace

Result<Notice::State> NextState(const Notice& notice, NoticeAction action) {
  const auto next = FindTransition(kTable, notice.state(), action);
  if (next) return *next;
  if (action == NoticeAction::kFileObjection) return NoticeEnded(notice.name());
  if (action == NoticeAction::kClose && notice.state() == Notice::PUBLISHED) {
    return NoticeRunning(notice.name());
  }
  return StateWrong(notice.name(), Notice::State_Name(notice.state()), NameOf(action));
}

Notice::State StateAt(bool closed, Instant end, Instant now) {
  if (closed) return Notice::CLOSED;
  return now < end ? Notice::PUBLISHED : Notice::ENDED;
}

Result<Notice> MakeNotice(const calls::v1::Call& call, std::vector<v1::ProposalItem> items,
                          const std::string& title, Instant now, const Calendar& calendar) {
  Notice notice;
  notice.set_title(Trim(title));
  Violations violations;
  violations.Length("title", notice.title(), kTitleMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (notice.title().empty()) notice.set_title(call.title() + "拟立项公示");
  REDPEAK_ASSIGN_OR_RETURN(const Instant end, EndOf(call, now, calendar));
  notice.set_call(call.name());
  notice.set_state(Notice::PUBLISHED);
  *notice.mutable_publish_time() = ToProto(now);
  *notice.mutable_end_time() = ToProto(end);
  notice.set_days(call.notice_days());
  notice.set_day_kind(call.notice_day_kind() == calls::v1::WORKING_DAYS ? calls::v1::WORKING_DAYS
                                                                        : calls::v1::CALENDAR_DAYS);
  SortByCategory(call, items);
  for (const auto& item : items) {
    if (item.proposed()) AddItem(notice, item);
  }
  notice.set_item_count(notice.items_size());
  return notice;
}

}  // namespace redpeak::approval
