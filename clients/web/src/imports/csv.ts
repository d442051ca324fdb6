// CSV as RFC 4180 has it: quotes around cells, doubled within, lines that end in LF or CR LF.

/** A table; the first record is its header. */
export interface Table {
  header: string[];
  rows: string[][];
}

/** Records of cells; empty lines are left out. */
export function readRecords(text: string): string[][] {
  const records: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    records.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === ",") endCell();
    else if (character === "\n") {
      endCell();
      records.push([]);
    } else if (character !== "\r") cell += character;
  }
  endCell();
  return records.filter((record) => record.some((one) => one !== ""));
}

export function readTable(text: string): Table {
  const [header = [], ...rows] = readRecords(text);
  return { header: header.map((name) => name.trim()), rows };
}

const written = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function writeTable({ header, rows }: Table): string {
  return [header, ...rows].map((record) => record.map(written).join(",")).join("\n") + "\n";
}

/** The text of a file: UTF-8, or else what spreadsheets in China write (GB 18030). */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The columns that are not in the header, and those that nobody asked for. */
export function compareHeader(header: readonly string[], wanted: readonly string[], optional: readonly string[] = []) {
  const known = [...wanted, ...optional];
  return {
    missing: wanted.filter((column) => !header.includes(column)),
    unknown: header.filter((column) => !known.includes(column)),
  };
}
