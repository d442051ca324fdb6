import { create, type DescMessage, type DescMethodUnary, type MessageInitShape, toJson } from "@bufbuild/protobuf";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { sheetUrl } from "@/api/files";
import { useAddressState } from "@/app/address";
import { useLanguage } from "@/i18n/useLanguage";
import { type Column, sortRows } from "./column";
import { ColumnChooser } from "./ColumnChooser";
import styles from "./DataList.module.css";
import { DataTable, type TableProps } from "./DataTable";
import { EmptyState } from "./EmptyState";
import { type Filter, ListFilters } from "./ListFilters";
import { useIsNarrow } from "./useMedia";
import { type Rows, type Source, useRows } from "./useRows";
import { Waiting } from "./Waiting";

const deskPage = 50;
const phonePage = 20;

type Own<Input extends DescMessage, Output extends DescMessage, Row> = Omit<Source<Input, Output, Row>, "request"> &
  Omit<TableProps<Row>, "rows" | "sort" | "onSort">;

interface Props<Input extends DescMessage, Output extends DescMessage, Row> extends Own<Input, Output, Row> {
  /** The request for the filters' values (by key; "" where all). */
  request: (values: Record<string, string>) => MessageInitShape<Input>;
  filters?: Filter[];
  /** What stands there while there are no rows at all. */
  empty: ReactNode;
  /** The xlsx file's name without its end; without it there is no export. */
  exportName?: string;
  /** Reads on to the end, where rowsOf leaves rows out. */
  readAll?: boolean;
  /** Sets two lists of one page apart in the address. */
  prefix?: string;
  /** What is to be done with the rows that are chosen. */
  toolbar?: ReactNode;
}

interface View {
  values: Record<string, string>;
  sort: string;
  shown: Set<string>;
  filtered: boolean;
  set: (changes: Record<string, string>) => void;
  clear: () => void;
  setShown: (shown: Set<string>) => void;
}

/** The list's state, all of which is in the address. */
function useView<Row>(columns: Column<Row>[], filters: Filter[], prefix: string): View {
  const initial = Object.fromEntries(filters.map(({ key, initial: value = "" }) => [`${prefix}${key}`, value]));
  const [state, setState] = useAddressState<Record<string, string>>({
    ...initial,
    [`${prefix}sort`]: "",
    [`${prefix}columns`]: "",
  });
  const set = (changes: Record<string, string>) =>
    setState(Object.fromEntries(Object.entries(changes).map(([key, value]) => [`${prefix}${key}`, value])));
  const chosen = state[`${prefix}columns`];
  const usual = columns.filter((column) => !column.hidden).map((column) => column.key);
  const title = columns[0]?.key ?? "";
  return {
    values: Object.fromEntries(filters.map(({ key }) => [key, state[`${prefix}${key}`] ?? ""])),
    sort: state[`${prefix}sort`] ?? "",
    shown: new Set([title, ...(chosen ? chosen.split(".") : usual)]),
    filtered: Object.entries(initial).some(([key, value]) => state[key] !== value),
    set,
    clear: () => setState(initial),
    setShown: (shown) => set({ columns: [...shown].join(".") }),
  };
}

function exportUrl<Input extends DescMessage, Row>(
  method: DescMethodUnary<Input, DescMessage>,
  request: MessageInitShape<Input>,
  columns: Column<Row>[],
  name: string,
): string {
  const json = toJson(method.input, create(method.input, request)) as object;
  const sheetColumns = columns.flatMap(({ field, header }) => (field ? [{ field, header }] : []));
  return sheetUrl(`${method.parent.typeName}/${method.name}`, json, sheetColumns, name);
}

function Foot<Row>({ list }: { list: Rows<Row> }) {
  const { t } = useTranslation("ui");
  const { rows, more, loading, loadMore } = list;
  return (
    <div className={styles.foot}>
      <span role="status" className="quiet small">
        {loading ? t("list.loading") : t(more ? "list.countMore" : "list.count", { count: rows.length })}
      </span>
      {more && (
        <button type="button" className="button" disabled={loading} onClick={loadMore}>
          {t("list.more")}
        </button>
      )}
    </div>
  );
}

function Body<Row>({ list, table, view, empty }: { list: Rows<Row>; table: TableProps<Row>; view: View; empty: ReactNode }) {
  const { t } = useTranslation("ui");
  if (list.refusal && list.rows.length === 0) {
    const again = (
      <button type="button" className="button" onClick={list.again}>
        {t("again")}
      </button>
    );
    return <EmptyState title={explain(list.refusal, t)} action={again} />;
  }
  if (list.first) return <Waiting lines={8} />;
  if (list.rows.length > 0) {
    return (
      <div aria-busy={list.stale} className={list.stale ? styles.stale : undefined}>
        <DataTable {...table} />
        <Foot list={list} />
      </div>
    );
  }
  if (!view.filtered) return empty;
  const clear = (
    <button type="button" className="button" onClick={view.clear}>
      {t("list.clear")}
    </button>
  );
  return <EmptyState title={t("list.filteredEmpty")} text={t("list.filteredEmptyText")} action={clear} />;
}

/** A list that the server keeps: filtered by the server, sorted here, read page by page, its state in the address. */
export function DataList<Input extends DescMessage, Output extends DescMessage, Row>(props: Props<Input, Output, Row>) {
  const { method, request, rowsOf, columns, filters = [], empty, exportName, readAll = false, prefix = "", toolbar, ...rest } = props;
  const { t } = useTranslation("ui");
  const language = useLanguage();
  const narrow = useIsNarrow();
  const view = useView(columns, filters, prefix);
  const asked = request(view.values);
  const list = useRows({ method, request: asked, rowsOf }, narrow ? phonePage : deskPage, readAll || view.sort !== "");
  const rows = useMemo(() => sortRows(list.rows, columns, view.sort, language), [list.rows, columns, view.sort, language]);
  const shown = columns.filter((column) => view.shown.has(column.key));
  const table: TableProps<Row> = { ...rest, columns: shown, rows, sort: view.sort, onSort: (sort) => view.set({ sort }) };
  return (
    <section className="stack-small" aria-label={props.label}>
      <div className={styles.head}>
        {filters.length > 0 && <ListFilters filters={filters} values={view.values} onValues={view.set} />}
        <div className={styles.tools}>
          {toolbar}
          {!narrow && <ColumnChooser columns={columns} shown={view.shown} onShown={view.setShown} />}
          {exportName && (
            <a className="button compact" href={exportUrl(method, asked, columns, exportName)} download>
              {t("list.export")}
            </a>
          )}
        </div>
      </div>
      <Body list={list} table={table} view={view} empty={empty} />
    </section>
  );
}
