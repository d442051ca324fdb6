import type { TFunction } from "i18next";
import { currentLanguage } from "@/i18n/i18n";
import { formatWan } from "@/ui/wan";
import { codeNumber, type Refusal, type Violation } from "./refusal";

// Our own wording, where the command line's would puzzle a reader of pages, comes first.
function find(t: TFunction, keys: string[], fillings: Record<string, string>): string | undefined {
  const key = keys.find((one) => t(one, { ...fillings, defaultValue: "" }) !== "");
  return key && t(key, fillings);
}

function fillingsOf(refusal: Refusal): Record<string, string> {
  const { ceiling_fen: ceiling, ...rest } = refusal.metadata;
  return {
    ...rest,
    message: refusal.message,
    ...(ceiling ? { ceiling_fen: formatWan(BigInt(ceiling), currentLanguage()) } : {}),
  };
}

/** Why it failed, in the user's language: one sentence without its end. */
export function explain(refusal: Refusal, t: TFunction): string {
  const { code, reason } = refusal;
  const keys = reason
    ? [`ui:refusal.reason.${reason}`, `errors:reason.${reason}`]
    : [`ui:refusal.code.${code}`, `errors:code.${codeNumber(code)}`];
  return find(t, keys, fillingsOf(refusal)) ?? refusal.message;
}

/** What is wrong with a field, e.g. "应在 0–100 之间". */
export function explainViolation({ rule, limit, description }: Violation, t: TFunction): string {
  const keys = limit ? [`errors:rule.${rule}`] : [`errors:ruleWithoutLimit.${rule}`, `errors:rule.${rule}`];
  return (rule && find(t, keys, { limit })) || description;
}

/**
 * Texts of what is wrong by the field's path below `prefix`, e.g. {"team[2].display_name": "必填"} for
 * "submission". What is not below it keeps its whole path.
 */
export function fieldProblems(refusal: Refusal, prefix: string, t: TFunction): Record<string, string> {
  const below = (field: string) => (field.startsWith(`${prefix}.`) ? field.slice(prefix.length + 1) : field);
  return Object.fromEntries(
    refusal.violations.map((violation) => [below(violation.field), explainViolation(violation, t)]),
  );
}
