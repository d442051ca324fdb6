import { type Proposal, Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import type { RoleName } from "@/app/route";

/** What is to be done with a proposal next, and by whom. Nobody: it is over. */
export type Stage = "toSign" | "toPublish" | "onNotice" | "approved" | "withdrawn";

export function stageOf({ state }: Pick<Proposal, "state">): Stage {
  switch (state) {
    case Proposal_State.SIGNED:
      return "toPublish";
    case Proposal_State.ON_NOTICE:
      return "onNotice";
    case Proposal_State.APPROVED:
      return "approved";
    case Proposal_State.WITHDRAWN:
      return "withdrawn";
    default:
      return "toSign";
  }
}

export const stages: readonly Stage[] = ["toSign", "toPublish", "onNotice", "approved", "withdrawn"];

/** Whose turn it is. `noticeEnded`: where it is on notice, whether its time has passed. */
export function turnOf(stage: Stage, noticeEnded: boolean): RoleName | undefined {
  if (stage === "toSign") return "APPROVER";
  if (stage === "toPublish") return "PROGRAMME_OFFICER";
  return stage === "onNotice" && noticeEnded ? "APPROVER" : undefined;
}
