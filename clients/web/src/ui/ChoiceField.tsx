import { useId } from "react";

interface Props {
  label: string;
  hint?: string;
  problem?: string;
  id?: string;
  required?: boolean;
  options: readonly { value: string; text: string }[];
  /** What stands for no choice; without it the first option is chosen at first. */
  none?: string;
  value: string;
  onValue: (value: string) => void;
}

/** One of a few, with its label above and what is wrong right at it. */
export function ChoiceField({ label, hint, problem, id: given, required, options, none, value, onValue }: Props) {
  const made = useId();
  const id = given ?? made;
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
      <select
        id={id}
        className="input"
        required={required}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onValue(event.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
