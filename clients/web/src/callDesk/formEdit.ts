import { type FormField, type FormModel, isCounted, isTextual, type Kind, lineCharactersMax } from "./formSchema";

/** A key that no field has yet. */
export function freeKey(fields: readonly FormField[], stem = "item"): string {
  const taken = new Set(fields.map((field) => field.key));
  for (let number = fields.length + 1; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}

const longCharacters = 3000;
const first: Partial<Record<Kind, Partial<FormField>>> = {
  text: { max: lineCharactersMax },
  longText: { max: longCharacters },
  phone: { max: 30 },
  money: { min: 0 },
  choices: { unique: true },
  list: { max: 20 },
  table: { max: 50 },
};

/** A new field of a kind; `title` is what it is called at first. */
export function newField(kind: Kind, key: string, title: string): FormField {
  const required = kind === "commitment";
  return { key, kind, title, description: "", required, identifying: false, options: [], columns: [], ...first[kind] };
}

/** With an answer asked for or not: an empty text or list is no answer. */
export function withRequired(field: FormField, required: boolean): FormField {
  const emptyable = isTextual(field.kind) || isCounted(field.kind);
  if (!emptyable) return { ...field, required };
  if (required) return { ...field, required, min: Math.max(field.min ?? 1, 1) };
  return { ...field, required, min: field.min === 1 ? undefined : field.min };
}

export function moved<Item>(items: readonly Item[], at: number, by: number): Item[] {
  const to = at + by;
  const item = items[at];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.toSpliced(at, 1);
  return rest.toSpliced(to, 0, item);
}

export const replaced = <Item>(items: readonly Item[], at: number, item: Item): Item[] => items.toSpliced(at, 1, item);
export const without = <Item>(items: readonly Item[], at: number): Item[] => items.toSpliced(at, 1);

export interface FormGap {
  /** Where in the form: the field, and its column where it is a table's. */
  field: number;
  column?: number;
  /** Key of its text in callDesk:form.gap. */
  gap: "title" | "options" | "repeated" | "columns" | "range" | "key";
}

function gapsOfField(field: FormField, all: readonly FormField[]): FormGap["gap"][] {
  const choosing = field.kind === "choice" || field.kind === "choices";
  const options = field.options.map((option) => option.trim());
  const gaps: [FormGap["gap"], boolean][] = [
    ["title", field.title.trim() === ""],
    ["options", choosing && (options.length < 2 || options.includes(""))],
    ["repeated", choosing && new Set(options).size < options.length],
    ["columns", field.kind === "table" && field.columns.length === 0],
    ["range", field.min !== undefined && field.max !== undefined && field.min > field.max],
    ["key", field.key === "" || all.filter((other) => other.key === field.key).length > 1],
  ];
  return gaps.flatMap(([gap, there]) => (there ? [gap] : []));
}

/** What still keeps the form from being filled in. */
export function gapsOfForm({ fields }: FormModel): FormGap[] {
  return fields.flatMap((field, at) => [
    ...gapsOfField(field, fields).map((gap) => ({ field: at, gap })),
    ...field.columns.flatMap((column, place) =>
      gapsOfField(column, field.columns).map((gap) => ({ field: at, column: place, gap })),
    ),
  ]);
}
