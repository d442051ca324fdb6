import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { explain, explainViolation } from "@/api/explain";
import type { Refusal } from "@/api/refusal";
import styles from "./ErrorSummary.module.css";

export interface Problem {
  text: string;
  /** The id of the element that has the problem; its line moves the focus there. */
  target?: string;
}

/** On top of a form: what is wrong in it. It takes the focus when it appears. */
export function ErrorSummary({ title, problems = [] }: { title: string; problems?: Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const all = [title, ...problems.map((problem) => problem.text)].join("\n");
  useEffect(() => box.current?.focus(), [all]);
  const moveTo = (target: string) => {
    const element = document.getElementById(target);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  };
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <p className={styles.title}>{title}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ text, target }) => (
            <li key={`${target}${text}`}>
              {target ? (
                <button type="button" className={styles.line} onClick={() => moveTo(target)}>
                  {text}
                </button>
              ) : (
                text
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface RefusalProps {
  refusal: Refusal | undefined;
  /** The id of the element that a violation's field is shown at; undefined where it is not on the page. */
  targetOf?: (field: string) => string | undefined;
  /** What a field is called. */
  labelOf?: (field: string) => string | undefined;
}

/** Why the server refused: in a sentence, and field by field. Nothing where there is no refusal. */
export function RefusalSummary({ refusal, targetOf, labelOf }: RefusalProps) {
  const { t } = useTranslation(["ui", "errors", "terms"], { useSuspense: false });
  if (!refusal) return null;
  const nameOf = (field: string) => {
    const key = field.split(".").pop()?.replace(/\[.*/, "") ?? "";
    return labelOf?.(field) ?? t(`terms:field.${key}`, { defaultValue: key });
  };
  const problems = refusal.violations.map((violation) => ({
    text: t("violation", { label: nameOf(violation.field), problem: explainViolation(violation, t) }),
    target: targetOf?.(violation.field),
  }));
  return <ErrorSummary title={explain(refusal, t)} problems={problems} />;
}
