import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { type Column, nextSort, type Sort } from "./column";
import styles from "./DataTable.module.css";
import { useIsNarrow } from "./useMedia";

/** Rows that are chosen for a common step, by their keys. */
export interface Selection {
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
}

export interface TableProps<Row> {
  /** What the table lists, for who cannot see it. */
  label: string;
  rows: readonly Row[];
  /** The first is the row's title. */
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** What a person calls the row. */
  rowName: (row: Row) => string;
  /** Where the title leads. */
  rowLink?: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selection?: Selection;
  /** Buttons at the row's end. */
  actions?: (row: Row) => ReactNode;
}

function toggled(chosen: ReadonlySet<string>, keys: string[], on: boolean): Set<string> {
  const next = new Set(chosen);
  for (const key of keys) if (on) next.add(key); else next.delete(key);
  return next;
}

function RowBox<Row>({ row, ...props }: TableProps<Row> & { row: Row; selection: Selection }) {
  const { t } = useTranslation("ui");
  const { selection, rowKey, rowName } = props;
  const key = rowKey(row);
  return (
    <input
      type="checkbox"
      aria-label={t("list.choose", { name: rowName(row) })}
      checked={selection.chosen.has(key)}
      onChange={(event) => selection.onChange(toggled(selection.chosen, [key], event.target.checked))}
    />
  );
}

function Title<Row>({ row, ...props }: TableProps<Row> & { row: Row }) {
  const content = props.columns[0]?.cell(row);
  return props.rowLink ? <Link to={props.rowLink(row)}>{content}</Link> : content;
}

function HeaderCell<Row>({ column, sort = "", onSort }: { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void }) {
  const { t } = useTranslation("ui");
  const way = sort === column.key ? "ascending" : sort === `-${column.key}` ? "descending" : undefined;
  const mark = way === "ascending" ? "▲" : way === "descending" ? "▼" : "↕";
  return (
    <th scope="col" className={column.align === "end" ? styles.end : undefined} style={{ width: column.width }} aria-sort={way}>
      {column.sort && onSort ? (
        <button
          type="button"
          className={styles.sort}
          title={t("list.sortBy", { column: column.header })}
          onClick={() => onSort(nextSort(sort, column.key))}
        >
          {column.header}
          <span aria-hidden="true" className={styles.mark}>
            {mark}
          </span>
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function AllBox<Row>({ rows, rowKey, selection }: TableProps<Row> & { selection: Selection }) {
  const { t } = useTranslation("ui");
  const keys = rows.map(rowKey);
  const count = keys.filter((key) => selection.chosen.has(key)).length;
  return (
    <input
      type="checkbox"
      aria-label={t("list.chooseAll")}
      checked={count > 0 && count === keys.length}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && count < keys.length;
      }}
      onChange={(event) => selection.onChange(toggled(selection.chosen, keys, event.target.checked))}
    />
  );
}

function Table<Row>(props: TableProps<Row>) {
  const { t } = useTranslation("ui");
  const { label, rows, columns, rowKey, sort, onSort, selection, actions } = props;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {selection && (
            <th scope="col" className={styles.box}>
              <AllBox {...props} selection={selection} />
            </th>
          )}
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
          {actions && (
            <th scope="col">
              <span className="visually-hidden">{t("list.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {selection && (
              <td className={styles.box}>
                <RowBox {...props} selection={selection} row={row} />
              </td>
            )}
            {columns.map((column, at) => (
              <td key={column.key} className={column.align === "end" ? styles.end : undefined}>
                {at === 0 ? <Title {...props} row={row} /> : column.cell(row)}
              </td>
            ))}
            {actions && <td className={styles.actions}>{actions(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Card<Row>({ row, ...props }: TableProps<Row> & { row: Row }) {
  const { columns, selection, actions } = props;
  const rest = columns.slice(1);
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        {selection && <RowBox {...props} selection={selection} row={row} />}
        <div className={styles.cardTitle}>
          <Title {...props} row={row} />
        </div>
        {rest
          .filter((column) => column.card === "status")
          .map((column) => (
            <span key={column.key}>{column.cell(row)}</span>
          ))}
      </div>
      <dl>
        {rest
          .filter((column) => (column.card ?? "pair") === "pair")
          .map((column) => (
            <div key={column.key}>
              <dt>{column.header}</dt>
              <dd>{column.cell(row)}</dd>
            </div>
          ))}
      </dl>
      {actions && <div className="row">{actions(row)}</div>}
    </li>
  );
}

/** A table; on a phone, cards. It knows all of its rows; DataList reads them page by page. */
export function DataTable<Row>(props: TableProps<Row>) {
  const narrow = useIsNarrow();
  if (!narrow) return <Table {...props} />;
  return (
    <ul className={styles.cards} aria-label={props.label}>
      {props.rows.map((row) => (
        <Card key={props.rowKey(row)} {...props} row={row} />
      ))}
    </ul>
  );
}
