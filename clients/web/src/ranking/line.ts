import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { RankedSubmission } from "@/gen/redpeak/review/v1/review_pb";

export interface Line {
  /** Best first, with ties at the same mean in the order that decides them. */
  ranked: RankedSubmission[];
  /** How many are above the line. */
  above: number;
  /** What they would be granted together. */
  grantedFen: bigint;
  /** Those on both sides of the line with the same mean; empty where there are none. */
  tied: RankedSubmission[];
}

const sign = (value: number | bigint) => (value < 0 ? -1 : value > 0 ? 1 : 0);

/** What a submission is granted: what it asks for, and nothing in a category whose ceiling is 0. */
export function grantOf(call: Call, one: RankedSubmission): bigint {
  const category = call.categories.find((each) => each.code === one.category);
  return category?.ceilingFen === 0n ? 0n : one.amountFen;
}

/**
 * Where the call's number or budget draws the line: best first, until one does not fit. Equal means go by smaller
 * spread, then lower grant, then number. The server draws the one that counts, by the same rule.
 */
export function drawLine(call: Call, submissions: readonly RankedSubmission[]): Line {
  const ranked = submissions.toSorted(
    (one, other) =>
      sign(one.rank - other.rank) ||
      sign(one.spread - other.spread) ||
      sign(grantOf(call, one) - grantOf(call, other)) ||
      (one.number < other.number ? -1 : 1),
  );
  const { funding } = call;
  let left = funding.case === "budgetFen" ? funding.value : BigInt(funding.value ?? 0);
  let above = 0;
  let grantedFen = 0n;
  for (const one of ranked) {
    const cost = funding.case === "budgetFen" ? grantOf(call, one) : 1n;
    if (cost > left) break;
    left -= cost;
    above++;
    grantedFen += grantOf(call, one);
  }
  const [last, first] = [ranked[above - 1], ranked[above]];
  const tied = last && first && last.rank === first.rank ? ranked.filter((one) => one.rank === last.rank) : [];
  return { ranked, above, grantedFen, tied };
}
