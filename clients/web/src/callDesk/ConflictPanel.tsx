import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./callDesk.module.css";
import { changedFields } from "./callDiff";
import { FieldText } from "./FieldText";
import type { Draft } from "./useCallDraft";

/** Another officer has saved meanwhile: what they changed, what one has changed oneself, and the two ways on. */
export function ConflictPanel({ draft }: { draft: Draft }) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const { theirs, base, call, resolve } = draft;
  const box = useRef<HTMLDivElement>(null);
  const there = theirs !== undefined;
  useEffect(() => {
    if (there) box.current?.focus();
  }, [there]);
  if (!theirs) return null;
  const mine = changedFields(base, call);
  const others = changedFields(base, theirs);
  const both = [...new Set([...others, ...mine])];
  const nameOf = (field: string) => (field === "title" ? t("terms:fieldOf.calls.v1.Call.title") : t(`terms:field.${field}`));
  return (
    <div ref={box} tabIndex={-1} role="alert" className={`${styles.notice} stack-small`}>
      <h2>{t("conflict.title")}</h2>
      <p>{t("conflict.text")}</p>
      <table className={styles.changes}>
        <thead>
          <tr>
            <th scope="col">{t("conflict.field")}</th>
            <th scope="col">{t("conflict.before")}</th>
            <th scope="col">{t("conflict.theirs")}</th>
            <th scope="col">{t("conflict.mine")}</th>
          </tr>
        </thead>
        <tbody>
          {both.map((field) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td>
                <FieldText call={base} field={field} />
              </td>
              <td>{others.includes(field) ? <FieldText call={theirs} field={field} /> : t("conflict.same")}</td>
              <td>{mine.includes(field) ? <FieldText call={call} field={field} /> : t("conflict.same")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <button type="button" className="button primary" onClick={() => resolve("reapply")}>
          {t("conflict.reapply")}
        </button>
        <button type="button" className="button" onClick={() => resolve("reload")}>
          {t("conflict.reload")}
        </button>
      </div>
    </div>
  );
}
