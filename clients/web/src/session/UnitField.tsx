import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { findUnits, type Unit } from "./identity";

const pauseMs = 250;

interface Props {
  problem?: string;
  onUnit: (name: string) => void;
}

/** Finds one's unit by a part of its name; the list is the browser's own. */
export function UnitField({ problem, onUnit }: Props) {
  const { t } = useTranslation("session");
  const id = useId();
  const [typed, setTyped] = useState("");
  const [units, setUnits] = useState<Unit[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      findUnits(typed, controller.signal).then(setUnits, () => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed]);
  const chosen = units.find((unit) => unit.displayName === typed)?.name ?? "";
  useEffect(() => onUnit(chosen), [chosen, onUnit]);
  return (
    <div className="field">
      <label htmlFor={id}>{t("register.unit")}</label>
      <span id={`${id}-hint`} className="hint">
        {t("register.unitHint")}
      </span>
      {problem && (
        <span id={`${id}-problem`} className="problem">
          {problem}
        </span>
      )}
      <input
        id={id}
        className="input"
        list={`${id}-units`}
        autoComplete="off"
        required
        value={typed}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={`${id}-units`}>
        {units.map((unit) => (
          <option key={unit.name} value={unit.displayName} />
        ))}
      </datalist>
    </div>
  );
}
