import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./DataList.module.css";

export interface Filter {
  /** Its name in the address. */
  key: string;
  label: string;
  /** What may be chosen; without it, it is a text to find. */
  options?: { value: string; text: string }[];
  /** What is chosen at first; empty: all. */
  initial?: string;
}

const pauseMs = 300;

function TextFilter({ filter, value, onValue }: { filter: Filter; value: string; onValue: (value: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onValue(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, onValue]);
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{filter.label}</label>
      <input id={id} type="search" className="input" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </div>
  );
}

function ChoiceFilter({ filter, value, onValue }: { filter: Filter; value: string; onValue: (value: string) => void }) {
  const { t } = useTranslation("ui");
  const id = useId();
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{filter.label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
        {!filter.initial && <option value="">{t("list.all")}</option>}
        {filter.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Props {
  filters: Filter[];
  values: Record<string, string>;
  onValues: (changes: Record<string, string>) => void;
}

export function ListFilters({ filters, values, onValues }: Props) {
  const { t } = useTranslation("ui");
  return (
    <form role="search" aria-label={t("list.filters")} className={styles.filters} onSubmit={(event) => event.preventDefault()}>
      {filters.map((filter) => {
        const One = filter.options ? ChoiceFilter : TextFilter;
        return (
          <One
            key={filter.key}
            filter={filter}
            value={values[filter.key] ?? ""}
            onValue={(value) => onValues({ [filter.key]: value })}
          />
        );
      })}
    </form>
  );
}
