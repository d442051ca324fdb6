import { expect, test } from "vitest";
import { added, countBy, histogram, tenths } from "./loads";

test("a histogram has no gaps", () => {
  expect(histogram([2, 5, 2, 0])).toEqual([[2, 2], [3, 0], [4, 0], [5, 1]]);
  expect(histogram([])).toEqual([]);
});
test("tenths hold their lower edge, and the last holds 1", () => {
  expect(tenths([0, 0.1, 0.3, 0.95, 1])).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 0, 2]);
});
test("counts add up", () => {
  const one = countBy(["a", "b", "a"], (key) => key);
  expect([...added(one, new Map([["b", 3], ["c", 1]]))]).toEqual([["a", 2], ["b", 4], ["c", 1]]);
});
