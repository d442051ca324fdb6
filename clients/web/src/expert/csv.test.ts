import { expect, test } from "vitest";
import { placeOf, readCsv } from "./csv";

test.each([
  ["a,b\n1,2\n", [["a", "b"], ["1", "2"]]],
  ["\uFEFFa,b\r\n1,\r\n", [["a", "b"], ["1", ""]]],
  ['a\n"x, ""y""\nz"', [["a"], ['x, "y"\nz']]],
  ["a,b\n\n1,2", [["a", "b"], ["1", "2"]]],
])("%j", (text, rows) => expect(readCsv(text)).toEqual(rows));

test("a violation names its cell", () => {
  expect(placeOf("rows[12].disciplines")).toEqual({ row: 12, column: "disciplines" });
  expect(placeOf("rows[3]")).toEqual({ row: 3, column: "" });
  expect(placeOf("csv")).toBeUndefined();
});
