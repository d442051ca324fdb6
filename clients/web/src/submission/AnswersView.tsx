import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/useLanguage";
import { type Fact, Facts } from "@/ui/Facts";
import { formatDay } from "@/ui/time";
import { type Answers, isEmpty, parseAnswers } from "./answers";
import { parseSchema, type Question, questionsOf } from "./schema";
import styles from "./submission.module.css";

function useAnswerText(): (question: Question, value: unknown) => ReactNode {
  const { t } = useTranslation(["submission", "ui"]);
  const language = useLanguage();
  const textOf = (question: Question, value: unknown): ReactNode => {
    const chosen = (one: unknown) => question.options.find((option) => option.value === one)?.text ?? String(one);
    switch (question.kind) {
      case "confirm":
        return value === true ? t("confirmed") : t("no");
      case "yesNo":
        return t(value === true ? "yes" : "no");
      case "choice":
        return chosen(value);
      case "choices":
        return (value as unknown[]).map(chosen).join(t("listMark"));
      case "date":
        return formatDay(String(value), language);
      case "number":
        return question.schema["x-kind"] === "money" ? t("ui:money.amount", { amount: String(value) }) : String(value);
      case "raw":
        return JSON.stringify(value);
      case "group":
        return <AnswerFacts questions={question.parts} answers={value as Answers} />;
      case "rows":
        return <Rows question={question} rows={value as unknown[]} />;
      default:
        return <span className={styles.answer}>{String(value)}</span>;
    }
  };
  return textOf;
}

function Rows({ question, rows }: { question: Question; rows: unknown[] }) {
  const textOf = useAnswerText();
  const { row } = question;
  if (!row) return null;
  return (
    <ol>
      {rows.map((value, at) => (
        <li key={at}>{textOf(row, value)}</li>
      ))}
    </ol>
  );
}

function AnswerFacts({ questions, answers }: { questions: readonly Question[]; answers: Answers }) {
  const { t } = useTranslation("submission");
  const textOf = useAnswerText();
  const facts = questions.map((question): Fact => {
    const value = answers[question.key];
    return { label: question.title, value: isEmpty(value) ? <span className="quiet">{t("notGiven")}</span> : textOf(question, value) };
  });
  return <Facts facts={facts} />;
}

interface Props {
  schema: string;
  form: string;
  /** As an expert sees it: without what tells who applies. */
  blind?: boolean;
}

/** The answers of a form by its call's JSON Schema, for whoever reads a submission. */
export function AnswersView({ schema, form, blind = false }: Props) {
  const questions = questionsOf(parseSchema(schema) ?? {}).filter(({ identifying }) => !(blind && identifying));
  return <AnswerFacts questions={questions} answers={parseAnswers(form)} />;
}
