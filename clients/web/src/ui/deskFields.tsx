import { timestampDate, timestampFromDate, type Timestamp } from "@bufbuild/protobuf/wkt";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/useLanguage";
import styles from "./deskFields.module.css";
import { TextField } from "./TextField";
import { formatWan, parseWan } from "./wan";

interface Common {
  label: string;
  hint?: ReactNode;
  problem?: string;
  /** The id of its control, for lines of an error summary. */
  id?: string;
}
interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** A label, its hint, what is wrong, and the control that `children` draws with the wiring. */
export function Field({ label, hint, problem, id: given, children }: Common & { children: (wiring: Wiring) => ReactNode }) {
  const own = useId();
  const id = given ?? own;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
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
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": problem ? true : undefined })}
    </div>
  );
}

interface TextAreaProps extends Common {
  value: string;
  onValue: (value: string) => void;
  maxLength?: number;
  rows?: number;
}

export function TextAreaField({ value, onValue, maxLength, rows, ...rest }: TextAreaProps) {
  return (
    <Field {...rest}>
      {(wiring) => (
        <textarea
          {...wiring}
          className="input"
          rows={rows}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  text: string;
}

interface SelectProps extends Common {
  choices: readonly Choice[];
  value: string;
  onValue: (value: string) => void;
  /** The line that stands for no choice; without it there is always one. */
  none?: string;
}

export function SelectField({ choices, value, onValue, none, ...rest }: SelectProps) {
  return (
    <Field {...rest}>
      {(wiring) => (
        <select {...wiring} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface RadioProps extends Common {
  choices: readonly (Choice & { hint?: string })[];
  value: string;
  onValue: (value: string) => void;
}

export function RadioField({ label, hint, problem, id, choices, value, onValue }: RadioProps) {
  const own = useId();
  const name = id ?? own;
  return (
    <fieldset className="field" id={name} tabIndex={-1} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend className="label">{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {problem && (
        <span id={`${name}-problem`} className="problem">
          {problem}
        </span>
      )}
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onValue(choice.value)}
            />
            <span>
              {choice.text}
              {choice.hint && <span className="quiet small"> {choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function CheckField({ label, hint, checked, onChecked }: { label: string; hint?: string; checked: boolean; onChecked: (checked: boolean) => void }) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.target.checked)} />
      <span>
        {label}
        {hint && <span className="quiet small"> {hint}</span>}
      </span>
    </label>
  );
}

interface NumberProps extends Common {
  value: number;
  onValue: (value: number) => void;
  min?: number;
  max?: number;
}

/** A whole number; empty is 0, as the message has it. */
export function NumberField({ value, onValue, min, max, ...rest }: NumberProps) {
  return (
    <Field {...rest}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          inputMode="numeric"
          className="input number"
          min={min}
          max={max}
          value={value === 0 && min !== 0 ? "" : value}
          onChange={(event) => onValue(Math.trunc(Number(event.target.value)) || 0)}
        />
      )}
    </Field>
  );
}

/** A sum, typed as 万元 and kept as fen. */
export function MoneyField({ fen, onFen, ...rest }: Common & { fen: bigint; onFen: (fen: bigint) => void }) {
  const { t } = useTranslation("ui");
  const language = useLanguage();
  const [typed, setTyped] = useState(() => formatWan(fen, language));
  const read = parseWan(typed);
  const text = read === fen || read === undefined ? typed : formatWan(fen, language); // changed from elsewhere
  const type = (value: string) => {
    setTyped(value);
    const sum = parseWan(value);
    if (sum !== undefined) onFen(sum);
  };
  const problem = rest.problem ?? (typed !== "" && read === undefined ? t("money.wrong") : undefined);
  const { label, hint } = rest;
  return <TextField label={label} hint={typeof hint === "string" ? hint : undefined} problem={problem} inputMode="decimal" value={text} onValue={type} />;
}

const two = (value: number) => String(value).padStart(2, "0");

/** An instant as an input of the user's zone has it, to the minute. */
export function localText(at: Timestamp | undefined): string {
  if (!at) return "";
  const date = timestampDate(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant that was typed; undefined where it is none. */
export function instantOf(text: string): Timestamp | undefined {
  const date = new Date(text);
  return text && !Number.isNaN(date.getTime()) ? timestampFromDate(date) : undefined;
}

interface InstantProps extends Common {
  at: Timestamp | undefined;
  onAt: (at: Timestamp | undefined) => void;
}

/** A day and a time in the user's zone. */
export function InstantField({ at, onAt, ...rest }: InstantProps) {
  return (
    <Field {...rest}>
      {(wiring) => (
        <input
          {...wiring}
          type="datetime-local"
          className="input"
          value={localText(at)}
          onChange={(event) => onAt(instantOf(event.target.value))}
        />
      )}
    </Field>
  );
}
