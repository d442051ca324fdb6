import { type ComponentProps, useId } from "react";

interface Props extends Omit<ComponentProps<"textarea">, "className" | "onChange"> {
  label: string;
  hint?: string;
  problem?: string;
  onValue: (value: string) => void;
}

/** Several lines of text; as TextField otherwise. */
export function TextArea({ label, hint, problem, onValue, id: given, ...rest }: Props) {
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
      <textarea
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
