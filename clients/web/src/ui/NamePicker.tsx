import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./NamePicker.module.css";

/** Something that people know by its text, and the server by its name. */
export interface Named {
  name: string;
  text: string;
  /** What tells two of the same text apart. */
  note?: string;
}

interface Props {
  label: string;
  hint?: string;
  problem?: string;
  id?: string;
  required?: boolean;
  value: Named | undefined;
  onValue: (value: Named | undefined) => void;
  /** Those whose text holds what was typed; `kind` sets its answers apart from those of other pickers. */
  find: (typed: string) => Promise<Named[]>;
  kind: string;
}

const pauseMs = 200;

function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

interface Options {
  found: Named[];
  open: boolean;
  at: number;
  setAt: (at: number) => void;
  onKey: (event: KeyboardEvent) => void;
}

/** The keys of a combobox: up and down go through the options, Enter takes one, Escape closes. */
function useKeys({ found, open, at, setAt }: Omit<Options, "onKey">, take: (one: Named) => void, setOpen: (open: boolean) => void) {
  return (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setOpen(true);
      if (found.length > 0) setAt((at + step + found.length) % found.length);
    } else if (event.key === "Enter" && open && found[at]) {
      event.preventDefault();
      take(found[at]);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };
}

function OptionList({ id, found, at, take, nothing }: { id: string; found: Named[]; at: number; take: (one: Named) => void; nothing: string }) {
  return (
    <ul id={id} role="listbox" className={styles.list}>
      {found.map((one, index) => (
        <li
          key={one.name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault(); // the input keeps the focus
            take(one);
          }}
        >
          {one.text}
          {one.note && <span className="quiet small"> {one.note}</span>}
        </li>
      ))}
      {found.length === 0 && (
        <li role="option" aria-selected={false} aria-disabled className={`${styles.option} quiet`}>
          {nothing}
        </li>
      )}
    </ul>
  );
}

/** Finds one thing by a part of its text, by keyboard or pointer; what is shown is text, what is kept is a name. */
export function NamePicker({ label, hint, problem, id: given, required, value, onValue, find, kind }: Props) {
  const { t } = useTranslation("ui");
  const made = useId();
  const id = given ?? made;
  const [typed, setTyped] = useState(value?.text ?? "");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(value?.text ?? ""), [value?.text]);
  const asked = useSettled(typed === value?.text ? "" : typed);
  const { data: found = [] } = useQuery({
    queryKey: ["picker", kind, asked],
    queryFn: () => find(asked),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const take = (one: Named | undefined) => {
    onValue(one);
    setTyped(one?.text ?? "");
    setOpen(false);
  };
  const onKey = useKeys({ found, open, at, setAt }, take, setOpen);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className={`field ${styles.picker}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {problem && (
        <span id={`${id}-problem`} className="problem">
          {problem}
        </span>
      )}
      <input
        ref={input}
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        required={required}
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && found[at] ? `${id}-list-${at}` : undefined}
        aria-autocomplete="list"
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
          if (event.target.value === "") onValue(undefined);
        }}
        onFocus={() => input.current?.select()}
        onClick={() => setOpen(true)}
        onKeyDown={onKey}
        onBlur={() => {
          setOpen(false);
          setTyped(typed === "" ? "" : (value?.text ?? ""));
        }}
      />
      {open && <OptionList id={`${id}-list`} found={found} at={at} take={take} nothing={t("list.filteredEmpty")} />}
    </div>
  );
}
