import { expect, test } from "vitest";
import { type Column, nextSort, sortRows } from "./column";

interface Row {
  name: string;
  fen: bigint;
}
const columns: Column<Row>[] = [
  { key: "name", header: "", cell: () => null, sort: (row) => row.name },
  { key: "fen", header: "", cell: () => null, sort: (row) => row.fen },
  { key: "none", header: "", cell: () => null },
];
const rows: Row[] = [
  { name: "赵", fen: 2n },
  { name: "李", fen: 10n },
  { name: "白", fen: 1n },
];
const names = (sort: string) => sortRows(rows, columns, sort, "zh-CN").map((row) => row.name).join("");

test.each([
  ["", "赵李白"],
  ["none", "赵李白"],
  ["gone", "赵李白"],
  ["fen", "白赵李"],
  ["-fen", "李赵白"],
  ["name", "白李赵"], // by pinyin
])("sorted by %s", (sort, order) => expect(names(sort)).toBe(order));

test("a header leads up, down and back", () => {
  expect(["", "a", "-a", "b"].map((sort) => nextSort(sort, "a"))).toEqual(["a", "-a", "", "a"]);
});
