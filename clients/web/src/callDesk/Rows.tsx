import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./callDesk.module.css";
import { moved, replaced, without } from "./formEdit";

interface MoveProps {
  name: string;
  first: boolean;
  last: boolean;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** Up, down, away. */
export function MoveButtons({ name, first, last, onMove, onRemove }: MoveProps) {
  const { t } = useTranslation("callDesk");
  const button = (label: string, sign: string, act: () => void, disabled = false) => (
    <button
      type="button"
      className={`button compact ${styles.square}`}
      aria-label={t(label, { name })}
      title={t(label, { name })}
      disabled={disabled}
      onClick={act}
    >
      {sign}
    </button>
  );
  return (
    <span className="row">
      {button("rows.up", "↑", () => onMove(-1), first)}
      {button("rows.down", "↓", () => onMove(1), last)}
      {button("rows.remove", "✕", onRemove)}
    </span>
  );
}

interface Props<Item> {
  id?: string;
  label: string;
  items: readonly Item[];
  onItems: (items: Item[]) => void;
  make: () => Item;
  add: string;
  nameOf: (item: Item) => string;
  /** What stands there while there are none. */
  empty?: string;
  row: (item: Item, change: (changes: Partial<Item>) => void, at: number) => ReactNode;
}

/** A list that can be added to, put in another order, and taken from. */
export function Rows<Item>({ id, label, items, onItems, make, add, nameOf, empty, row }: Props<Item>) {
  const { t } = useTranslation("callDesk");
  const list = useRef<HTMLUListElement>(null);
  const addOne = () => {
    onItems([...items, make()]);
    // The new row's first control, once it is there.
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector<HTMLElement>("input, textarea, select")?.focus());
  };
  return (
    <section className="stack-small" aria-label={label} id={id} tabIndex={-1}>
      <ul ref={list} className={styles.plain}>
        {items.map((item, at) => (
          <li key={at} className={styles.item}>
            <div className="row spread">
              <strong>{nameOf(item) || t("rows.unnamed", { number: at + 1 })}</strong>
              <MoveButtons
                name={nameOf(item) || String(at + 1)}
                first={at === 0}
                last={at === items.length - 1}
                onMove={(by) => onItems(moved(items, at, by))}
                onRemove={() => onItems(without(items, at))}
              />
            </div>
            {row(item, (changes) => onItems(replaced(items, at, { ...item, ...changes })), at)}
          </li>
        ))}
      </ul>
      {items.length === 0 && empty && <p className="quiet">{empty}</p>}
      <div>
        <button type="button" className="button" onClick={addOne}>
          + {add}
        </button>
      </div>
    </section>
  );
}

/** The first code of a stem that none of the items has. */
export function freeCode(items: readonly { code: string }[], stem: string): string {
  const taken = new Set(items.map((item) => item.code));
  for (let number = items.length + 1; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}
