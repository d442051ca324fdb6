import { expect, test } from "vitest";
import english from "./en.json";
import { firstLevelOf, gates, isDisciplineCode } from "./codes";
import chinese from "./zh-CN.json";

test("every code of the first level has a name", () => {
  const codes = gates.flatMap((gate) => gate.codes);
  expect(codes).toHaveLength(62);
  expect(codes.toSorted()).toEqual(Object.keys(chinese.name).sort());
  expect(codes.toSorted()).toEqual(Object.keys(english.name).sort());
});

test.each([
  ["520", true],
  ["52010", true],
  ["5201020", true],
  ["5201", false],
  ["999", false],
  ["", false],
])("%s", (code, right) => expect(isDisciplineCode(code)).toBe(right));

test("a code belongs to its first three digits", () => {
  expect(firstLevelOf("1801410")).toBe("180");
  expect(firstLevelOf("000")).toBe("");
});
