#include "services/approval/objection_handlers.h"

#include <google/protobuf/timestamp.pb.h>

#include <algorithm>

#include "services/approval/checks.h"
#include "services/approval/errors.h"
#include "services/approval/line.h"
#include "services/approval/notice.h"
#include "services/approval/notice_store.h"
#include "services/approval/objection.h"
#include "services/approval/objection_store.h"
#include "services/approval/proposal.h"
#include "services/approval/proposal_store.h"
#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/outbox.h"
#include "services/base/page.h"

namespace redpeak::approval {
namespace {

using v1::Objection;
using v1::ProposalItem;

void AppendChange(Call& call, const Objection& objection, const char* action) {
  events::v1::Detail detail;
  detail.mutable_objection_changed()->set_action(action);
  detail.mutable_objection_changed()->set_call(objection.call());
  call.Append(objection.name(), std::move(detail));
}

// The notice of notices/{notice}/objections/{objection}.
Result<std::string> NoticeOf(const std::string& objection) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids,
                           ParseName("notices/{}/objections/{}", "name", objection));
  return MakeName("notices", ids[0]);
}

Result<void> CheckRoom(Call& call, const std::string& notice) {
  if (CountObjections(call.tx(), notice).all < kObjectionsMax) return {};
  return TooManyObjections(notice, kObjectionsMax);
}

// Takes the submission of that number off the list.
Result<void> Strike(Call& call, const std::string& name, const std::string& number) {
  REDPEAK_ASSIGN_OR_RETURN(auto kept, ReadProposal(call.tx(), name, Lock::kForUpdate));
  REDPEAK_RETURN_IF_ERROR(NextState(kept.proposal, ProposalAction::kStrike));
  auto items = ReadItems(call.tx(), name);
  const auto item = std::ranges::find(items, number, &ProposalItem::number);
  if (item == items.end()) return Internal("no item has the number of the notice, " + number);
  item->set_proposed(false);
  item->set_removal(ProposalItem::OBJECTION_UPHELD);
  UpdateItem(call.tx(), name, *item);
  Recount(kept.proposal, items);
  UpdateProposal(call.tx(), kept);
  return {};
}

void MailAnswer(Call& call, const v1::Notice& notice, const Objection& objection) {
  if (!IsAddress(objection.contact())) return;
  auto letter = AnswerLetter(notice, objection);
  QueueMail(call, {.recipient = objection.contact(),
                   .subject = std::move(letter.subject),
                   .text = std::move(letter.text)});
}

}  // namespace

Result<Objection> FileObjection(ApprovalDeps&, Call& call,
                                const v1::FileObjectionRequest& request) {
  REDPEAK_RETURN_IF_ERROR(ParseId("notices", "parent", request.parent()));
  REDPEAK_ASSIGN_OR_RETURN(auto objection, NewObjection(request.objection()));
  REDPEAK_ASSIGN_OR_RETURN(const auto kept, LockNotice(call.tx(), request.parent(), call.now()));
  REDPEAK_RETURN_IF_ERROR(NextState(kept.notice, NoticeAction::kFileObjection));
  if (!IsOnNotice(call.tx(), request.parent(), objection.submission_number())) {
    return FieldInvalid("objection.submission_number", "UNKNOWN", "", "is not on this notice");
  }
  REDPEAK_RETURN_IF_ERROR(CheckRoom(call, request.parent()));
  objection.set_name(request.parent() + "/objections/" + call.NewId());
  objection.set_call(kept.notice.call());
  *objection.mutable_file_time() = ToProto(call.now());
  objection.set_etag("1");
  InsertObjection(call.tx(), objection);
  AppendChange(call, objection, "filed");
  return objection;
}

Result<Objection> GetObjection(ApprovalDeps&, Call& call, const v1::GetObjectionRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto objection, ReadObjection(call.tx(), request.name()));
  REDPEAK_RETURN_IF_ERROR(CheckStaff(call.caller(), objection.call(), request.name()));
  return objection;
}

Result<v1::ListObjectionsResponse> ListObjections(ApprovalDeps&, Call& call,
                                                  const v1::ListObjectionsRequest& request) {
  REDPEAK_RETURN_IF_ERROR(ParseId("notices", "parent", request.parent()));
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto kept, ReadNotice(call.tx(), request.parent(), call.now()));
  REDPEAK_RETURN_IF_ERROR(CheckStaff(call.caller(), kept.notice.call(), request.parent()));
  const auto after = page.after.empty() ? std::string() : page.after.front();
  auto objections = ListObjections(call.tx(), request.parent(), after, page.size + 1);
  v1::ListObjectionsResponse response;
  if (std::ssize(objections) > page.size) {
    objections.pop_back();
    response.set_next_page_token(MakePageToken(request, {LastId(objections.back().name())}));
  }
  for (auto& objection : objections) *response.add_objections() = std::move(objection);
  return response;
}

Result<Objection> AnswerObjection(ApprovalDeps&, Call& call,
                                  const v1::AnswerObjectionRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto parent, NoticeOf(request.name()));
  REDPEAK_ASSIGN_OR_RETURN(const auto kept, ReadNotice(call.tx(), parent, call.now()));
  REDPEAK_RETURN_IF_ERROR(
      CheckRole(call.caller(), {Role::PROGRAMME_OFFICER}, kept.notice.call(), request.name()));
  // Rows are locked in the order in which an approval locks them: proposal, notice, objection.
  REDPEAK_RETURN_IF_ERROR(ReadProposal(call.tx(), kept.proposal, Lock::kForUpdate));
  REDPEAK_ASSIGN_OR_RETURN(auto objection, LockObjection(call.tx(), request.name()));
  REDPEAK_RETURN_IF_ERROR(CheckEtag(request.name(), objection.etag(), request.etag()));
  REDPEAK_ASSIGN_OR_RETURN(objection,
                           Answer(std::move(objection), request.upheld(), request.answer()));
  REDPEAK_RETURN_IF_ERROR(NextState(kept.notice, NoticeAction::kAnswerObjection));
  *objection.mutable_answer_time() = ToProto(call.now());
  UpdateObjection(call.tx(), objection);
  if (request.upheld()) {
    REDPEAK_RETURN_IF_ERROR(Strike(call, kept.proposal, objection.submission_number()));
  }
  MailAnswer(call, kept.notice, objection);
  AppendChange(call, objection, "answered");
  return objection;
}

}  // namespace redpeak::approval
