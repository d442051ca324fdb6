import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "./Instant";
import styles from "./Steps.module.css";
import type { Moment } from "./time";

export interface Step {
  text: string;
  state: "done" | "current" | "todo";
}

/** Where something stands on its way. */
export function Steps({ label, steps }: { label: string; steps: Step[] }) {
  const { t } = useTranslation("ui");
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map(({ text, state }) => (
        <li key={text} className={styles[state]} aria-current={state === "current" ? "step" : undefined}>
          <span className={styles.mark} aria-hidden="true">
            {state === "done" ? "✓" : ""}
          </span>
          {text}
          <span className="visually-hidden">{t(`steps.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}

export interface Happening {
  key: string;
  at: Moment | undefined;
  title: ReactNode;
  text?: ReactNode;
}

/** What happened, in order. */
export function Timeline({ label, happenings }: { label: string; happenings: Happening[] }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {happenings.map(({ key, at, title, text }) => (
        <li key={key}>
          <div className={styles.title}>{title}</div>
          <div className="quiet small">
            <Instant at={at} />
          </div>
          {text && <div>{text}</div>}
        </li>
      ))}
    </ol>
  );
}
