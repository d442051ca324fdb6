#include "services/approval/decision_handlers.h"

#include <google/protobuf/timestamp.pb.h>

#include <algorithm>

#include "services/approval/award_store.h"
#include "services/approval/checks.h"
#include "services/approval/decision.h"
#include "services/approval/errors.h"
#include "services/approval/line.h"
#include "services/approval/notice.h"
#include "services/approval/notice_store.h"
#include "services/approval/objection_store.h"
#include "services/approval/proposal.h"
#include "services/approval/proposal_store.h"
#include "services/base/errors.h"
#include "services/base/names.h"

namespace redpeak::approval {
namespace {

using submissions::v1::AdvanceSubmissionsRequest;
using v1::Award;
using v1::Proposal;
using v1::ProposalItem;

void AppendChange(Call& call, const Proposal& proposal, const char* action,
                  const std::string& reason = {}) {
  events::v1::Detail detail;
  detail.mutable_proposal_changed()->set_action(action);
  detail.mutable_proposal_changed()->set_reason(reason);
  call.Append(proposal.name(), std::move(detail));
}

// The proposal for an approver's decision, locked. `action` is what is to be done with it.
Result<KeptProposal> LockForDecision(Call& call, const std::string& name, const std::string& etag,
                                     ProposalAction action) {
  REDPEAK_ASSIGN_OR_RETURN(auto kept, ReadProposal(call.tx(), name, Lock::kForUpdate));
  REDPEAK_RETURN_IF_ERROR(CheckDecisionEtag(name, kept.proposal.etag(), etag));
  REDPEAK_RETURN_IF_ERROR(NextState(kept.proposal, action));
  REDPEAK_RETURN_IF_ERROR(CheckSeparation(kept, call.caller().account));
  return kept;
}

Result<void> Advance(ApprovalDeps& deps, Call& call, const SigningSteps& steps) {
  const auto advance = [&](SubmissionAction action, const std::vector<std::string>& submissions) {
    return approval::Advance(deps.peers, call.trace(), action, submissions);
  };
  REDPEAK_RETURN_IF_ERROR(advance(AdvanceSubmissionsRequest::UNPROPOSE, steps.unpropose));
  REDPEAK_RETURN_IF_ERROR(advance(AdvanceSubmissionsRequest::PROPOSE, steps.propose));
  return advance(AdvanceSubmissionsRequest::DO_NOT_PROPOSE, steps.do_not_propose);
}

void MarkWithdrawn(Call& call, const std::string& proposal, std::vector<ProposalItem>& items,
                   const std::vector<std::string>& withdrawn) {
  for (auto& item : items) {
    if (std::ranges::find(withdrawn, item.submission()) == withdrawn.end()) continue;
    item.set_proposed(false);
    item.set_removal(ProposalItem::SUBMISSION_WITHDRAWN);
    UpdateItem(call.tx(), proposal, item);
  }
}

void Sign(Call& call, KeptProposal& kept) {
  kept.proposal.set_state(Proposal::SIGNED);
  kept.proposal.set_sign_name(call.caller().display_name);
  *kept.proposal.mutable_sign_time() = ToProto(call.now());
  kept.signed_by = call.caller().account;
}

void Unsign(KeptProposal& kept) {
  kept.proposal.clear_sign_name();
  kept.proposal.clear_sign_time();
  kept.signed_by.clear();
}

// The notice must have ended, and nothing said about it may be left without an answer.
Result<void> CheckNotice(Call& call, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto kept, LockNotice(call.tx(), name, call.now()));
  REDPEAK_RETURN_IF_ERROR(NextState(kept.notice, NoticeAction::kClose));
  const auto count = CountObjections(call.tx(), name);
  if (count.open > 0) return ObjectionsOpen(name, count.open);
  return {};
}

Result<void> CheckNumbersAreFree(Call& call, const std::string& owner,
                                 const std::vector<Numbered>& approved) {
  std::vector<std::string> numbers;
  for (const auto& [item, project_number] : approved) numbers.push_back(project_number);
  const auto taken = FindTakenNumbers(call.tx(), owner, numbers);
  if (!taken.empty()) return AlreadyExists(MakeName("awards", taken.front()));
  return {};
}

Result<void> Advance(ApprovalDeps& deps, Call& call, const std::string& owner,
                     const ApprovalSteps& steps) {
  std::vector<SubmissionMove> moves;
  for (const auto& [item, project_number] : steps.approve) {
    auto& move = moves.emplace_back();
    move.set_name(item.submission());
    move.set_project_number(project_number);
  }
  REDPEAK_RETURN_IF_ERROR(
      approval::Advance(deps.peers, call.trace(), AdvanceSubmissionsRequest::APPROVE, moves));
  REDPEAK_RETURN_IF_ERROR(approval::Advance(
      deps.peers, call.trace(), AdvanceSubmissionsRequest::DO_NOT_APPROVE, steps.do_not_approve));
  return DecideCall(deps.peers, call.trace(), owner);
}

Award ToAward(const Numbered& numbered, const std::string& owner, Instant now) {
  const auto& item = numbered.item;
  Award award;
  award.set_name(MakeName("awards", numbered.project_number));
  award.set_project_number(numbered.project_number);
  award.set_submission(item.submission());
  award.set_call(owner);
  award.set_title(item.title());
  award.set_category(item.category());
  award.set_leader(item.leader());
  award.set_leader_name(item.leader_name());
  award.set_unit(item.unit());
  award.set_unit_name(item.unit_name());
  award.set_amount_fen(item.amount_fen());
  *award.mutable_approve_time() = ToProto(now);
  return award;
}

void AppendApproved(Call& call, const Award& award) {
  events::v1::Detail detail;
  auto& approved = *detail.mutable_submission_approved();
  approved.set_project_number(award.project_number());
  approved.set_call(award.call());
  approved.set_leader(award.leader());
  approved.set_unit(award.unit());
  approved.set_amount_fen(award.amount_fen());
  call.Append(award.submission(), std::move(detail));
}

void WriteApproval(Call& call, KeptProposal& kept, std::vector<ProposalItem>& items,
                   const ApprovalSteps& steps) {
  auto& proposal = kept.proposal;
  std::vector<Award> awards;
  for (const auto& numbered : steps.approve) {
    awards.push_back(ToAward(numbered, proposal.call(), call.now()));
  }
  InsertAwards(call.tx(), proposal.name(), awards);
  MarkWithdrawn(call, proposal.name(), items, steps.withdrawn);
  CloseNotice(call.tx(), proposal.notice(), steps.approve, call.now());
  Recount(proposal, items);
  proposal.set_state(Proposal::APPROVED);
  UpdateProposal(call.tx(), kept);
  AppendChange(call, proposal, "approved");
  events::v1::Detail closed;
  closed.mutable_notice_changed()->set_action("closed");
  call.Append(proposal.notice(), std::move(closed));
  for (const auto& award : awards) AppendApproved(call, award);
}

}  // namespace

