#include "services/approval/approval_service.h"

#include "services/approval/calendar_handlers.h"
#include "services/approval/decision_handlers.h"
#include "services/approval/notice_handlers.h"
#include "services/approval/objection.h"
#include "services/approval/objection_handlers.h"
#include "services/approval/proposal_handlers.h"
#include "services/base/blind.h"

namespace redpeak::approval {

std::unique_ptr<RpcService> NewApprovalService(RpcEnv env, ApprovalDeps deps) {
  SetAudienceRule<v1::Objection, &AudiencesOf>();
  auto service = std::make_unique<ServiceOf<ApprovalDeps>>("redpeak.approval.v1.ApprovalService",
                                                           std::move(env), deps);
  service->Add("CreateProposal", &CreateProposal)
      .Add("GetProposal", &GetProposal)
      .Add("ListProposals", &ListProposals)
      .Add("ListProposalItems", &ListProposalItems)
      .Add("SetException", &SetException)
      .Add("SignProposal", &SignProposal)
      .Add("WithdrawProposal", &WithdrawProposal)
      .Add("PublishNotice", &PublishNotice)
      .Add("GetNotice", &GetNotice)
      .Add("ListNotices", &ListNotices)
      .Add("FileObjection", &FileObjection)
      .Add("GetObjection", &GetObjection)
      .Add("ListObjections", &ListObjections)
      .Add("AnswerObjection", &AnswerObjection)
      .Add("ApproveProposal", &ApproveProposal)
      .Add("ListAwards", &ListAwards)
      .Add("SetSpecialDays", &SetSpecialDays)
      .Add("ListSpecialDays", &ListSpecialDays);
  return service;
}

}  // namespace redpeak::approval
