import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What it sorts by; without it the column does not sort. Texts go by the language's order. */
  sort?: (row: Row) => string | number | bigint;
  /** "end" for numbers and money. */
  align?: "start" | "end";
  /** CSS width, such as "12%" or "140px". */
  width?: string;
  /** The field's path in a row, for the xlsx file: amount_fen, receipt.number. */
  field?: string;
  /** Where it stands on a phone's card: three or four pairs, one status; "none" leaves it out. */
  card?: "pair" | "status" | "none";
  /** Not shown until it is chosen. */
  hidden?: boolean;
}

/** A column's key, with "-" before it for the other way round; empty: as the server has it. */
export type Sort = string;

function compare(one: string | number | bigint, other: string | number | bigint, collator: Intl.Collator): number {
  if (typeof one === "string" || typeof other === "string") return collator.compare(String(one), String(other));
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The rows in the order of `sort`, and as they are where that names no column that sorts. */
export function sortRows<Row>(rows: readonly Row[], columns: Column<Row>[], sort: Sort, language: string): readonly Row[] {
  const value = columns.find((column) => column.key === sort.replace(/^-/, ""))?.sort;
  if (!value) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = sort.startsWith("-") ? -1 : 1;
  return [...rows].sort((one, other) => sign * compare(value(one), value(other), collator));
}

/** What a press on the column's header leads to: up, down, and back to the server's order. */
export function nextSort(sort: Sort, key: string): Sort {
  if (sort === key) return `-${key}`;
  return sort === `-${key}` ? "" : key;
}
