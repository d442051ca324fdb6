/** The rows of a CSV file, with quotes and line breaks within them; the header is the first. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  };
  const source = text.replace(/^\uFEFF/, "");
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') cell += source[++at];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") endCell();
    else if (character === "\n") endRow();
    else if (character !== "\r") cell += character;
  }
  endRow();
  return rows;
}

export interface RowFault {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  column: string; // empty: the whole row
  text: string;
}

/** Where a violation's field is: "rows[12].disciplines" is row 12, column disciplines. */
export function placeOf(field: string): { row: number; column: string } | undefined {
  const match = /^rows\[(\d+)\](?:\.(\w+))?/.exec(field);
  return match ? { row: Number(match[1]), column: match[2] ?? "" } : undefined;
}
