import type { Violation } from "@/api/refusal";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { isDisciplineCode } from "@/discipline/codes";
import { checkAnswers, parseAnswers } from "./answers";
import type { Fields } from "./fields";
import { parseSchema } from "./schema";

// The limits of services/submissions/submission.h; lengths in characters.
export const titleMax = 80;
export const abstractMax = 2000;
export const keywordsMax = 8;
export const keywordMax = 30;
export const teamMax = 30;
export const avoidedMax = 5;
export const nameMax = 80;
export const unitMax = 120;
const amountFenMax = 100_000_000_000_000n;

const lengthOf = (text: string) => [...text].length;

class Findings {
  readonly all: Violation[] = [];
  add(field: string, rule: string, limit: string | number = ""): void {
    this.all.push({ field, rule, limit: String(limit), description: rule });
  }
  required(field: string, text: string): void {
    if (text.trim() === "") this.add(field, "REQUIRED");
  }
  length(field: string, text: string, max: number): void {
    if (lengthOf(text) > max) this.add(field, "TOO_LONG", max);
  }
}

/** What the server would not even keep in a draft. */
export function checkDraft(fields: Fields): Violation[] {
  const found = new Findings();
  found.length("title", fields.title, titleMax);
  found.length("abstract", fields.abstract, abstractMax);
  if (fields.keywords.length > keywordsMax) found.add("keywords", "TOO_MANY", keywordsMax);
  if (fields.keywords.some((word) => lengthOf(word) > keywordMax)) found.add("keywords", "TOO_LONG", keywordMax);
  if (fields.amountFen > amountFenMax) found.add("amount_fen", "TOO_LARGE");
  if (fields.discipline && !isDisciplineCode(fields.discipline)) found.add("discipline", "MALFORMED");
  if (fields.team.length > teamMax) found.add("team", "TOO_MANY", teamMax);
  if (fields.avoidedExperts.length > avoidedMax) found.add("avoided_experts", "TOO_MANY", avoidedMax);
  fields.team.forEach(({ displayName, unitName }, at) => {
    found.length(`team[${at}].display_name`, displayName, nameMax);
    found.length(`team[${at}].unit_name`, unitName, unitMax);
  });
  return found.all;
}

function checkBasics(fields: Fields, call: Call, wan: (fen: bigint) => string, found: Findings): void {
  found.required("title", fields.title);
  if (call.categories.length > 0) found.required("category", fields.category);
  found.required("discipline", fields.discipline);
  found.required("start_date", fields.startDate);
  found.required("end_date", fields.endDate);
  if (fields.startDate && fields.endDate && fields.endDate < fields.startDate) {
    found.add("end_date", "TOO_EARLY", fields.startDate);
  }
  found.required("abstract", fields.abstract);
  const category = call.categories.find(({ code }) => code === fields.category);
  if (category && fields.amountFen > category.ceilingFen) {
    found.add("amount_fen", "OVER_CEILING", wan(category.ceilingFen));
  }
}

/** Everything that stands between a draft and its being sent, by the fields that the server names. */
export function checkComplete(
  fields: Fields,
  call: Call,
  filledSlots: ReadonlySet<string>,
  wan: (fen: bigint) => string,
): Violation[] {
  const found = new Findings();
  found.all.push(...checkDraft(fields));
  checkBasics(fields, call, wan, found);
  found.all.push(...checkAnswers(parseSchema(call.formSchema) ?? {}, parseAnswers(fields.form)));
  fields.team.forEach(({ displayName }, at) => found.required(`team[${at}].display_name`, displayName));
  for (const { code, required } of call.attachmentSlots) {
    if (required && !filledSlots.has(code)) found.add(`attachments.${code}`, "ATTACHMENT_MISSING");
  }
  return found.all;
}

export type Step = "basics" | "form" | "team" | "files";
export const steps: readonly Step[] = ["basics", "form", "team", "files"];

/** The step at which a field is written. */
export function stepOf(field: string): Step {
  if (/^form\b/.test(field)) return "form";
  if (/^(team|avoided_experts)\b/.test(field)) return "team";
  return /^attachments\b/.test(field) ? "files" : "basics";
}

/** The id of the element at which a field is written. */
export const idOfField = (field: string) => `field-${field}`;
