/** A part of a JSON Schema, as far as a form is drawn from it. */
export interface SchemaPart {
  type?: string;
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  oneOf?: SchemaPart[];
  items?: SchemaPart;
  properties?: Record<string, SchemaPart>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  "x-identifying"?: boolean;
  "x-kind"?: string; // the form builder's: phone, money (in 10,000 yuan)
}

export interface Option {
  value: unknown;
  text: string;
}
export type Kind =
  | "line" | "lines" | "date" | "number" | "yesNo" | "confirm" | "choice" | "choices" | "rows" | "group" | "raw";

/** One question of a form. */
export interface Question {
  key: string;
  kind: Kind;
  title: string;
  hint: string;
  required: boolean;
  identifying: boolean; // hidden from experts in a double-blind call
  schema: SchemaPart;
  options: Option[]; // of choice and choices
  parts: Question[]; // of a group
  row?: Question; // of rows: what each is
}

const longText = 200; // characters from which a text gets several lines

/** The form's JSON Schema; undefined where it is none (a call's schema is checked when it is published). */
export function parseSchema(text: string): SchemaPart | undefined {
  try {
    return JSON.parse(text || "{}") as SchemaPart;
  } catch {
    return undefined;
  }
}

function optionsOf(schema: SchemaPart): Option[] {
  if (schema.enum) return schema.enum.map((value) => ({ value, text: String(value) }));
  const consts = schema.oneOf ?? [];
  if (!consts.every((one) => "const" in one)) return [];
  return consts.map((one) => ({ value: one.const, text: one.title ?? String(one.const) }));
}

function textKind(schema: SchemaPart): Kind {
  if (schema.format === "date") return "date";
  const short = (schema.maxLength ?? Infinity) <= longText || schema.format || schema["x-kind"];
  return short ? "line" : "lines";
}

function kindOf(schema: SchemaPart): Kind {
  if (optionsOf(schema).length > 0) return "choice";
  switch (schema.type) {
    case "string":
      return textKind(schema);
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return schema.const === true ? "confirm" : "yesNo";
    case "object":
      return schema.properties ? "group" : "raw";
    case "array":
      if (!schema.items) return "raw";
      return optionsOf(schema.items).length > 0 ? "choices" : "rows";
    default:
      return "raw";
  }
}

function questionOf(key: string, schema: SchemaPart, required: boolean): Question {
  const kind = kindOf(schema);
  return {
    key,
    kind,
    title: schema.title ?? key,
    hint: schema.description ?? "",
    required: required || (schema.minItems ?? 0) > 0,
    identifying: schema["x-identifying"] === true,
    schema,
    options: optionsOf(kind === "choices" ? (schema.items ?? {}) : schema),
    parts: kind === "group" ? questionsOf(schema) : [],
    ...(kind === "rows" ? { row: questionOf("", schema.items ?? {}, true) } : {}),
  };
}

/** The questions of an object's schema, in its order. */
export function questionsOf(schema: SchemaPart): Question[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([key, part]) => questionOf(key, part, required.has(key)));
}

/** Where an answer stands, as violations name it: form.team[2].name. */
export const below = (path: string, key: string | number) =>
  typeof key === "number" ? `${path}[${key}]` : `${path}.${key}`;

/** The question of a violation's path. */
export function findQuestion(questions: readonly Question[], path: string): Question | undefined {
  const keys = path.replace(/^form\.?/, "").split(/[.[\]]/).filter(Boolean);
  let found: Question | undefined;
  for (const key of keys) {
    const parts: readonly Question[] = found ? (found.row ? [found.row] : found.parts) : questions;
    const next = found?.row ? found.row : parts.find((one) => one.key === key);
    if (!next) return found;
    found = next.kind === "group" && /^\d+$/.test(key) ? { ...next, title: found?.title ?? next.title } : next;
  }
  return found;
}
