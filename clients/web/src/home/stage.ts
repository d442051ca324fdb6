import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { type Notice, type Objection, Objection_State, type Proposal, Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import type { Progress } from "@/gen/redpeak/review/v1/review_pb";
import { dateOf } from "@/ui/time";
import { addressOf } from "@/api/resource";
import { links } from "./links";
import { dateIf, noWork, type Task, type UnderWay, type Work } from "./work";

/** How far a call is, as its officers and approvers may know it. */
export interface Stage {
  call: Pick<Call, "name" | "title" | "state" | "opensAt" | "closesAt" | "reviewDue">;
  /** Submissions that wait for the formality check. */
  unchecked: number;
  progress?: Pick<Progress, "submissions" | "wanted" | "submitted" | "submissionsShort" | "closed">;
  /** The one that lives. */
  proposal?: Pick<Proposal, "name" | "state" | "notice">;
  notice?: Pick<Notice, "name" | "endTime">;
  objections: readonly Pick<Objection, "state">[];
}

function task({ call }: Stage, kind: Task["kind"], more: Omit<Task, "key" | "kind" | "about">): Work {
  return { ...noWork, tasks: [{ key: `${kind} ${call.name}`, kind, about: call.title, ...more }] };
}
function underWay({ call }: Stage, kind: UnderWay["kind"], more: Omit<UnderWay, "key" | "kind" | "about">): Work {
  return { ...noWork, underWay: [{ key: `${kind} ${call.name}`, kind, about: call.title, ...more }] };
}

function closed(stage: Stage): Work {
  const { call, unchecked } = stage;
  return unchecked > 0
    ? task(stage, "formality", { count: unchecked, link: links.formality(call.name) })
    : task(stage, "startReview", { link: links.assignment(call.name) });
}

function inReview(stage: Stage): Work {
  const { call, progress } = stage;
  if (!progress) return noWork;
  const due = dateIf(call.reviewDue);
  const { submitted: done, wanted: total, submissionsShort: short } = progress;
  if (short > 0) return task(stage, "assign", { count: short, due, link: links.assignment(call.name) });
  if (done >= total) return task(stage, "closeReview", { due, link: links.progress(call.name) });
  return underWay(stage, "reviewing", { done, total, due, link: links.progress(call.name) });
}

const isFiled = (objection: Pick<Objection, "state">) => objection.state === Objection_State.FILED;

function proposed(stage: Stage): Work {
  const { call, proposal, notice, objections } = stage;
  const link = links.ranking(call.name);
  if (!proposal) return task(stage, "propose", { link });
  if (proposal.state === Proposal_State.DRAFT) return underWay(stage, "awaitingSignature", { link: addressOf(proposal.name) });
  if (proposal.state === Proposal_State.SIGNED) return task(stage, "publishNotice", { link: links.notice(call.name) });
  if (proposal.state !== Proposal_State.ON_NOTICE) return noWork;
  const due = dateIf(notice?.endTime);
  const count = objections.filter(isFiled).length;
  if (count > 0) return task(stage, "answerObjections", { count, due, link: links.notice(call.name) });
  return underWay(stage, "onNotice", { due, link: links.notice(call.name) });
}

/** What a call asks of its officers now, or what goes on in it. */
export function officerStage(stage: Stage): Work {
  const { call } = stage;
  switch (call.state) {
    case Call_State.DRAFT:
      return task(stage, "publishCall", { due: dateIf(call.opensAt), link: links.call(call.name) });
    case Call_State.OPEN:
      return underWay(stage, "receiving", { due: dateIf(call.closesAt), link: links.call(call.name) });
    case Call_State.CLOSED:
      return closed(stage);
    case Call_State.IN_REVIEW:
      return stage.progress?.closed ? proposed(stage) : inReview(stage);
    default:
      return noWork;
  }
}

/** What it asks of its approvers: a signature, or the decision once the notice is over. */
export function approverStage(stage: Stage, now: Date): Work {
  const { proposal, notice, objections } = stage;
  if (proposal?.state === Proposal_State.DRAFT) return task(stage, "sign", { link: addressOf(proposal.name) });
  if (proposal?.state !== Proposal_State.ON_NOTICE || !notice?.endTime) return noWork;
  const end = dateOf(notice.endTime);
  if (end > now) return underWay(stage, "onNotice", { due: end, link: `/${notice.name}` });
  return objections.some(isFiled) ? noWork : task(stage, "approve", { link: addressOf(proposal.name) });
}
