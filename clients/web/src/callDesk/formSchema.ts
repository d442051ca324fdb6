// A call's form as the builder shows it, and as the server keeps it: JSON Schema. What the builder's kinds cannot
// say exactly stays as it was written, as a field of the kind "other".

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const kinds = [
  "text", "longText", "integer", "number", "money", "date", "choice", "choices", "yesNo", "commitment", "email",
  "phone", "link", "list", "table",
] as const;
export type Kind = (typeof kinds)[number];
export const columnKinds: readonly Kind[] = ["text", "integer", "number", "money", "date", "choice", "yesNo"];

export interface FormField {
  /** Its name in the answers; it never changes once applicants have answered. */
  key: string;
  kind: Kind | "other";
  title: string;
  description: string;
  required: boolean;
  /** Hidden from experts in a double-blind call. */
  identifying: boolean;
  /** Characters of texts, the value of numbers, or how many of lists; undefined: no limit. */
  min?: number;
  max?: number;
  options: string[];
  columns: FormField[];
  unique?: boolean;
  /** Of "other": the schema as it is. */
  schema?: JsonObject;
}

export interface FormModel {
  fields: FormField[];
  /** What the schema says beside its fields. */
  rest: JsonObject;
}

/** One line of text; longer ones get a box. */
export const lineCharactersMax = 200;
const textual: readonly string[] = ["text", "longText", "email", "phone", "link"];
const counted: readonly string[] = ["choices", "list", "table"];
const numeric: readonly string[] = ["integer", "number", "money"];

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same value with the keys of every object in order. */
function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}
export const sameJson = (one: Json, other: Json) => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

const given = (values: { [key: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as JsonObject;

const formats: Partial<Record<string, string>> = { date: "date", email: "email", link: "uri" };

/** What a field's kind says of its value. */
function typeOf(field: FormField): JsonObject {
  const { kind, min, max, options, unique } = field;
  const characters = given({ minLength: min, maxLength: max });
  const range = given({ minimum: min, maximum: max });
  const count = given({ minItems: min, maxItems: max, uniqueItems: unique });
  switch (kind) {
    case "date":
    case "email":
    case "link":
      return { type: "string", format: formats[kind] ?? "", ...characters };
    case "phone":
      return { type: "string", ...characters, "x-kind": "phone" };
    case "text":
    case "longText":
      return { type: "string", ...characters };
    case "integer":
    case "number":
      return { type: kind, ...range };
    case "money":
      return { type: "number", ...range, "x-kind": "money" };
    case "choice":
      return { type: "string", enum: options };
    case "choices":
      return { type: "array", items: { type: "string", enum: options }, ...count };
    case "yesNo":
      return { type: "boolean" };
    case "commitment":
      return { type: "boolean", const: true };
    case "list":
      return { type: "array", items: { type: "string", minLength: 1, maxLength: lineCharactersMax }, ...count };
    case "table":
      return { type: "array", items: toSchema({ fields: field.columns, rest: closedObject }), ...count };
    case "other":
      return field.schema ?? {};
  }
}

const closedObject: JsonObject = { type: "object", additionalProperties: false };

function propertyOf(field: FormField): JsonObject {
  const { title, description, identifying } = field;
  if (field.kind === "other") {
    return { ...typeOf(field), ...given({ title: title || undefined, description: description || undefined, "x-identifying": identifying || undefined }) };
  }
  const about = { title, description: description || undefined, "x-identifying": identifying || undefined };
  return given({ ...about, ...typeOf(field) });
}

/** The schema of a form. */
export function toSchema({ fields, rest }: FormModel): JsonObject {
  const extra = Array.isArray(rest.required) ? rest.required : [];
  const required = [...fields.filter((field) => field.required).map((field) => field.key), ...extra];
  const properties = Object.fromEntries(fields.map((field) => [field.key, propertyOf(field)]));
  return given({ ...rest, required: required.length > 0 ? required : undefined, properties });
}

const numberAt = (schema: JsonObject, ...keys: string[]) =>
  keys.map((key) => schema[key]).find((value) => typeof value === "number");
const textAt = (schema: JsonObject, key: string) => {
  const value = schema[key];
  return typeof value === "string" ? value : "";
};
const textsAt = (schema: JsonObject, key: string) => {
  const value = schema[key];
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? (value as string[]) : [];
};

function readAs(kind: Kind, key: string, schema: JsonObject, required: boolean): FormField {
  const items = isObject(schema.items) ? schema.items : {};
  const [low, high] = counted.includes(kind) ? ["minItems", "maxItems"] : ["minLength", "maxLength"];
  const range = numeric.includes(kind) ? ["minimum", "maximum"] : [low, high];
  return {
    key,
    kind,
    title: textAt(schema, "title"),
    description: textAt(schema, "description"),
    required,
    identifying: schema["x-identifying"] === true,
    min: numberAt(schema, range[0] ?? ""),
    max: numberAt(schema, range[1] ?? ""),
    options: kind === "choice" ? textsAt(schema, "enum") : kind === "choices" ? textsAt(items, "enum") : [],
    columns: kind === "table" ? readFields(items) : [],
    unique: typeof schema.uniqueItems === "boolean" ? schema.uniqueItems : undefined,
  };
}

/** Whether a text of this kind is as long as the kind means it. */
function fitsLength({ kind, max }: FormField): boolean {
  if (kind === "text") return max !== undefined && max <= lineCharactersMax;
  return kind !== "longText" || max === undefined || max > lineCharactersMax;
}

function readField(key: string, schema: JsonObject, required: boolean): FormField {
  for (const kind of kinds) {
    const field = readAs(kind, key, schema, required);
    // A kind fits only where it says neither more nor less than what was written.
    if (fitsLength(field) && sameJson(propertyOf(field), schema)) return field;
  }
  return { ...readAs("text", key, schema, required), kind: "other", min: undefined, max: undefined, schema };
}

function readFields(schema: JsonObject): FormField[] {
  const required = textsAt(schema, "required");
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.entries(properties).flatMap(([key, property]) =>
    isObject(property) ? [readField(key, property, required.includes(key))] : [],
  );
}

/** The form of a schema as text; an empty form where there is none. undefined where it is not one. */
export function readForm(text: string): FormModel | undefined {
  if (text.trim() === "") return { fields: [], rest: closedObject };
  try {
    const schema = JSON.parse(text) as Json;
    if (!isObject(schema)) return undefined;
    const { properties, required: _, ...rest } = schema;
    const keys = isObject(properties) ? Object.keys(properties) : [];
    const extra = textsAt(schema, "required").filter((key) => !keys.includes(key));
    return { fields: readFields(schema), rest: extra.length > 0 ? { ...rest, required: extra } : rest };
  } catch {
    return undefined;
  }
}

export const writeForm = (model: FormModel) => JSON.stringify(toSchema(model), null, 2);

export const isTextual = (kind: string) => textual.includes(kind);
export const isCounted = (kind: string) => counted.includes(kind);
export const isNumeric = (kind: string) => numeric.includes(kind);
