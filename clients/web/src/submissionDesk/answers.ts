import { type FormField, type Json, type JsonObject, readForm } from "@/callDesk/formSchema";

export interface Answer {
  key: string;
  field?: FormField; // undefined: the form does not ask for it
  value: Json;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was answered, in the form's order; what the form does not ask for comes last. */
export function answersOf(form: string, schema: string): Answer[] {
  const fields = readForm(schema)?.fields ?? [];
  let given: JsonObject = {};
  try {
    const read = JSON.parse(form || "{}") as Json;
    if (isObject(read)) given = read;
  } catch {
    return [];
  }
  const asked = fields.flatMap((field) => (field.key in given ? [{ key: field.key, field, value: given[field.key] ?? null }] : []));
  const known = new Set(fields.map((field) => field.key));
  const others = Object.entries(given).filter(([key]) => !known.has(key));
  return [...asked, ...others.map(([key, value]) => ({ key, value }))];
}

/** One line for each entry of a row, e.g. of a table. */
export function rowText(row: Json, columns: readonly FormField[]): string {
  if (!isObject(row)) return String(row);
  const titled = Object.entries(row).map(([key, value]) => `${columns.find((column) => column.key === key)?.title ?? key}: ${String(value)}`);
  return titled.join("；");
}
