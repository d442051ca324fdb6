import { useMe } from "@/api/me";
import { useParam } from "@/app/address";
import { useCall, useItems, useProposal } from "./queries";
import { ownConflicts } from "./evidence";
import type { Refusal } from "@/api/refusal";
import type { ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";

/** What a decision on a proposal rests on. */
export function useDecision() {
  const name = `calls/${useParam("call")}/proposals/${useParam("proposal")}`;
  const proposal = useProposal(name);
  const call = useCall(proposal.call);
  const items = useItems(name);
  const { person } = useMe();
  return { name, proposal, call, items, conflicts: ownConflicts(items, person), person };
}

/** Titles of the submissions that a refusal names. */
export function titlesIn(refusal: Refusal | undefined, items: readonly ProposalItem[]): string[] {
  const names = refusal?.metadata["submissions"]?.split(/[,;\s]+/) ?? [];
  return items.filter((item) => names.includes(item.submission)).map((item) => item.title);
}
