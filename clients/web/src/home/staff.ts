import { createClient } from "@connectrpc/connect";
import type { RoleName } from "@/app/route";
import { transport } from "@/api/transport";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Submission_State } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { readMax } from "./clients";
import { links } from "./links";
import { approverStage, officerStage, type Stage } from "./stage";
import { type Figure, noWork, together, type Work } from "./work";

const approval = createClient(ApprovalService, transport);
const reviewing = createClient(ReviewService, transport);
const submissions = createClient(SubmissionsService, transport);

async function uncheckedOf(call: string): Promise<number> {
  const states = [Submission_State.SUBMITTED, Submission_State.ENDORSED];
  const lists = await Promise.all(
    states.map((state) => submissions.listSubmissions({ call, state, pageSize: readMax })),
  );
  return lists.reduce((sum, list) => sum + list.submissions.length, 0);
}

async function decisionOf(call: string): Promise<Pick<Stage, "proposal" | "notice" | "objections">> {
  const { proposals } = await approval.listProposals({ call });
  const proposal = proposals.find(({ state }) => state !== Proposal_State.WITHDRAWN);
  if (!proposal?.notice) return { proposal, objections: [] };
  const [notice, { objections }] = await Promise.all([
    approval.getNotice({ name: proposal.notice }),
    approval.listObjections({ parent: proposal.notice, pageSize: readMax }),
  ]);
  return { proposal, notice, objections };
}

/** Of the calls that are another officer's, everything but the call itself is refused. */
async function stageOf(call: Call): Promise<Stage | undefined> {
  const stage: Stage = { call, unchecked: 0, objections: [] };
  try {
    if (call.state === Call_State.CLOSED) return { ...stage, unchecked: await uncheckedOf(call.name) };
    if (call.state !== Call_State.IN_REVIEW) return stage;
    const progress = await reviewing.getProgress({ call: call.name });
    return progress.closed ? { ...stage, progress, ...(await decisionOf(call.name)) } : { ...stage, progress };
  } catch {
    return undefined;
  }
}

const counted: [key: string, state: Call_State][] = [
  ["callsOpen", Call_State.OPEN],
  ["callsInReview", Call_State.IN_REVIEW],
  ["callsDecided", Call_State.DECIDED],
];
export function callFigures(calls: readonly Pick<Call, "state">[], link: string): Figure[] {
  return counted.map(([key, state]) => ({ key, value: calls.filter((call) => call.state === state).length, link }));
}

/** `own`: the user's roles. */
export async function staffWork(calls: readonly Call[], own: ReadonlySet<RoleName>): Promise<Work> {
  const link = own.has("PROGRAMME_OFFICER") ? links.desk : "/calls";
  const figures = callFigures(calls, link);
  if (!own.has("PROGRAMME_OFFICER") && !own.has("APPROVER")) return { ...noWork, figures };
  const stages = (await Promise.all(calls.map(stageOf))).filter((stage) => stage !== undefined);
  const now = new Date();
  return together([
    { ...noWork, figures },
    ...(own.has("PROGRAMME_OFFICER") ? stages.map(officerStage) : []),
    ...(own.has("APPROVER") ? stages.map((stage) => approverStage(stage, now)) : []),
  ]);
}
