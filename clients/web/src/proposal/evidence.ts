import type { ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import type { Category } from "@/gen/redpeak/calls/v1/call_pb";

/** Whether the item is in or out against the ranking. */
export function isException(item: Pick<ProposalItem, "proposed" | "byRanking" | "removal">): boolean {
  return item.removal === 0 && item.proposed !== item.byRanking;
}

export interface CategoryTotal {
  code: string;
  name: string;
  ranked: number;
  proposed: number;
  fen: bigint; // granted to the proposed ones
}

/** What each category gets, in the call's order; categories of nobody are left out. */
export function totalsByCategory(items: readonly ProposalItem[], categories: readonly Pick<Category, "code" | "displayName">[]): CategoryTotal[] {
  const totals = new Map<string, CategoryTotal>(
    categories.map(({ code, displayName }) => [code, { code, name: displayName, ranked: 0, proposed: 0, fen: 0n }]),
  );
  for (const item of items) {
    const total = totals.get(item.category) ?? { code: item.category, name: item.category, ranked: 0, proposed: 0, fen: 0n };
    totals.set(item.category, total);
    total.ranked += 1;
    if (!item.proposed) continue;
    total.proposed += 1;
    total.fen += item.amountFen;
  }
  return [...totals.values()].filter(({ ranked }) => ranked > 0);
}

export type Relation = "leader" | "unit";

/** Items on the list that the person leads or whose unit is the person's: nobody may sign those. */
export function ownConflicts(
  items: readonly ProposalItem[],
  person: { name: string; organisation: string } | undefined,
): { item: ProposalItem; relation: Relation }[] {
  if (!person) return [];
  const found: { item: ProposalItem; relation: Relation }[] = [];
  for (const item of items) {
    if (!item.proposed) continue;
    if (item.leader === person.name) found.push({ item, relation: "leader" });
    else if (item.unit !== "" && item.unit === person.organisation) found.push({ item, relation: "unit" });
  }
  return found;
}

/** Beyond this many points the reviews of one submission disagree so much that it is worth a look. */
export const wideSpread = 10;

/** The lowest mean that the ranking alone lets in, and the highest that it leaves out. */
export function lineOf(items: readonly ProposalItem[]): { lastIn?: number; firstOut?: number } {
  const means = (isIn: boolean) => items.filter((item) => item.byRanking === isIn).map((item) => item.mean);
  const inside = means(true);
  const outside = means(false);
  return {
    lastIn: inside.length > 0 ? Math.min(...inside) : undefined,
    firstOut: outside.length > 0 ? Math.max(...outside) : undefined,
  };
}
