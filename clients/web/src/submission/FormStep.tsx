import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Blindness } from "./Blindness";
import { formOf, parseAnswers } from "./answers";
import { Questions } from "./form/Questions";
import { ConflictNote } from "./Frame";
import { parseSchema, questionsOf } from "./schema";
import type { Draft } from "./useDraft";

/** What this call asks for beside the basics. */
export function FormStep({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { call, fields, set, problemAt, conflicts, settle } = draft;
  const questions = useMemo(() => questionsOf(parseSchema(call.formSchema) ?? {}), [call.formSchema]);
  const answers = parseAnswers(fields.form);
  if (questions.length === 0) return <p>{t("noForm")}</p>;
  return (
    <>
      <Blindness call={call} questions={questions} />
      <ConflictNote of="form" label={t("step.form")} conflicts={conflicts} settle={settle} />
      <Questions questions={questions} path="form" answers={answers} onAnswers={(next) => set({ form: formOf(next) })} problemAt={problemAt} />
    </>
  );
}
