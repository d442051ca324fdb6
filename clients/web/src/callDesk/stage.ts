import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import type { Progress } from "@/gen/redpeak/review/v1/review_pb";

export interface Figures {
  unchecked: number;
  accepted: number;
  progress?: Progress;
}

export interface NextStep {
  /** Key of its text in callDesk:next. */
  key: string;
  /** The page of the call where it is done. */
  page: string;
  count?: number;
}

function inReview({ progress }: Figures): NextStep {
  if (!progress) return { key: "review", page: "progress" };
  if (progress.closed) return { key: "ranking", page: "ranking" };
  if (progress.submissionsShort > 0) return { key: "assign", page: "assignment", count: progress.submissionsShort };
  const missing = progress.wanted - progress.submitted;
  return missing > 0 ? { key: "review", page: "progress", count: missing } : { key: "close", page: "progress" };
}

/** What an officer does next at a call; undefined where only time will tell. */
export function nextStep(call: Call, figures: Figures): NextStep | undefined {
  switch (call.state) {
    case Call_State.DRAFT:
      return { key: "draft", page: "edit" };
    case Call_State.CLOSED:
      return figures.unchecked > 0
        ? { key: "formality", page: "formality", count: figures.unchecked }
        : { key: "start", page: "assignment", count: figures.accepted };
    case Call_State.IN_REVIEW:
      return inReview(figures);
    case Call_State.DECIDED:
      return { key: "archive", page: "archive" };
    default:
      return undefined;
  }
}

export const stages = ["draft", "collect", "check", "review", "decide", "done"] as const;

/** Which of the stages the call is at. */
export function stageOf(call: Call, closed: boolean): number {
  switch (call.state) {
    case Call_State.PUBLISHED:
    case Call_State.OPEN:
      return 1;
    case Call_State.CLOSED:
      return 2;
    case Call_State.IN_REVIEW:
      return closed ? 4 : 3;
    case Call_State.DECIDED:
    case Call_State.ARCHIVED:
      return 5;
    default:
      return 0;
  }
}
