import { expect, test } from "vitest";
import { makeRefusal } from "@/api/refusal";
import { countOutcomes, type Outcome, runAll } from "./outcomes";

test("one that is refused does not stop the rest", async () => {
  const outcomes = new Map<string, Outcome>();
  const said: string[] = [];
  await runAll({
    names: ["a", "b", "c"],
    act: async (name) => {
      if (name === "b") throw new Error("no");
    },
    refusalOf: () => makeRefusal("aborted", "no", []),
    onOutcome: (name, outcome) => {
      outcomes.set(name, outcome);
      said.push(`${name}:${outcome.state}`);
    },
  });
  expect(countOutcomes(outcomes)).toEqual({ done: 2, refused: 1, total: 3 });
  expect(said.slice(3)).toEqual(["a:working", "a:done", "b:working", "b:refused", "c:working", "c:done"]);
});
