import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { findQuestion, parseSchema, questionsOf } from "./schema";

const keys: Record<string, string> = {
  title: "field.title",
  category: "field.category",
  discipline: "field.discipline",
  amount_fen: "field.amount",
  start_date: "field.startDate",
  end_date: "field.endDate",
  abstract: "field.abstract",
  keywords: "field.keywords",
  team: "members",
  unit: "unit",
  form: "step.form",
  attachments: "step.files",
  avoided_experts: "avoided",
};

/** What people call the field of a violation: a question of the form by its title, a file by its slot. */
export function useFieldLabel(call: Call): (field: string) => string {
  const { t } = useTranslation("submission");
  const questions = useMemo(() => questionsOf(parseSchema(call.formSchema) ?? {}), [call.formSchema]);
  return (path) => {
    const field = path.replace(/^submission\./, "");
    const [key = "", rest] = field.split(/[.[]/, 2);
    if (key === "form") return findQuestion(questions, field)?.title ?? t("step.form");
    if (key === "team" && rest) return t("memberName", { number: Number.parseInt(rest, 10) + 1 });
    const slot = key === "attachments" ? call.attachmentSlots.find(({ code }) => code === field.slice(key.length + 1)) : undefined;
    return slot?.displayName ?? (keys[key] ? t(keys[key]) : key);
  };
}
