import { type ComponentProps, useId } from "react";

interface Props extends Omit<ComponentProps<"input">, "className" | "onChange"> {
  label: string;
  hint?: string;
  problem?: string;
  onValue: (value: string) => void;
}

/** A line of text with its label above, its hint below that, and what is wrong right at it. */
export function TextField({ label, hint, problem, onValue, id: given, ...rest }: Props) {
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
      <input
        {...rest}
        id={id}
        className="input"
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onValue(event.target.value)}
      />
    </div>
  );
}
