import { type ChangeEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { decode, readTable, type Table, writeTable } from "./csv";
import styles from "./imports.module.css";
import { type Kind, kinds } from "./kinds";

const bytesMax = 3 * 1024 * 1024; // what the server takes
const byteOrderMark = "\uFEFF"; // spreadsheets know UTF-8 by it

function saveTemplate(kind: Kind): void {
  const { columns, example } = kinds[kind];
  const text = byteOrderMark + writeTable({ header: [...columns], rows: [[...example]] });
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${kind}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Takes a CSV file, chosen or dropped, and gives a template of one. */
export function FilePick({ kind, onTable }: { kind: Kind; onTable: (table: Table) => void }) {
  const { t } = useTranslation("imports");
  const id = useId();
  const [problem, setProblem] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > bytesMax) return setProblem(t("tooLarge"));
    const table = readTable(decode(new Uint8Array(await file.arrayBuffer())));
    setProblem(table.rows.length === 0 ? t("noRows") : "");
    if (table.rows.length > 0) onTable(table);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    void take(event.target.files?.[0]);
    event.target.value = ""; // the same file, changed, can be chosen again
  };
  return (
    <section
      className={styles.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t("file")}</label>
        <span id={`${id}-hint`} className="hint">
          {t("columns")} <code>{kinds[kind].columns.join(", ")}</code>
          {kinds[kind].optional.length > 0 && (
            <>
              {" "}
              {t("optional")} <code>{kinds[kind].optional.join(", ")}</code>
            </>
          )}
        </span>
        {problem && (
          <span className="problem" role="alert">
            {problem}
          </span>
        )}
        <input id={id} type="file" accept=".csv,text/csv" aria-describedby={`${id}-hint`} onChange={choose} />
      </div>
      <button type="button" className="button" onClick={() => saveTemplate(kind)}>
        {t("template")}
      </button>
    </section>
  );
}
