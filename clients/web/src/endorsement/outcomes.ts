import type { Refusal } from "@/api/refusal";

/** What became of one of many. */
export type Outcome = { state: "waiting" | "working" | "done" } | { state: "refused"; refusal: Refusal };
export type Outcomes = ReadonlyMap<string, Outcome>;

interface Run {
  names: readonly string[];
  act: (name: string) => Promise<unknown>;
  refusalOf: (error: unknown) => Refusal;
  onOutcome: (name: string, outcome: Outcome) => void;
}

/** Does one after another; one that is refused does not stop the rest. */
export async function runAll({ names, act, refusalOf, onOutcome }: Run): Promise<void> {
  for (const name of names) onOutcome(name, { state: "waiting" });
  for (const name of names) {
    onOutcome(name, { state: "working" });
    try {
      await act(name);
      onOutcome(name, { state: "done" });
    } catch (error) {
      onOutcome(name, { state: "refused", refusal: refusalOf(error) });
    }
  }
}

/** How many are in each state. */
export function countOutcomes(outcomes: Outcomes): { done: number; refused: number; total: number } {
  const all = [...outcomes.values()];
  const count = (state: Outcome["state"]) => all.filter((one) => one.state === state).length;
  return { done: count("done"), refused: count("refused"), total: all.length };
}
