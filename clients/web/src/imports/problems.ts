import type { Violation } from "@/api/refusal";

/** Where in the file something is wrong. `row` as a spreadsheet counts: the header is row 1. */
export interface CellProblem<Text = Violation> {
  row: number;
  column: string;
  problem: Text;
}

/** Violations of cells, by the field's path: rows[12].uscc. Others are left out. */
export function cellProblems(violations: readonly Violation[]): CellProblem[] {
  return violations.flatMap((problem) => {
    const [, row, column] = /^rows\[(\d+)\](?:\.(.*))?$/.exec(problem.field) ?? [];
    return row ? [{ row: Number(row), column: column ?? "", problem }] : [];
  });
}

export interface PreviewRow {
  row: number;
  cells: string[];
  wrong: boolean;
}

export const previewMax = 50;

/** The rows to show: those with a problem, or, where none has any, the first ones. */
export function previewRows(rows: readonly string[][], wrongRows: ReadonlySet<number>): PreviewRow[] {
  const all = rows.map((cells, index) => ({ row: index + 2, cells, wrong: wrongRows.has(index + 2) }));
  return wrongRows.size > 0 ? all.filter(({ wrong }) => wrong) : all.slice(0, previewMax);
}
