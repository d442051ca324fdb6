import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "./column";
import styles from "./DataList.module.css";

interface Props<Row> {
  columns: Column<Row>[];
  shown: ReadonlySet<string>;
  onShown: (shown: Set<string>) => void;
}

/** Which columns are shown; the title always is. */
export function ColumnChooser<Row>({ columns, shown, onShown }: Props<Row>) {
  const { t } = useTranslation("ui");
  const id = useId();
  const change = (key: string, on: boolean) => {
    const next = new Set(shown);
    if (on) next.add(key);
    else next.delete(key);
    onShown(next);
  };
  return (
    <div className={styles.chooser}>
      <button type="button" className="button compact" popoverTarget={id}>
        {t("list.columns")}
      </button>
      <div id={id} popover="auto" className={styles.columns}>
        {columns.slice(1).map(({ key, header }) => (
          <label key={key} className="row">
            <input type="checkbox" checked={shown.has(key)} onChange={(event) => change(key, event.target.checked)} />
            {header}
          </label>
        ))}
      </div>
    </div>
  );
}
