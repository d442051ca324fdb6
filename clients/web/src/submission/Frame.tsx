import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Conflicts } from "./DraftWriter";
import type { FieldKey } from "./fields";
import styles from "./submission.module.css";

export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface Props {
  id: string;
  label: string;
  hint?: string;
  problem?: string;
  optional?: boolean;
  /** Characters typed, and how many there may be. */
  count?: { typed: number; max: number };
  children: (control: ControlProps) => ReactNode;
}

/** A control with its label, hint and problem; its id is where an error summary leads. */
export function Frame({ id, label, hint, problem, optional, count, children }: Props) {
  const { t } = useTranslation("submission");
  const described = [hint && `${id}-hint`, problem && `${id}-problem`, count && `${id}-count`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}>{t("optional")}</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {problem && (
        <span id={`${id}-problem`} className="problem">
          {problem}
        </span>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": problem ? true : undefined })}
      {count && (
        <span id={`${id}-count`} className={count.typed > count.max ? "problem" : "hint"}>
          {t("count", count)}
        </span>
      )}
    </div>
  );
}

/** Several controls that answer one question. */
export function GroupFrame({ id, label, hint, problem, optional, children }: Omit<Props, "children" | "count"> & { children: ReactNode }) {
  const { t } = useTranslation("submission");
  return (
    <fieldset id={id} tabIndex={-1} className="field" aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined}>
      <legend className={styles.legend}>
        {label}
        {optional && <span className={styles.optional}>{t("optional")}</span>}
      </legend>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {problem && (
        <span id={`${id}-problem`} className="problem">
          {problem}
        </span>
      )}
      {children}
    </fieldset>
  );
}

interface ConflictProps {
  of: FieldKey;
  label: string;
  conflicts: Conflicts;
  settle: (key: FieldKey, mine: boolean) => void;
}

/** Asks whose words stay where the same field was written in two places. */
export function ConflictNote({ of, label, conflicts, settle }: ConflictProps) {
  const { t } = useTranslation("submission");
  if (!(of in conflicts)) return null;
  const theirs = conflicts[of];
  return (
    <div className={styles.conflict} role="alert">
      <p>{t("conflict.text", { label })}</p>
      {typeof theirs === "string" && of !== "form" && <blockquote>{theirs || t("conflict.empty")}</blockquote>}
      <div className="row">
        <button type="button" className="button compact" onClick={() => settle(of, true)}>
          {t("conflict.mine")}
        </button>
        <button type="button" className="button compact" onClick={() => settle(of, false)}>
          {t("conflict.theirs")}
        </button>
      </div>
    </div>
  );
}
