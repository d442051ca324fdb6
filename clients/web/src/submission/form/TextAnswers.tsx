import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idOfField } from "../complete";
import { Frame } from "../Frame";
import styles from "../submission.module.css";
import type { AnswerProps } from "./Questions";

const types: Record<string, string> = { date: "date", email: "email", uri: "url", phone: "tel" };
const asText = (value: unknown) => (typeof value === "string" ? value : "");

function frameOf({ question, path, value, problemAt }: AnswerProps) {
  const { title, hint, required, schema } = question;
  const max = schema.type === "string" ? schema.maxLength : undefined;
  return {
    id: idOfField(path),
    label: title,
    hint,
    optional: !required,
    problem: problemAt(path),
    count: max ? { typed: [...asText(value)].length, max } : undefined,
  };
}

/** A line of text, or a day. */
export function LineAnswer(props: AnswerProps) {
  const { question, value, onValue } = props;
  const type = types[question.schema.format ?? question.schema["x-kind"] ?? ""] ?? "text";
  return (
    <Frame {...frameOf(props)}>
      {(control) => (
        <input {...control} className="input" type={type} value={asText(value)} onChange={(event) => onValue(event.target.value)} />
      )}
    </Frame>
  );
}

export function LinesAnswer(props: AnswerProps) {
  const rows = (props.question.schema.maxLength ?? 0) > 1000 ? 10 : 5;
  return (
    <Frame {...frameOf(props)}>
      {(control) => (
        <textarea {...control} className="input" rows={rows} value={asText(props.value)} onChange={(event) => props.onValue(event.target.value)} />
      )}
    </Frame>
  );
}

/** The number that was typed; undefined where it is none of the kind. */
function numberOf(text: string, whole: boolean): number | undefined {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) || (whole && !Number.isInteger(value)) ? undefined : value;
}

export function NumberAnswer(props: AnswerProps) {
  const { t } = useTranslation(["submission", "ui"]);
  const { question, value, onValue } = props;
  const [typed, setTyped] = useState(value === undefined ? "" : String(value as number));
  const whole = question.schema.type === "integer";
  const wrong = typed.trim() !== "" && numberOf(typed, whole) === undefined;
  const frame = frameOf(props);
  const change = (text: string) => {
    setTyped(text);
    onValue(numberOf(text, whole));
  };
  return (
    <Frame {...frame} problem={wrong ? t(whole ? "notWhole" : "notNumber") : frame.problem}>
      {(control) => (
        <div className={styles.withUnit}>
          <input {...control} className="input number" inputMode={whole ? "numeric" : "decimal"} value={typed} onChange={(event) => change(event.target.value)} />
          {question.schema["x-kind"] === "money" && <span>{t("ui:money.unit")}</span>}
        </div>
      )}
    </Frame>
  );
}

/** For what no other kind fits: the value as JSON. */
export function RawAnswer(props: AnswerProps) {
  const { t } = useTranslation("submission");
  const [typed, setTyped] = useState(props.value === undefined ? "" : JSON.stringify(props.value, null, 2));
  const [wrong, setWrong] = useState(false);
  const frame = frameOf(props);
  const change = (text: string) => {
    setTyped(text);
    try {
      props.onValue(text.trim() === "" ? undefined : JSON.parse(text));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <Frame {...frame} hint={frame.hint || t("rawHint")} problem={wrong ? t("notJson") : frame.problem}>
      {(control) => <textarea {...control} className="input" rows={5} value={typed} onChange={(event) => change(event.target.value)} />}
    </Frame>
  );
}
