import { useTranslation } from "react-i18next";
import type { Table } from "./csv";
import styles from "./imports.module.css";
import { type CellProblem, previewMax, type PreviewRow, previewRows } from "./problems";

interface Props {
  table: Table;
  problems: CellProblem<string>[];
  /** How many problems the server left out. */
  more: number;
  pending: boolean;
  /** The server found nothing wrong with exactly this. */
  checked: boolean;
  onTable: (table: Table) => void;
  onCheck: () => void;
  onImport: () => void;
}

const changed = (table: Table, row: number, column: number, cell: string): Table => ({
  ...table,
  rows: table.rows.map((cells, index) => (index + 2 === row ? table.header.map((_, at) => (at === column ? cell : (cells[at] ?? ""))) : cells)),
});

function CellInput({ value, label, problem, onValue }: { value: string; label: string; problem: string; onValue: (value: string) => void }) {
  return (
    <>
      <input className="input" value={value} aria-label={`${label}: ${problem}`} aria-invalid onChange={(event) => onValue(event.target.value)} />
      <span className={styles.problem}>{problem}</span>
    </>
  );
}

function Row({ of, props }: { of: PreviewRow; props: Props }) {
  const { t } = useTranslation("imports");
  const own = props.problems.filter(({ row }) => row === of.row);
  const whole = own.filter(({ column }) => !props.table.header.includes(column));
  return (
    <tr className={of.wrong ? styles.wrong : undefined}>
      <th scope="row">
        {of.row}
        {whole.map(({ problem }) => (
          <span key={problem} className={styles.problem}>
            {problem}
          </span>
        ))}
      </th>
      {props.table.header.map((column, at) => {
        const problem = own.find((one) => one.column === column)?.problem;
        const cell = of.cells[at] ?? "";
        if (!problem) return <td key={column}>{cell}</td>;
        return (
          <td key={column}>
            <CellInput
              value={cell}
              label={t("cell", { row: of.row, column })}
              problem={problem}
              onValue={(typed) => props.onTable(changed(props.table, of.row, at, typed))}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** What stands above the table: how it is with the file, and what can be done next. */
function Verdict({ table, problems, more, pending, checked, onCheck, onImport }: Props) {
  const { t } = useTranslation("imports");
  const count = problems.length + more;
  const text = pending ? t("checking") : checked ? t("right", { count: table.rows.length }) : count > 0 ? t("wrong", { count }) : t("unchecked");
  return (
    <div className="row spread">
      <p role="status">
        <strong>{text}</strong>
      </p>
      {checked ? (
        <button type="button" className="button primary" disabled={pending} onClick={onImport}>
          {t("import", { count: table.rows.length })}
        </button>
      ) : (
        <button type="button" className="button primary" disabled={pending} onClick={onCheck}>
          {t("checkAgain")}
        </button>
      )}
    </div>
  );
}

/** The file as a table: the rows with problems, each at its cell, where it can be corrected; or the first rows. */
export function Preview(props: Props) {
  const { t } = useTranslation("imports");
  const { table, problems } = props;
  const rows = previewRows(table.rows, new Set(problems.map(({ row }) => row)));
  return (
    <section className="stack-small" aria-label={t("preview")}>
      <Verdict {...props} />
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("preview")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              {table.header.map((column, at) => (
                <th key={`${column}${at}`} scope="col">
                  <code>{column}</code>
                  <span className={styles.meaning}>{t(`column.${column}`, { defaultValue: "" })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.row} of={row} props={props} />
            ))}
          </tbody>
        </table>
      </div>
      {problems.length === 0 && table.rows.length > previewMax && <p className="quiet small">{t("first", { count: previewMax })}</p>}
    </section>
  );
}
