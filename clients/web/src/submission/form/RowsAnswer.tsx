import { useTranslation } from "react-i18next";
import { idOfField } from "../complete";
import { GroupFrame } from "../Frame";
import { below } from "../schema";
import styles from "../submission.module.css";
import { Answer, type AnswerProps } from "./Questions";

/** As many entries of one kind as there are. */
export function RowsAnswer({ question, path, value, onValue, problemAt }: AnswerProps) {
  const { t } = useTranslation("submission");
  const { title, hint, required, row, schema } = question;
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  if (!row) return null;
  const blank = row.kind === "group" ? {} : "";
  const put = (at: number, entry: unknown) => onValue(rows.map((one, index) => (index === at ? (entry ?? blank) : one)));
  return (
    <GroupFrame id={idOfField(path)} label={title} hint={hint} optional={!required} problem={problemAt(path)}>
      {rows.map((entry, at) => (
        <div key={at} className={styles.rowBox}>
          <Answer
            question={{ ...row, title: t("row", { title: row.title || title, number: at + 1 }) }}
            path={below(path, at)}
            value={entry}
            onValue={(next) => put(at, next)}
            problemAt={problemAt}
          />
          <div>
            <button type="button" className="button compact" onClick={() => onValue(rows.filter((_, index) => index !== at))}>
              {t("removeRow", { number: at + 1 })}
            </button>
          </div>
        </div>
      ))}
      {rows.length < (schema.maxItems ?? Infinity) && (
        <div>
          <button type="button" className="button compact" onClick={() => onValue([...rows, blank])}>
            {t("addRow", { title })}
          </button>
        </div>
      )}
    </GroupFrame>
  );
}
