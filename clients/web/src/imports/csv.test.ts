import { describe, expect, test } from "vitest";
import { compareHeader, decode, readTable, writeTable } from "./csv";
import { cellProblems, previewMax, previewRows } from "./problems";

describe("CSV", () => {
  test.each([
    ["a,b\n1,2\n", [["1", "2"]]],
    ["a,b\r\n1,2", [["1", "2"]]],
    ['a,b\n"x, y","he said ""no"""\n', [["x, y", 'he said "no"']]],
    ['a,b\n"two\nlines",2\n', [["two\nlines", "2"]]],
    ["a,b\n\n1,\n\n", [["1", ""]]],
    ["a,b", []],
    ["", []],
  ])("%j", (text, rows) => expect(readTable(text).rows).toEqual(rows));
  test("is written as it is read", () => {
    const table = { header: ["a", "b"], rows: [['x, "y"', "two\nlines"], ["", "z"]] };
    expect(readTable(writeTable(table))).toEqual(table);
  });
  test("is decoded from UTF-8, with or without its mark, and from GB 18030", () => {
    expect(decode(new TextEncoder().encode("单位"))).toBe("单位");
    expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("a");
    expect(decode(new Uint8Array([0xb5, 0xa5, 0xce, 0xbb]))).toBe("单位");
  });
  test("columns are compared with those wanted", () =>
    expect(compareHeader(["id", "nmae", "note"], ["id", "name"], ["note"])).toEqual({ missing: ["name"], unknown: ["nmae"] }));
});

describe("problems", () => {
  const violation = (field: string) => ({ field, rule: "REQUIRED", limit: "", description: "" });
  test("are of a row and a column", () =>
    expect(cellProblems([violation("rows[12].uscc"), violation("rows[3]"), violation("csv")]).map(({ row, column }) => [row, column])).toEqual([
      [12, "uscc"], [3, ""],
    ]));
  const rows = Array.from({ length: previewMax + 5 }, (_, index) => [String(index)]);
  test("leave only their rows in the preview", () =>
    expect(previewRows(rows, new Set([3])).map(({ row, cells }) => [row, ...cells])).toEqual([[3, "1"]]));
  test("without any, the first rows are shown", () => expect(previewRows(rows, new Set())).toHaveLength(previewMax));
});
