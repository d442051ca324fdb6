#include "services/approval/notice_handlers.h"

#include <google/protobuf/timestamp.pb.h>

#include "services/approval/award_store.h"
#include "services/approval/calendar_store.h"
#include "services/approval/checks.h"
#include "services/approval/notice.h"
#include "services/approval/notice_store.h"
#include "services/approval/proposal.h"
#include "services/approval/proposal_store.h"
#include "services/base/names.h"
#include "services/base/page.h"

namespace redpeak::approval {
namespace {

using submissions::v1::AdvanceSubmissionsRequest;
using v1::Notice;

void AppendPublished(Call& call, const Notice& notice) {
  events::v1::Detail detail;
  detail.mutable_notice_changed()->set_action("published");
  *detail.mutable_notice_changed()->mutable_ends() = notice.end_time();
  detail.mutable_notice_changed()->set_call(notice.call());
  call.Append(notice.name(), std::move(detail));
}

// A list's filter: empty, or a call's name.
Result<void> CheckCallFilter(const std::string& name) {
  if (name.empty()) return {};
  REDPEAK_RETURN_IF_ERROR(ParseId("calls", "call", name));
  return {};
}

std::string KeyOf(const Page& page) { return page.after.empty() ? "" : page.after.front(); }

}  // namespace

Result<Notice> PublishNotice(ApprovalDeps& deps, Call& call,
                             const v1::PublishNoticeRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto owner, CallOfProposal("proposal", request.proposal()));
  REDPEAK_RETURN_IF_ERROR(
      CheckRole(call.caller(), {Role::PROGRAMME_OFFICER}, owner, request.proposal()));
  REDPEAK_ASSIGN_OR_RETURN(const auto reviewed, GetCall(deps.peers, call.trace(), owner));
  REDPEAK_ASSIGN_OR_RETURN(auto kept,
                           ReadProposal(call.tx(), request.proposal(), Lock::kForUpdate));
  REDPEAK_RETURN_IF_ERROR(
      CheckDecisionEtag(request.proposal(), kept.proposal.etag(), request.etag()));
  REDPEAK_ASSIGN_OR_RETURN(const auto next, NextState(kept.proposal, ProposalAction::kPublish));
  const auto items = ReadItems(call.tx(), request.proposal());
  REDPEAK_ASSIGN_OR_RETURN(auto notice, MakeNotice(reviewed, items, request.title(), call.now(),
                                                   ReadCalendar(call.tx(), call.now())));
  REDPEAK_RETURN_IF_ERROR(Advance(deps.peers, call.trace(),
                                  AdvanceSubmissionsRequest::PUT_ON_NOTICE, ProposedOf(items)));
  notice.set_name(MakeName("notices", call.NewId()));
  notice.set_etag("1");
  InsertNotice(call.tx(), {notice, request.proposal()});
  kept.proposal.set_state(next);
  kept.proposal.set_notice(notice.name());
  UpdateProposal(call.tx(), kept);
  AppendPublished(call, notice);
  return notice;
}

Result<Notice> GetNotice(ApprovalDeps&, Call& call, const v1::GetNoticeRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto kept, ReadNotice(call.tx(), request.name(), call.now()));
  for (auto& item : ReadNoticeItems(call.tx(), request.name())) {
    *kept.notice.add_items() = std::move(item);
  }
  return std::move(kept.notice);
}

Result<v1::ListNoticesResponse> ListNotices(ApprovalDeps&, Call& call,
                                            const v1::ListNoticesRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckCallFilter(request.call()));
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  auto notices = ListNotices(call.tx(), request.call(), KeyOf(page), page.size + 1, call.now());
  v1::ListNoticesResponse response;
  if (std::ssize(notices) > page.size) {
    notices.pop_back();
    response.set_next_page_token(MakePageToken(request, {LastId(notices.back().name())}));
  }
  for (auto& notice : notices) *response.add_notices() = std::move(notice);
  return response;
}

Result<v1::ListAwardsResponse> ListAwards(ApprovalDeps&, Call& call,
                                          const v1::ListAwardsRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckCallFilter(request.call()));
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  auto awards = ListAwards(call.tx(), request.call(), KeyOf(page), page.size + 1);
  v1::ListAwardsResponse response;
  if (std::ssize(awards) > page.size) {
    awards.pop_back();
    response.set_next_page_token(MakePageToken(request, {awards.back().project_number()}));
  }
  for (auto& award : awards) *response.add_awards() = std::move(award);
  return response;
}

}  // namespace redpeak::approval
