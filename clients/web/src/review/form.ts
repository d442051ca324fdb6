/** One answer of a form: its question, how deep it lies, and what was said. */
export interface FormRow {
  key: string;
  title: string;
  depth: number;
  /** Undefined for the heading of what follows below it. */
  value?: string | boolean | string[];
}

interface Schema {
  title?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: { const?: unknown; title?: string }[];
}

// A choice is told by its title.
function wordOf(schema: Schema, value: unknown): string {
  return schema.oneOf?.find((one) => one.const === value)?.title ?? String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowsOf(schema: Schema, value: unknown, key: string, depth: number): FormRow[] {
  const row = { key, title: schema.title ?? key.split(".").pop() ?? "", depth };
  if (value === undefined || value === null || value === "") return [];
  if (typeof value === "boolean") return [{ ...row, value }];
  if (isRecord(value)) return [row, ...rowsBelow(schema, value, `${key}.`, depth + 1)];
  if (!Array.isArray(value)) return [{ ...row, value: wordOf(schema, value) }];
  const items = schema.items ?? {};
  if (!value.some(isRecord)) return [{ ...row, value: value.map((one) => wordOf(items, one)) }];
  const parts = value.flatMap((one, at) =>
    rowsOf({ ...items, title: `${items.title ?? row.title} ${at + 1}` }, one, `${key}.${at}`, depth + 1),
  );
  return [row, ...parts];
}

function rowsBelow(schema: Schema, values: Record<string, unknown>, prefix: string, depth: number): FormRow[] {
  const known = Object.keys(schema.properties ?? {});
  const names = [...known, ...Object.keys(values).filter((name) => !known.includes(name))];
  return names.flatMap((name) => rowsOf(schema.properties?.[name] ?? {}, values[name], `${prefix}${name}`, depth));
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json || "{}");
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** The answers of a form in its schema's order; what is empty or hidden is left out. Both are JSON. */
export function formRows(schema: string, form: string): FormRow[] {
  return rowsBelow(parse(schema) as Schema, parse(form), "", 0);
}
