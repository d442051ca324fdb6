import { useState } from "react";
import { useTranslation } from "react-i18next";
import { explain, explainViolation } from "@/api/explain";
import type { Refusal } from "@/api/refusal";
import { useAction } from "@/api/useAction";
import { Link } from "@/app/Link";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { Field } from "@/ui/deskFields";
import { PageHeader } from "@/ui/PageHeader";
import { placeOf, readCsv, type RowFault } from "./csv";
import styles from "./expert.module.css";

const shownMax = 200;

function useFaults(refusal: Refusal | undefined): RowFault[] {
  const { t } = useTranslation(["ui", "errors"]);
  if (!refusal) return [];
  const { metadata } = refusal;
  const own = metadata.row ? [{ row: Number(metadata.row), column: metadata.column ?? "", text: explain(refusal, t) }] : [];
  const cells = refusal.violations.flatMap((violation) => {
    const place = placeOf(violation.field);
    return place ? [{ ...place, text: explainViolation(violation, t) }] : [];
  });
  return [...own, ...cells];
}

/** The file as a table, with what is wrong right in the cell; rows with faults first. */
function Preview({ rows, faults }: { rows: string[][]; faults: RowFault[] }) {
  const { t } = useTranslation("expert");
  const [header = [], ...body] = rows;
  const numbered = body.map((cells, at) => ({ cells, row: at + 2 }));
  const faulty = new Set(faults.map((fault) => fault.row));
  const shown = numbered.toSorted((one, other) => Number(faulty.has(other.row)) - Number(faulty.has(one.row)) || one.row - other.row).slice(0, shownMax);
  return (
    <div className={styles.scroll} role="region" aria-label={t("import.preview")} tabIndex={0}>
      <table className={styles.preview}>
        <thead>
          <tr>
            <th scope="col">{t("import.row")}</th>
            {header.map((name) => (
              <th key={name} scope="col" lang="en">
                {t(`import.column.${name}`, { defaultValue: name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ cells, row }) => (
            <tr key={row} className={faulty.has(row) ? styles.faulty : undefined}>
              <th scope="row">
                {row}
                {faults.filter((fault) => fault.row === row && !header.includes(fault.column)).map((fault) => <div key={fault.text} className={styles.fault}>{fault.text}</div>)}
              </th>
              {header.map((name, at) => (
                <td key={name}>
                  {cells[at]}
                  {faults.filter((fault) => fault.row === row && fault.column === name).map((fault) => <div key={fault.text} className={styles.fault}>{fault.text}</div>)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Many experts from a CSV file: checked first, then imported, all or none. */
export default function ImportExpertsPage() {
  const { t } = useTranslation(["expert", "ui", "errors"]);
  const [file, setFile] = useState<{ bytes: Uint8Array; rows: string[][] }>();
  const [outcome, setOutcome] = useState<{ count: number; done: boolean }>();
  const action = useAction(ReviewService.method.importExperts);
  const faults = useFaults(action.refusal);
  const send = async (bytes: Uint8Array, validateOnly: boolean) => {
    setOutcome(undefined);
    const answer = await action.run({ csv: bytes, validateOnly });
    if (answer) setOutcome({ count: answer.imported, done: !validateOnly });
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    setFile({ bytes, rows: readCsv(new TextDecoder().decode(bytes)) });
    await send(bytes, true);
  };
  const more = Number(action.refusal?.metadata.more ?? 0);
  return (
    <div className="stack">
      <PageHeader title={t("import.title")} trail={[{ text: t("list"), to: "/desk/experts" }]} text={t("import.text")} />
      <Field label={t("import.file")} hint={t("import.hint")}>
        {(wiring) => <input {...wiring} type="file" accept=".csv,text/csv" className="input measure" onChange={(event) => void choose(event.target.files?.[0])} />}
      </Field>
      {action.refusal && <ErrorSummary title={explain(action.refusal, t)} problems={more > 0 ? [{ text: t("import.more", { count: more }) }] : []} />}
      <p role="status">
        {action.pending && t("import.checking")}
        {outcome && t(outcome.done ? "import.done" : "import.fine", { count: outcome.count })}
      </p>
      <div className="row">
        {file && outcome && !outcome.done && (
          <button type="button" className="button primary" disabled={action.pending} onClick={() => void send(file.bytes, false)}>
            {t("import.button", { count: outcome.count })}
          </button>
        )}
        {outcome?.done && (
          <Link to="/desk/experts" className="button primary">
            {t("import.see")}
          </Link>
        )}
      </div>
      {file && <Preview rows={file.rows} faults={faults} />}
    </div>
  );
}
