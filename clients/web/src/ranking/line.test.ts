import { create } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { CallSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { RankedSubmissionSchema } from "@/gen/redpeak/review/v1/review_pb";
import { drawLine } from "./line";

const categories = [{ code: "key", ceilingFen: 100n }, { code: "own", ceilingFen: 0n }];
const byCount = (value: number) => create(CallSchema, { categories, funding: { case: "fundedCount", value } });
const byBudget = (value: bigint) => create(CallSchema, { categories, funding: { case: "budgetFen", value } });
const one = (number: string, rank: number, spread = 1, amountFen = 10n, category = "key") =>
  create(RankedSubmissionSchema, { number, rank, spread, amountFen, category });
const numbers = (all: { number: string }[]) => all.map((each) => each.number).join("");

describe("the line", () => {
  test("takes as many as are funded", () => {
    const line = drawLine(byCount(2), [one("c", 3), one("a", 1), one("b", 2)]);
    expect([numbers(line.ranked), line.above, line.grantedFen, line.tied]).toEqual(["abc", 2, 20n, []]);
  });
  test("ends at the first that the budget does not hold", () => {
    const line = drawLine(byBudget(25n), [one("a", 1), one("b", 2, 1, 20n), one("c", 3, 1, 5n)]);
    expect([line.above, line.grantedFen]).toEqual([1, 10n]);
  });
  test("grants nothing where the category has no ceiling", () => {
    const line = drawLine(byBudget(10n), [one("a", 1, 1, 50n, "own"), one("b", 2)]);
    expect([line.above, line.grantedFen]).toEqual([2, 10n]);
  });
  test("breaks ties by spread, grant and number, and names those at the line", () => {
    const line = drawLine(byCount(2), [one("d", 1, 2), one("c", 1, 1, 20n), one("b", 1, 1, 10n), one("a", 4)]);
    expect([numbers(line.ranked), line.above, numbers(line.tied)]).toEqual(["bcda", 2, "bcd"]);
  });
  test("has nobody to tie with at the end", () => {
    expect(drawLine(byCount(9), [one("a", 1), one("b", 1)]).tied).toEqual([]);
    expect(drawLine(byCount(1), []).above).toBe(0);
  });
});
