import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Submission, Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { dateOf, type Moment } from "@/ui/time";

type Standing = Pick<Submission, "status">;

/** Whether its applicant may write it: a draft, or one that was returned. */
export const canEdit = ({ status }: Standing) => status === Status.IN_PREPARATION || status === Status.TO_BE_CORRECTED;

const over: readonly Status[] = [Status.ON_NOTICE, Status.FUNDED, Status.NOT_FUNDED, Status.NOT_ADMITTED, Status.RETRACTED];
/** Whether its applicant may take it back. A draft that was never sent is deleted instead. */
export const canWithdraw = (submission: Pick<Submission, "status" | "receipt">) =>
  submission.receipt !== undefined && !over.includes(submission.status);
export const canDelete = (submission: Pick<Submission, "status" | "receipt">) =>
  submission.status === Status.IN_PREPARATION && submission.receipt === undefined;

/** Until when it can be sent: the call's closing, or later where an officer gave time to correct it. */
export function deadlineOf(submission: Pick<Submission, "correctBy">, call: Pick<Call, "closesAt">): Moment | undefined {
  const { correctBy } = submission;
  const { closesAt } = call;
  if (!correctBy || !closesAt) return correctBy ?? closesAt;
  return dateOf(correctBy) > dateOf(closesAt) ? correctBy : closesAt;
}

export type Stage = "prepare" | "endorse" | "check" | "review" | "notice" | "result";
const reached: Partial<Record<Status, Stage>> = {
  [Status.IN_PREPARATION]: "prepare",
  [Status.TO_BE_CORRECTED]: "prepare",
  [Status.AWAITING_ENDORSEMENT]: "endorse",
  [Status.AWAITING_CHECK]: "check",
  [Status.NOT_ADMITTED]: "check",
  [Status.UNDER_REVIEW]: "review",
  [Status.ON_NOTICE]: "notice",
  [Status.FUNDED]: "result",
  [Status.NOT_FUNDED]: "result",
};

/** The stages of a call's submissions, and which of them one has reached; -1 once it was taken back. */
export function stagesOf({ status }: Standing, { endorsementRequired }: Pick<Call, "endorsementRequired">): { stages: Stage[]; at: number } {
  const all: Stage[] = ["prepare", "endorse", "check", "review", "notice", "result"];
  const stages = all.filter((stage) => stage !== "endorse" || endorsementRequired);
  const stage = reached[status];
  return { stages, at: stage ? stages.indexOf(stage) : -1 };
}
