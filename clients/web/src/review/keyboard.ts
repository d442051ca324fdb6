import type { Criterion } from "@/gen/redpeak/calls/v1/call_pb";
import { choicesOf } from "./scoring";

/** The criterion that Alt+↑ (-1) and Alt+↓ (1) lead to from one; none is before the first or after the last. */
export function neighbourOf(codes: readonly string[], current: string, step: 1 | -1): string | undefined {
  const at = codes.indexOf(current);
  return at < 0 ? codes[step === 1 ? 0 : codes.length - 1] : codes[at + step];
}

/**
 * What a digit does at a criterion outside of a text box: it chooses the points that it names, or, where they are
 * typed, begins the number. Ten points are chosen by 0 where 0 itself is no choice.
 */
export function pressDigit(
  criterion: Pick<Criterion, "pointsMin" | "pointsMax">,
  digit: number,
): { choose: number } | { type: string } | undefined {
  const choices = choicesOf(criterion);
  if (choices.length === 0) return { type: String(digit) };
  if (choices.includes(digit)) return { choose: digit };
  return digit === 0 && choices.includes(10) ? { choose: 10 } : undefined;
}
