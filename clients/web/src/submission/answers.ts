import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import type { Violation } from "@/api/refusal";
import type { SchemaPart } from "./schema";

export type Answers = Record<string, unknown>;

/** The answers of a submission's `form`; none where it is empty or no JSON object. */
export function parseAnswers(form: string): Answers {
  try {
    const parsed: unknown = JSON.parse(form || "{}");
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as Answers) : {};
  } catch {
    return {};
  }
}

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) && value.length === 0;
}

/** The answers with one changed; an empty one is left out, as if never given. */
export function withAnswer(answers: Answers, key: string, value: unknown): Answers {
  const { [key]: _, ...rest } = answers;
  return isEmpty(value) ? rest : { ...answers, [key]: value };
}

export function formOf(answers: Answers): string {
  return Object.keys(answers).length === 0 ? "" : JSON.stringify(answers);
}

type Limit = keyof Schema & keyof SchemaPart;
const rules: Record<string, [rule: string, limit?: Limit]> = {
  minLength: ["TOO_SHORT", "minLength"],
  maxLength: ["TOO_LONG", "maxLength"],
  minItems: ["TOO_FEW", "minItems"],
  maxItems: ["TOO_MANY", "maxItems"],
  minimum: ["OUT_OF_RANGE"],
  maximum: ["OUT_OF_RANGE"],
  exclusiveMinimum: ["OUT_OF_RANGE"],
  exclusiveMaximum: ["OUT_OF_RANGE"],
  type: ["MALFORMED"],
  format: ["MALFORMED"],
  enum: ["UNKNOWN"],
  const: ["REQUIRED"], // what must be one value is a box to tick
  required: ["REQUIRED"],
  uniqueItems: ["DUPLICATE"],
};

/** "#/outputs/2/name" as violations name it: form.outputs[2].name. */
export function pathOf(instanceLocation: string): string {
  const parts = instanceLocation.split("/").slice(1);
  const keys = parts.map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce((path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : `${path}.${key}`), "form");
}

const at = (schema: unknown, keywordLocation: string): unknown =>
  keywordLocation
    .split("/")
    .slice(1)
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[decodeURIComponent(key)], schema);

function limitOf(schema: SchemaPart, { keyword, keywordLocation }: OutputUnit, named: Limit | undefined): string {
  if (named) return String(at(schema, keywordLocation) ?? "");
  if (!/imum$/i.test(keyword)) return "";
  const part = at(schema, keywordLocation.replace(/\/[^/]*$/, "")) as SchemaPart | undefined;
  return part?.minimum !== undefined && part.maximum !== undefined ? `${part.minimum}–${part.maximum}` : "";
}

function violationOf(schema: SchemaPart, unit: OutputUnit): Violation | undefined {
  const [rule, named] = rules[unit.keyword] ?? [];
  if (!rule) return undefined;
  const missing = unit.keyword === "required" ? /"(.*)"/.exec(unit.error)?.[1] : undefined;
  const field = pathOf(unit.instanceLocation) + (missing === undefined ? "" : `.${missing}`);
  return { field, rule, limit: limitOf(schema, unit, named), description: unit.error };
}

/** What is wrong with the answers by the call's schema, as the server would say it. */
export function checkAnswers(schema: SchemaPart, answers: Answers): Violation[] {
  const { valid, errors } = new Validator(schema as Schema, "7", false).validate(answers);
  if (valid) return [];
  const found = errors.flatMap((unit) => violationOf(schema, unit) ?? []);
  if (found.length === 0) return [{ field: "form", rule: "MALFORMED", limit: "", description: errors[0]?.error ?? "" }];
  return found.filter(({ field }, index) => found.findIndex((one) => one.field === field) === index);
}