Result<Proposal> SignProposal(ApprovalDeps& deps, Call& call,
                              const v1::SignProposalRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto owner, CallOfProposal("name", request.name()));
  REDPEAK_RETURN_IF_ERROR(CheckRole(call.caller(), {Role::APPROVER}, owner, request.name()));
  REDPEAK_ASSIGN_OR_RETURN(const auto standings, ReadStandings(deps.peers, call.trace(), owner));
  REDPEAK_ASSIGN_OR_RETURN(
      auto kept, LockForDecision(call, request.name(), request.etag(), ProposalAction::kSign));
  REDPEAK_RETURN_IF_ERROR(CheckLimit(kept.proposal));
  auto items = ReadItems(call.tx(), request.name());
  REDPEAK_ASSIGN_OR_RETURN(const auto steps, PlanSigning(items, standings));
  REDPEAK_RETURN_IF_ERROR(
      CheckConflicts(deps.peers, call.trace(), call.caller().person, ProposedOf(items)));
  REDPEAK_RETURN_IF_ERROR(Advance(deps, call, steps));
  MarkWithdrawn(call, request.name(), items, steps.withdrawn);
  Sign(call, kept);
  UpdateProposal(call.tx(), kept);
  AppendChange(call, kept.proposal, "signed");
  return kept.proposal;
}

Result<Proposal> WithdrawProposal(ApprovalDeps& deps, Call& call,
                                  const v1::WithdrawProposalRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto owner, CallOfProposal("name", request.name()));
  REDPEAK_RETURN_IF_ERROR(
      CheckRole(call.caller(), {Role::PROGRAMME_OFFICER, Role::APPROVER}, owner, request.name()));
  REDPEAK_ASSIGN_OR_RETURN(const auto reason, ReadReason(request.reason()));
  REDPEAK_ASSIGN_OR_RETURN(const auto standings, ReadStandings(deps.peers, call.trace(), owner));
  REDPEAK_ASSIGN_OR_RETURN(auto kept, ReadProposal(call.tx(), request.name(), Lock::kForUpdate));
  REDPEAK_RETURN_IF_ERROR(CheckEtag(request.name(), kept.proposal.etag(), request.etag()));
  REDPEAK_ASSIGN_OR_RETURN(const auto next, NextState(kept.proposal, ProposalAction::kWithdraw));
  const auto items = ReadItems(call.tx(), request.name());
  REDPEAK_RETURN_IF_ERROR(Advance(deps.peers, call.trace(), AdvanceSubmissionsRequest::UNPROPOSE,
                                  PlanUnsigning(items, standings)));
  kept.proposal.set_state(next);
  Unsign(kept);
  UpdateProposal(call.tx(), kept);
  AppendChange(call, kept.proposal, "withdrawn", reason);
  return kept.proposal;
}

Result<Proposal> ApproveProposal(ApprovalDeps& deps, Call& call,
                                 const v1::ApproveProposalRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto owner, CallOfProposal("name", request.name()));
  REDPEAK_RETURN_IF_ERROR(CheckRole(call.caller(), {Role::APPROVER}, owner, request.name()));
  REDPEAK_ASSIGN_OR_RETURN(const auto decided, GetCall(deps.peers, call.trace(), owner));
  REDPEAK_ASSIGN_OR_RETURN(const auto standings, ReadStandings(deps.peers, call.trace(), owner));
  REDPEAK_ASSIGN_OR_RETURN(
      auto kept, LockForDecision(call, request.name(), request.etag(), ProposalAction::kApprove));
  REDPEAK_RETURN_IF_ERROR(CheckNotice(call, kept.proposal.notice()));
  auto items = ReadItems(call.tx(), request.name());
  const auto steps = PlanApproval(decided, items, standings);
  REDPEAK_RETURN_IF_ERROR(CheckNumbersAreFree(call, owner, steps.approve));
  REDPEAK_RETURN_IF_ERROR(
      CheckConflicts(deps.peers, call.trace(), call.caller().person, ProposedOf(items)));
  REDPEAK_RETURN_IF_ERROR(Advance(deps, call, owner, steps));
  WriteApproval(call, kept, items, steps);
  return kept.proposal;
}

}  // namespace redpeak::approval
