import type { FormInstance } from "antd";
import type { TFunction } from "i18next";
import { fieldProblems } from "@/api/explain";
import type { Refusal } from "@/api/refusal";

type Path = (string | number)[];

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** "team[2].display_name" as antd names it: ["team", 2, "displayName"]. */
export function pathOf(field: string): Path {
  return field
    .split(/[.[\]]/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : camel(part)));
}

/** Puts the server's violations at the form's fields, whose names are those of the message below `prefix`. */
export function showViolations(form: FormInstance, refusal: Refusal, prefix: string, t: TFunction): void {
  const problems = fieldProblems(refusal, prefix, t);
  form.setFields(Object.entries(problems).map(([field, text]) => ({ name: pathOf(field), errors: [text] })));
}
